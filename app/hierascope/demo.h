// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace hierascope::app {

/// The model and the images that the window opens when it is given nothing else.
struct Demo {
    QString model;      ///< a folder; empty where the demo is not installed
    QStringList images; ///< by name
};

/// Looks for resources/demo beside the program: in the source tree of a build, or installed.
///
/// @param programFolder where the executable lies
Demo findDemo(const QString& programFolder);

} // namespace hierascope::app
