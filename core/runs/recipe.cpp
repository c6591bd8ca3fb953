// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/recipe.h"

#include <algorithm>
#include <bit>
#include <limits>

#include <nlohmann/json.hpp>

#include "core/runs/recipe_fields.h"

namespace hierascope::runs {

namespace {

using nlohmann::json;

constexpr std::size_t kMostSelected = 65'536;
constexpr std::size_t kMostEdits = 10'000;
const std::string kPairs =
    "at most " + std::to_string(kMostSelected) + " pairs of level and token, both from 0";
constexpr std::uint64_t kFinestLevel = 999;
constexpr std::uint64_t kLargestSide = 1'000'000;
constexpr std::uint64_t kLastToken = std::numeric_limits<std::int64_t>::max();

RecipeSubject subjectFrom(RecipeFields fields) {
    RecipeSubject subject;
    subject.modelPath = fields.text("model_path");
    subject.modelSha256 = fields.hash("model_sha256");
    subject.imagePath = fields.text("image_path");
    subject.imageSha256 = fields.hash("image_sha256");
    return subject;
}

bool isSelection(const json& value) {
    return value.is_array() && value.size() <= kMostSelected &&
           std::all_of(value.begin(), value.end(), [](const json& pair) {
               return pair.is_array() && pair.size() == 2 && isWhole(pair[0], kFinestLevel) &&
                      isWhole(pair[1], kLastToken);
           });
}

/// Eight hex digits for each number: its bits, so that it comes back as it was.
std::string hexOf(const std::vector<float>& values) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(values.size() * 8);
    for (const float value : values) {
        const auto bits = std::bit_cast<std::uint32_t>(value);
        for (int shift = 28; shift >= 0; shift -= 4)
            text.push_back(kDigits[(bits >> shift) & 0xF]);
    }
    return text;
}

bool isHex(const json& value) {
    if (!value.is_string())
        return false;
    const auto& text = value.get_ref<const std::string&>();
    return text.size() % 8 == 0 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::vector<float> valuesFrom(const std::string& hex) {
    std::vector<float> values;
    for (std::size_t at = 0; at + 8 <= hex.size(); at += 8)
        values.push_back(std::bit_cast<float>(
            static_cast<std::uint32_t>(std::stoul(hex.substr(at, 8), nullptr, 16))));
    return values;
}

bool isCodes(const json& value) {
    return value.is_array() && value.size() <= kMostSelected &&
           std::all_of(value.begin(), value.end(),
                       [](const json& code) { return isWhole(code, kLastToken); });
}

std::vector<std::pair<int, std::int64_t>> pairsFrom(const json& pairs) {
    std::vector<std::pair<int, std::int64_t>> list;
    for (const json& pair : pairs)
        list.emplace_back(pair[0].get<int>(), pair[1].get<std::int64_t>());
    return list;
}

json jsonFrom(const std::vector<std::pair<int, std::int64_t>>& pairs) {
    json list = json::array();
    for (const auto& [level, token] : pairs)
        list.push_back(json::array({level, token}));
    return list;
}

RecipeEdit editFrom(const json& object, const std::string& prefix, std::string& complaint) {
    RecipeFields fields(object, prefix, complaint);
    RecipeEdit edit;
    edit.kind = fields.word("kind");
    if (const json* pairs = fields.take("tokens", kPairs, isSelection))
        edit.tokens = pairsFrom(*pairs);
    if (const json* codes = fields.take("codes", "codes from 0", isCodes))
        edit.codes = codes->get<std::vector<std::int64_t>>();
    if (const json* vectors = fields.take("vectors", "eight hex digits for each number", isHex))
        edit.vectors = valuesFrom(vectors->get<std::string>());
    edit.strength = fields.number("strength", 0.0, 1000.0);
    edit.seed = fields.whole("seed", std::numeric_limits<std::uint64_t>::max());
    edit.source = fields.text("source");
    return edit;
}

json jsonFrom(const RecipeEdit& edit) {
    return {{"kind", edit.kind},         {"tokens", jsonFrom(edit.tokens)},
            {"codes", edit.codes},       {"vectors", hexOf(edit.vectors)},
            {"strength", edit.strength}, {"seed", edit.seed},
            {"source", edit.source}};
}

Recipe recipeFrom(const json& object, std::string& complaint) {
    RecipeFields fields(object, "", complaint);
    fields.take("hierascope_recipe", std::to_string(kRecipeFormat), [](const json& found) {
        return found.is_number_unsigned() && found == kRecipeFormat;
    });
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
    if (const json* pairs = fields.take("selection", kPairs, isSelection))
        recipe.selection = pairsFrom(*pairs);
    if (object.contains("edits")) {
        const auto isList = [](const json& value) {
            return value.is_array() && value.size() <= kMostEdits &&
                   std::all_of(value.begin(), value.end(),
                               [](const json& edit) { return edit.is_object(); });
        };
        const json* edits =
            fields.take("edits", "at most " + std::to_string(kMostEdits) + " objects", isList);
        for (std::size_t i = 0; edits != nullptr && i < edits->size(); ++i)
            recipe.edits.push_back(
                editFrom((*edits)[i], "edits." + std::to_string(i) + ".", complaint));
    }
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
                {"selection", jsonFrom(recipe.selection)},
                {"width", recipe.width},
                {"height", recipe.height}};
    if (recipe.b)
        object["b"] = jsonFrom(*recipe.b);
    for (const RecipeEdit& edit : recipe.edits)
        object["edits"].push_back(jsonFrom(edit));
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
