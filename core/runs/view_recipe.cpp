// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/view_recipe.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/runs/recipe_fields.h"

namespace hierascope::runs {

namespace {

using nlohmann::json;

constexpr const char* kViewFigure = "view";
constexpr std::uint64_t kLargestSide = 1'000'000;

json objectOf(const std::string& text) {
    std::string complaint;
    json object = parseRecipe(text, complaint);
    return complaint.empty() ? object : json::object();
}

std::string objectText(RecipeFields& fields, const std::string& key) {
    const json* value =
        fields.take(key, "an object", [](const json& found) { return found.is_object(); });
    return value == nullptr ? "{}" : value->dump(-1, ' ', false, json::error_handler_t::replace);
}

ViewRecipe viewRecipeFrom(const json& object, std::string& complaint) {
    RecipeFields fields(object, "", complaint);
    fields.format("hierascope_recipe", kRecipeFormat);
    ViewRecipe recipe;
    recipe.program = fields.text("program");
    recipe.room = fields.word("room");
    recipe.files = neededFiles(fields, "files");
    recipe.view = objectText(fields, "view");
    recipe.details = objectText(fields, "details");
    recipe.width = static_cast<int>(fields.whole("width", kLargestSide));
    recipe.height = static_cast<int>(fields.whole("height", kLargestSide));
    return recipe;
}

void addSubject(const RecipeSubject& subject, std::vector<NeededFile>& files) {
    const NeededFile both[] = {{"model", subject.modelPath, subject.modelSha256},
                               {"image", subject.imagePath, subject.imageSha256}};
    for (const NeededFile& file : both)
        if (!file.path.empty() && std::find(files.begin(), files.end(), file) == files.end())
            files.push_back(file);
}

std::vector<NeededFile> neededBy(const Recipe& recipe) {
    std::vector<NeededFile> files;
    addSubject(recipe.a, files);
    if (recipe.b)
        addSubject(*recipe.b, files);
    return files;
}

std::vector<NeededFile> neededBy(const GenerationRecipe& recipe) {
    std::vector<NeededFile> files{{"generator", recipe.generatorPath, recipe.generatorSha256}};
    if (!recipe.tokenizerPath.empty())
        files.push_back({"model", recipe.tokenizerPath, recipe.tokenizerSha256});
    return files;
}

std::vector<NeededFile> neededBy(const ViewRecipe& recipe) {
    return recipe.files;
}

} // namespace

std::string toJson(const ViewRecipe& recipe) {
    const json object{{"hierascope_recipe", kRecipeFormat},
                      {"program", recipe.program},
                      {"figure", kViewFigure},
                      {"room", recipe.room},
                      {"files", jsonOf(recipe.files)},
                      {"view", objectOf(recipe.view)},
                      {"details", objectOf(recipe.details)},
                      {"width", recipe.width},
                      {"height", recipe.height}};
    return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<AnyRecipe> anyRecipeFromJson(std::string_view text, const std::string& name) {
    const auto any = [](auto recipe) -> Result<AnyRecipe> {
        if (!recipe)
            return failure(recipe);
        return AnyRecipe(*std::move(recipe));
    };
    if (isGenerationRecipe(text))
        return any(generationRecipeFromJson(text, name));
    std::string complaint;
    const json document = parseRecipe(text, complaint);
    if (!complaint.empty() || document.value("figure", json()) != kViewFigure)
        return any(recipeFromJson(text, name));
    ViewRecipe recipe = viewRecipeFrom(document, complaint);
    if (!complaint.empty())
        return failure(ErrorCode::BadData, "Recipe in '" + name + "': " + complaint);
    return AnyRecipe(std::move(recipe));
}

std::vector<NeededFile> filesOf(const AnyRecipe& recipe) {
    return std::visit([](const auto& kind) { return neededBy(kind); }, recipe);
}

} // namespace hierascope::runs
