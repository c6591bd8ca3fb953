// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/runs/generation_recipe.h"
#include "core/runs/recipe.h"

#include <QString>
#include <QStringList>

namespace hierascope::widgets {

/// A path that somebody asked to open, and what it looks like from outside.
struct FoundPath {
    enum class Kind { Model, Generator, Image };
    QString path;
    Kind kind;
    std::optional<runs::Recipe> recipe{};               ///< of a picture that this program exported
    std::optional<runs::GenerationRecipe> generation{}; ///< the same, of a generation
};

/// Turns files and folders into models and images to open; made for a worker thread.
///
/// A folder with a config.json or weights is a model, or a generator where the config says so; a
/// run folder stands for its newest checkpoint; any other folder stands for the images and models
/// in it, or, where it has neither, for the images one folder deeper; an empty one for a model,
/// whose reader then says what is missing. A recorded pyramid is a model, and its images come with
/// it. A weight file stands for the folder it is in; every
/// other file is taken for an image.
std::vector<FoundPath> findPaths(const QStringList& paths);

/// The checkpoint folders `step-N` in a run's folder of checkpoints, by step; for a worker thread.
QStringList checkpointsIn(const QString& folder);

} // namespace hierascope::widgets
