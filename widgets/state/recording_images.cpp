// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/recording_images.h"

#include "core/base/log.h"
#include "core/runtime/pictures.h"
#include "core/runtime/recorded_pyramid.h"
#include "widgets/state/services.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

namespace hierascope::widgets {

namespace {

/// What a file may be called, whatever a recording calls it.
QString fileNameFor(int index, const std::string& name) {
    static const QRegularExpression kOdd(QStringLiteral("[^A-Za-z0-9._-]+"));
    QString safe = QFileInfo(QString::fromStdString(name)).completeBaseName().left(60);
    safe.replace(kOdd, QStringLiteral("_"));
    return QStringLiteral("%1-%2.png").arg(index, 4, 10, QLatin1Char('0')).arg(safe);
}

} // namespace

QStringList filesOfRecording(const QString& recording) {
    const QByteArray stamp = (recording + fileStamp(recording)).toUtf8();
    const QString key = QString::fromLatin1(
        QCryptographicHash::hash(stamp, QCryptographicHash::Sha256).toHex().left(16));
    QDir folder(QStandardPaths::writableLocation(QStandardPaths::CacheLocation));
    const QString name = QStringLiteral("recordings/") + key;
    const auto images = runtime::recordedImages(systemPath(recording), {});
    if (!images) {
        log::warning("window", images.error().message);
        return {};
    }
    folder.mkpath(name);
    folder.cd(name);
    QStringList files;
    for (std::size_t i = 0; i < images->size(); ++i) {
        const QString file = folder.filePath(fileNameFor(int(i), (*images)[i].name));
        if (!QFileInfo::exists(file)) {
            const auto saved = runtime::savePicture(systemPath(file), (*images)[i].picture);
            if (!saved) {
                log::warning("window", saved.error().message);
                return files;
            }
        }
        files << file;
    }
    return files;
}

} // namespace hierascope::widgets
