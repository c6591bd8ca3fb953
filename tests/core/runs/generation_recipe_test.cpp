// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/generation_recipe.h"

#include <limits>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "core/runs/recipe.h"

namespace hierascope::runs {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

/// Every field differs from its default and from the others.
GenerationRecipe fullRecipe() {
    GenerationRecipe recipe;
    recipe.program = "hierascope 0.1.0";
    recipe.figure = "generated_strip";
    recipe.generatorPath = "/m/K\xC3\xB6ln";
    recipe.generatorSha256 = std::string(64, 'a');
    recipe.tokenizerPath = "/m/codes";
    recipe.tokenizerSha256 = std::string(64, 'b');
    recipe.label = 7;
    recipe.className = "Sneaker";
    recipe.greedy = true;
    recipe.temperature = 0.7;
    recipe.topK = 40;
    recipe.topP = 0.95;
    recipe.guidance = 3.75;
    recipe.schedule = "step";
    recipe.scheduleValues = {{"window_start", 0.25}};
    recipe.guidanceInterval = 5;
    recipe.seed = std::numeric_limits<std::uint64_t>::max();
    recipe.prefix = {3, 1, 4};
    recipe.codes = {3, 1, 4, 1, 5};
    recipe.step = 4;
    recipe.width = 1280;
    recipe.height = 800;
    return recipe;
}

std::string complaintAbout(const json& object) {
    const auto recipe = generationRecipeFromJson(object.dump(), "x.png");
    EXPECT_FALSE(recipe) << object.dump();
    return recipe ? std::string() : recipe.error().message;
}

TEST(GenerationRecipe, ComesBackFromItsTextUnchanged) {
    const std::string text = toJson(fullRecipe());
    ASSERT_TRUE(generationRecipeFromJson(text, "x.png"));
    EXPECT_EQ(*generationRecipeFromJson(text, "x.png"), fullRecipe());
    GenerationRecipe plain;
    plain.figure = "generated_step";
    EXPECT_EQ(*generationRecipeFromJson(toJson(plain), "x.png"), plain);
}

TEST(GenerationRecipe, IsToldFromThatOfAPyramid) {
    EXPECT_TRUE(isGenerationRecipe(toJson(fullRecipe())));
    Recipe other;
    other.figure = "picture";
    EXPECT_FALSE(isGenerationRecipe(toJson(other)));
    EXPECT_FALSE(isGenerationRecipe("{"));
    EXPECT_FALSE(isGenerationRecipe("[]"));
    EXPECT_FALSE(recipeFromJson(toJson(fullRecipe()), "x.png"));
}

TEST(GenerationRecipe, NamesEveryFieldThatIsMissing) {
    const json full = json::parse(toJson(fullRecipe()));
    for (const auto& [key, value] : full.items()) {
        json object = full;
        object.erase(key);
        EXPECT_THAT(complaintAbout(object), HasSubstr("'" + key + "' is missing"));
    }
    for (const auto& [key, value] : full["sampling"].items()) {
        json object = full;
        object["sampling"].erase(key);
        EXPECT_THAT(complaintAbout(object), HasSubstr("'sampling." + key + "' is missing"));
    }
}

TEST(GenerationRecipe, RefusesValuesOfTheWrongKind) {
    const json full = json::parse(toJson(fullRecipe()));
    const auto with = [&full](const char* pointer, const json& value) {
        json object = full;
        object[json::json_pointer(pointer)] = value;
        return complaintAbout(object);
    };
    EXPECT_THAT(with("/codes", json::array({1, -2})), HasSubstr("field 'codes' is [1,-2]"));
    EXPECT_THAT(with("/prefix", "none"), HasSubstr("field 'prefix'"));
    EXPECT_THAT(with("/sampling/top_p", 1.5), HasSubstr("a number from 0 to 1"));
    EXPECT_THAT(with("/sampling/seed", -1), HasSubstr("sampling.seed"));
    EXPECT_THAT(with("/sampling/schedule_values", json{{"peak", "x"}}),
                HasSubstr("sampling.schedule_values"));
    EXPECT_THAT(with("/generator", 3), HasSubstr("field 'generator' is 3, expected an object"));
    EXPECT_THAT(with("/figure", "picture"), HasSubstr("generated_step"));
}

} // namespace
} // namespace hierascope::runs
