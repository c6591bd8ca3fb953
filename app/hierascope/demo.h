// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace hierascope::app {

/// The models and the images that the window opens when it is given nothing else.
struct Demo {
    QStringList models;     ///< folders, the one to show first; empty where there is no demo
    QStringList images;     ///< by name
    QString crops;          ///< folder of many small images, one folder in it for each photograph
    QStringList generators; ///< folders, the one to show first; their tokenizer lies beside them
    QStringList denoisers;  ///< DiTs; likewise
    QString presets;        ///< folder of training configs
};

/// Looks for resources/demo beside the program: in the source tree of a build, or installed.
///
/// @param programFolder where the executable lies
Demo findDemo(const QString& programFolder);

} // namespace hierascope::app
