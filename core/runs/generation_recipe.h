// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

/// How an exported picture of a generation was made: one JSON object that travels in the picture.
namespace hierascope::runs {

/// How a DiT made the picture.
struct DenoisingRecipe {
    std::string sampler; ///< or empty: the generator's first
    std::int64_t steps = 1;
    std::string respacing; ///< or empty
    double eta = 0.0;
    bool isClipped = false;
    bool guidesThree = false;
    double guidedFrom = 0.0;
    double guidedTo = 1.0;
    std::int64_t fromStep = 0; ///< a branch goes on with this step
    std::vector<float> from;   ///< from this map; empty: from noise
    int level = -1;            ///< that the picture shows, from 0; -1: the finest
    bool operator==(const DenoisingRecipe&) const = default;
};

struct GenerationRecipe {
    std::string program; ///< "hierascope 0.1.0"
    std::string figure;  ///< "generated_step", "generated_strip" or "generated_animation"
    std::string generatorPath;
    std::string generatorSha256; ///< 64 hex digits, or empty
    std::string tokenizerPath;
    std::string tokenizerSha256; ///< 64 hex digits, or empty
    std::int64_t label = 0;      ///< the class, or their number for the null class
    std::string className;       ///< for people
    bool greedy = false;
    double temperature = 1.0;
    std::int64_t topK = 0;
    double topP = 1.0;
    double guidance = 1.0;
    std::string schedule = "constant";
    std::map<std::string, double> scheduleValues;
    std::int64_t guidanceInterval = -1;
    std::uint64_t seed = 0;
    std::optional<DenoisingRecipe> denoising; ///< of a DiT
    std::vector<std::int64_t> prefix; ///< codes that were given, before the first generated one
    std::vector<std::int64_t> codes;  ///< all that the picture shows
    int step = 0;                     ///< the one that is shown, from 0
    int width = 0;                    ///< of the exported figure, pixels
    int height = 0;                   ///< of the exported figure, pixels
    bool operator==(const GenerationRecipe&) const = default;
};

/// Says whether a recipe's text is one of a generation, whatever else is in it.
bool isGenerationRecipe(std::string_view text);

/// Writes one JSON object; bytes of paths that are not UTF-8 become replacement characters.
std::string toJson(const GenerationRecipe& recipe);

/// Reads what anybody may have written, as `recipeFromJson` does.
Result<GenerationRecipe> generationRecipeFromJson(std::string_view text, const std::string& name);

} // namespace hierascope::runs
