// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace hierascope::widgets {

/// What the tour opens: the demo, and the folder in which it may write its broken files.
struct TourFiles {
    QStringList models; ///< one at least; the first is shown
    QStringList images; ///< three at least
    QString scratch;
    QStringList generators{}; ///< none, or one, or two to compare
    QString crops{};          ///< a folder of many small images, empty for none
    QString presets{};        ///< a folder of training configs, empty for none
    QStringList denoisers{};  ///< DiTs: none, or one, or two to compare
};

/// Writes a picture that ends too early; returns its path.
QString writeBrokenImage(const TourFiles& files);
/// Writes the first model's config with a format of the future; returns the folder.
QString writeBrokenModel(const TourFiles& files);

} // namespace hierascope::widgets
