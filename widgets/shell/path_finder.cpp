// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/path_finder.h"

#include <QDir>
#include <QFileInfo>

namespace hierascope::widgets {

namespace {

const QStringList& imagePatterns() {
    static const QStringList patterns = {QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"),
                                         QStringLiteral("*.png"), QStringLiteral("*.webp"),
                                         QStringLiteral("*.ppm")};
    return patterns;
}

bool isModelFile(const QFileInfo& file) {
    return file.fileName() == QLatin1String("config.json") ||
           file.suffix() == QLatin1String("safetensors");
}

} // namespace

std::vector<FoundPath> findPaths(const QStringList& paths) {
    std::vector<FoundPath> found;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        const QString absolute = QDir::cleanPath(info.absoluteFilePath());
        if (info.isDir()) {
            const QDir folder(absolute);
            const QStringList images = folder.entryList(imagePatterns(), QDir::Files, QDir::Name);
            if (folder.exists(QStringLiteral("config.json")) || images.isEmpty())
                found.push_back({absolute, FoundPath::Kind::Model});
            else
                for (const QString& image : images)
                    found.push_back({folder.filePath(image), FoundPath::Kind::Image});
        } else if (isModelFile(info)) {
            found.push_back({QFileInfo(absolute).absolutePath(), FoundPath::Kind::Model});
        } else {
            found.push_back({absolute, FoundPath::Kind::Image});
        }
    }
    return found;
}

} // namespace hierascope::widgets
