// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/services.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace hierascope::widgets {

std::filesystem::path systemPath(const QString& path) {
    return QFile::encodeName(path).toStdString();
}

QString fileNameOf(const QString& path) {
    return QFileInfo(path).fileName();
}

QString fileStamp(const QString& path) {
    const QFileInfo file(path);
    return QStringLiteral("%1 %2").arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch());
}

} // namespace hierascope::widgets
