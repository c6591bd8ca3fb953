// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include <QImage>
#include <QString>
#include <QStringList>

namespace hierascope::testing {

/// Writes so many small pictures, from dark to light and not the same everywhere.
inline QStringList makeGreyImages(const std::filesystem::path& folder, int count) {
    QStringList paths;
    for (int number = 0; number < count; ++number) {
        QImage image(64, 64, QImage::Format_RGB888);
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 64; ++x) {
                const int grey = (number * 24 + x + 2 * (y / 16) * 8) % 256;
                image.setPixel(x, y, qRgb(grey, 255 - grey, grey));
            }
        paths << QString::fromStdString((folder / "image").string()) +
                     QStringLiteral("%1.png").arg(number);
        image.save(paths.back());
    }
    return paths;
}

} // namespace hierascope::testing
