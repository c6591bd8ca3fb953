// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/recipe.h"

#include <algorithm>
#include <bit>
#include <limits>

#include <nlohmann/json.hpp>

#include "core/runs/recipe_edits.h"
#include "core/runs/recipe_fields.h"

namespace hierascope::runs {

namespace {

using nlohmann::json;

constexpr std::uint64_t kFinestLevel = 999;
constexpr std::uint64_t kLargestSide = 1'000'000;

RecipeSubject subjectFrom(RecipeFields fields) {
    RecipeSubject subject;
    subject.modelPath = fields.text("model_path");
    subject.modelSha256 = fields.hash("model_sha256");
    subject.imagePath = fields.text("image_path");
    subject.imageSha256 = fields.hash("image_sha256");
    return subject;
}

Recipe recipeFrom(const json& object, std::string& complaint) {
    RecipeFields fields(object, "", complaint);
    fields.format("hierascope_recipe", kRecipeFormat);
    Recipe recipe;
    recipe.program = fields.text("program");
    recipe.figure = fields.choice("figure", "\"picture\" or \"ladder\"", [](const auto& found) {
        return found == "picture" || found == "ladder";
    });
    recipe.a = subjectFrom(fields.object("a"));
    if (object.contains("b"))
        recipe.b = subjectFrom(fields.object("b"));
    recipe.level = static_cast<int>(fields.whole("level", kFinestLevel));
    recipe.picture = fields.word("picture");
    recipe.compare = fields.word("compare");
    recipe.overlay = fields.word("overlay");
    recipe.wipe = fields.number("wipe", 0.0, 1.0);
    recipe.sample = fields.flag("sample");
    recipe.seed = fields.whole("seed", std::numeric_limits<std::uint64_t>::max());
    recipe.selection = tokenPairsIn(fields, "selection");
    recipe.edits = recipeEditsIn(fields, "edits");
    recipe.width = static_cast<int>(fields.whole("width", kLargestSide));
    recipe.height = static_cast<int>(fields.whole("height", kLargestSide));
    return recipe;
}

json jsonFrom(const RecipeSubject& subject) {
    return {{"model_path", subject.modelPath},
            {"model_sha256", subject.modelSha256},
            {"image_path", subject.imagePath},
            {"image_sha256", subject.imageSha256}};
}

} // namespace

std::string toJson(const Recipe& recipe) {
    json object{{"hierascope_recipe", kRecipeFormat},
                {"program", recipe.program},
                {"figure", recipe.figure},
                {"a", jsonFrom(recipe.a)},
                {"level", recipe.level},
                {"picture", recipe.picture},
                {"compare", recipe.compare},
                {"overlay", recipe.overlay},
                {"wipe", recipe.wipe},
                {"sample", recipe.sample},
                {"seed", recipe.seed},
                {"selection", jsonOfTokenPairs(recipe.selection)},
                {"width", recipe.width},
                {"height", recipe.height}};
    if (recipe.b)
        object["b"] = jsonFrom(*recipe.b);
    if (!recipe.edits.empty())
        object["edits"] = jsonOfRecipeEdits(recipe.edits);
    return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<Recipe> recipeFromJson(std::string_view text, const std::string& name) {
    std::string complaint;
    const json document = parseRecipe(text, complaint);
    Recipe recipe;
    if (complaint.empty())
        recipe = recipeFrom(document, complaint);
    if (!complaint.empty())
        return failure(ErrorCode::BadData, "Recipe in '" + name + "': " + complaint);
    return recipe;
}

} // namespace hierascope::runs
