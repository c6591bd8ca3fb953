// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pyramid/ladder_text.h"

#include <cmath>

#include "widgets/state/view_state.h"

#include <QCoreApplication>
#include <QLocale>

namespace hierascope::widgets {

namespace {

using Level = runtime::LevelReconstruction;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LadderText)
};

/// Plain numbers with a point: a table is pasted into papers and scripts.
QString number(double value, int digits) {
    if (std::isinf(value))
        return QStringLiteral("∞");
    return std::isnan(value) ? QStringLiteral("–") : QString::number(value, 'f', digits);
}

QString number(const std::optional<double>& value, int digits) {
    return number(value.value_or(std::nan("")), digits);
}

QStringList headOf(const QString& side) {
    QStringList head;
    for (const QString& word :
         {Words::tr("PSNR (dB)"), Words::tr("SSIM"), Words::tr("PSNR own size (dB)"),
          Words::tr("D(D_s(Z)) ~ D_s(D(Z)) (dB)"), Words::tr("values"), Words::tr("bits")})
        head << (side.isEmpty() ? word : word + QLatin1Char(' ') + side);
    return head;
}

QStringList cellsOf(const Level* level) {
    if (level == nullptr)
        return QStringList(6, QStringLiteral("–"));
    return {number(level->psnrFull, 2),     number(level->ssimFull, 3),
            number(level->psnr, 2),         number(level->commutation.psnrDecoded, 2),
            QString::number(level->values), number(level->bits, 0)};
}

} // namespace

TextTable ladderTable(const ViewState& state) {
    TextTable table;
    const auto a = state.content(Side::A);
    if (!a)
        return table;
    const auto b = state.hasB() ? state.content(Side::B) : nullptr;
    table.header = QStringList{Words::tr("scale"), Words::tr("tokens")} +
                   headOf(b ? QStringLiteral("A") : QString());
    if (b)
        table.header += headOf(QStringLiteral("B"));
    for (const Level& level : a->reconstruction.levels) {
        QStringList row{QStringLiteral("%1 × %2").arg(level.level.rows).arg(level.level.columns),
                        QString::number(level.level.tokens())};
        row += cellsOf(&level);
        if (b)
            row += cellsOf(levelOfGrid(*b, level.level));
        table.rows.push_back(row);
    }
    return table;
}

} // namespace hierascope::widgets
