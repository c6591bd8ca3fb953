// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/runs/recipe_edits.h"

/// How an exported picture was made: one JSON object that travels in the picture.
namespace hierascope::runs {

inline constexpr int kRecipeFormat = 1;
inline constexpr const char* kRecipeKeyword = "hierascope"; ///< of the text in a PNG file

/// One model with one image.
struct RecipeSubject {
    std::string modelPath;
    std::string modelSha256; ///< 64 hex digits, or empty
    std::string imagePath;
    std::string imageSha256; ///< 64 hex digits, or empty
    bool operator==(const RecipeSubject&) const = default;
};

struct Recipe {
    std::string program; ///< "hierascope 0.1.0"
    std::string figure;  ///< "picture" or "ladder"
    RecipeSubject a;
    std::optional<RecipeSubject> b;
    int level = 0;       ///< of A, from 0
    std::string picture; ///< lower_snake words: "reconstruction"
    std::string compare; ///< "side_by_side"
    std::string overlay; ///< "grid"
    double wipe = 0.5;   ///< part of the width, 0 to 1
    bool sample = false;
    std::uint64_t seed = 0;
    std::vector<std::pair<int, std::int64_t>> selection; ///< level, token
    std::vector<RecipeEdit> edits;                       ///< of A's tokens
    int width = 0;                                       ///< of the exported figure, pixels
    int height = 0;                                      ///< of the exported figure, pixels
    bool operator==(const Recipe&) const = default;
};

/// Writes one JSON object; bytes of paths that are not UTF-8 become replacement characters.
std::string toJson(const Recipe& recipe);

/// Reads what anybody may have written: every field is checked, keys that are not known are
/// ignored.
///
/// @param name what messages call the text's origin: a file's name
/// @return     BadData with name, field, value and what was expected
Result<Recipe> recipeFromJson(std::string_view text, const std::string& name);

} // namespace hierascope::runs
