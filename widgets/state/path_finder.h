// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/runs/generation_recipe.h"
#include "core/runs/recipe.h"
#include "core/runs/view_recipe.h"

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
    std::optional<runs::ViewRecipe> view{};             ///< the same, of a view
    QString problem{};                                  ///< why a recipe cannot be used

    bool hasRecipe() const { return recipe || generation || view; }
    /// What the recipe needs; nothing without one.
    std::vector<runs::NeededFile> files() const;
};

/// Files that somebody showed in another place: where a recipe has them, and where they are.
using PathMoves = std::vector<std::pair<std::string, std::string>>;

/// Turns files and folders into models and images to open; made for a worker thread.
///
/// A folder with a config.json or weights is a model, or a generator where the config says so; a
/// run folder stands for its newest checkpoint; any other folder stands for the images and models
/// in it, or, where it has neither, for the images one folder deeper; an empty one for a model,
/// whose reader then says what is missing. A recorded pyramid is a model, and its images come with
/// it. A weight file stands for the folder it is in; every
/// other file is taken for an image.
/// @param moves made in the recipe of a picture before it is read
std::vector<FoundPath> findPaths(const QStringList& paths, const PathMoves& moves = {});

/// The checkpoint folders `step-N` in a run's folder of checkpoints, by step; for a worker thread.
QStringList checkpointsIn(const QString& folder);

} // namespace hierascope::widgets
