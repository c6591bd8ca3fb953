// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>
#include <QStringList>

namespace hierascope::widgets {

/// A path that somebody asked to open, and what it looks like from outside.
struct FoundPath {
    enum class Kind { Model, Image };
    QString path;
    Kind kind;
};

/// Turns files and folders into models and images to open; made for a worker thread.
///
/// A folder with a config.json is a model; any other folder stands for the images in it, by name,
/// or where it has none for a model, whose reader then says what is missing;
/// a weight file stands for the folder it is in; every other file is taken for an image.
std::vector<FoundPath> findPaths(const QStringList& paths);

} // namespace hierascope::widgets
