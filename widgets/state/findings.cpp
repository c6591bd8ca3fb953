// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/findings.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace hierascope::widgets {

namespace {

constexpr std::size_t kShownTensors = 8;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Findings)
};

/// "encoder.weight [64, 3, 3, 3] float32".
QString tensorText(const runtime::TensorInfo& tensor) {
    QStringList sides;
    for (const std::int64_t side : tensor.shape)
        sides << QString::number(side);
    return QStringLiteral("%1 [%2] %3")
        .arg(QString::fromStdString(tensor.name), sides.join(QStringLiteral(", ")),
             QString::fromStdString(tensor.dtype));
}

} // namespace

QString findingsText(const runtime::CheckpointListing& listing) {
    QStringList files;
    for (const std::string& file : listing.files)
        files << QString::fromStdString(file);
    QStringList lines{Words::tr("What is in it: %1").arg(files.join(QStringLiteral(", ")))};
    if (!listing.family.empty())
        lines << Words::tr("Family: %1").arg(QString::fromStdString(listing.family));
    if (!listing.tensors.empty())
        lines << Words::tr("%1 tensors with %2 numbers:")
                     .arg(listing.tensors.size())
                     .arg(QLocale().toString(qlonglong{listing.values}));
    for (std::size_t i = 0; i < std::min(kShownTensors, listing.tensors.size()); ++i)
        lines << tensorText(listing.tensors[i]);
    if (listing.tensors.size() > kShownTensors)
        lines << Words::tr("and %1 more").arg(listing.tensors.size() - kShownTensors);
    for (const std::string& complaint : listing.complaints)
        lines << QString::fromStdString(complaint);
    return lines.join(QLatin1Char('\n'));
}

} // namespace hierascope::widgets
