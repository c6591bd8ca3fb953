// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/runs/generation_recipe.h"
#include "core/runs/needed_file.h"
#include "core/runs/recipe.h"

namespace hierascope::runs {

/// How the picture of a view was made that only the window paints: a map, attention, codes.
struct ViewRecipe {
    std::string program; ///< "hierascope 0.1.0"
    std::string room;    ///< "latents", "attention", "codebook"
    std::vector<NeededFile> files;
    std::string view;    ///< what was chosen: one JSON object, which the window writes and reads
    std::string details; ///< what came of it, for people: one JSON object
    int width = 0;       ///< of the exported figure, pixels
    int height = 0;      ///< of the exported figure, pixels
    bool operator==(const ViewRecipe&) const = default;
};

/// Writes one JSON object; bytes of paths that are not UTF-8 become replacement characters.
std::string toJson(const ViewRecipe& recipe);

/// Whatever an exported picture of the window may carry.
using AnyRecipe = std::variant<Recipe, GenerationRecipe, ViewRecipe>;

/// Reads what anybody may have written, as `recipeFromJson` does.
Result<AnyRecipe> anyRecipeFromJson(std::string_view text, const std::string& name);

/// The files that a recipe needs; those of A come first.
std::vector<NeededFile> filesOf(const AnyRecipe& recipe);

} // namespace hierascope::runs
