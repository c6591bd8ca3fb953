// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/tour_files.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace hierascope::widgets {

QString writeBrokenImage(const TourFiles& files) {
    const QString path = QDir(files.scratch).filePath(QStringLiteral("cut-off.png"));
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(QByteArray::fromHex("89504e470d0a1a0a0000000d494844520000010000000100"));
    return path;
}

QString writeBrokenModel(const TourFiles& files) {
    QFile whole(QDir(files.models.first()).filePath(QStringLiteral("config.json")));
    QJsonObject config;
    if (whole.open(QIODevice::ReadOnly))
        config = QJsonDocument::fromJson(whole.readAll()).object();
    config[QStringLiteral("format")] = 7;
    const QString path = QDir(files.scratch).filePath(QStringLiteral("broken-model"));
    QDir().mkpath(path);
    QFile file(QDir(path).filePath(QStringLiteral("config.json")));
    if (file.open(QIODevice::WriteOnly))
        file.write(QJsonDocument(config).toJson());
    return path;
}

} // namespace hierascope::widgets
