// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/generation_recipe.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <nlohmann/json.hpp>

#include "core/runs/recipe.h"
#include "core/runs/recipe_fields.h"

namespace hierascope::runs {

namespace {

using nlohmann::json;

constexpr std::size_t kMostCodes = 65'536;
constexpr std::size_t kMostValues = 16;
constexpr std::uint64_t kHighest = std::numeric_limits<std::int64_t>::max();
constexpr std::uint64_t kLargestSide = 1'000'000;
constexpr std::uint64_t kLastStep = 65'535;
constexpr double kLargest = 1e9;

bool isFigure(const std::string& word) {
    return word == "generated_step" || word == "generated_strip" || word == "generated_animation";
}

std::vector<std::int64_t> codesFrom(RecipeFields& fields, const std::string& key) {
    const json* codes =
        fields.take(key, "at most " + std::to_string(kMostCodes) + " codes", [](const json& found) {
            return found.is_array() && found.size() <= kMostCodes &&
                   std::ranges::all_of(found,
                                       [](const json& code) { return isWhole(code, kHighest); });
        });
    return codes == nullptr ? std::vector<std::int64_t>() : codes->get<std::vector<std::int64_t>>();
}

std::map<std::string, double> valuesFrom(RecipeFields& fields) {
    const json* values = fields.take(
        "schedule_values", "at most " + std::to_string(kMostValues) + " numbers by key",
        [](const json& found) {
            return found.is_object() && found.size() <= kMostValues &&
                   std::ranges::all_of(found, [](const json& value) {
                       return value.is_number() && std::abs(value.get<double>()) <= kLargest;
                   });
        });
    return values == nullptr ? std::map<std::string, double>()
                             : values->get<std::map<std::string, double>>();
}

void readSampling(RecipeFields fields, GenerationRecipe& recipe) {
    recipe.greedy = fields.flag("greedy");
    recipe.temperature = fields.number("temperature", 0.0, kLargest);
    recipe.topK = static_cast<std::int64_t>(fields.whole("top_k", kHighest));
    recipe.topP = fields.number("top_p", 0.0, 1.0);
    recipe.guidance = fields.number("guidance", -kLargest, kLargest);
    recipe.schedule = fields.word("schedule");
    recipe.scheduleValues = valuesFrom(fields);
    recipe.guidanceInterval =
        static_cast<std::int64_t>(fields.number("guidance_interval", -1.0, kLargest));
    recipe.seed = fields.whole("seed", std::numeric_limits<std::uint64_t>::max());
}

DenoisingRecipe denoisingFrom(RecipeFields fields) {
    const auto isWord = [](const std::string& word) {
        return word.size() <= 16 && std::ranges::all_of(word, [](char letter) {
                   return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
               });
    };
    DenoisingRecipe recipe;
    recipe.sampler = fields.choice("sampler", "a name or nothing", isWord);
    recipe.steps = static_cast<std::int64_t>(fields.whole("steps", kLastStep));
    recipe.respacing = fields.choice("respacing", "N, ddimN or nothing", isWord);
    recipe.eta = fields.number("eta", 0.0, 1.0);
    recipe.isClipped = fields.flag("clip");
    recipe.guidesThree = fields.flag("guides_three");
    recipe.guidedFrom = fields.number("guided_from", 0.0, 1.0);
    recipe.guidedTo = fields.number("guided_to", 0.0, 1.0);
    recipe.fromStep = static_cast<std::int64_t>(fields.whole("from_step", kLastStep));
    recipe.level = static_cast<int>(fields.number("level", -1.0, 64.0));
    const json* from = fields.take(
        "from", "at most " + std::to_string(kMostCodes) + " numbers", [](const json& found) {
            return found.is_array() && found.size() <= kMostCodes &&
                   std::ranges::all_of(found, [](const json& value) {
                       return value.is_number() && std::abs(value.get<double>()) <= kLargest;
                   });
        });
    if (from != nullptr)
        recipe.from = from->get<std::vector<float>>();
    return recipe;
}

json jsonFrom(const DenoisingRecipe& recipe) {
    return {{"sampler", recipe.sampler},
            {"steps", static_cast<std::uint64_t>(recipe.steps)},
            {"respacing", recipe.respacing},
            {"eta", recipe.eta},
            {"clip", recipe.isClipped},
            {"guides_three", recipe.guidesThree},
            {"guided_from", recipe.guidedFrom},
            {"guided_to", recipe.guidedTo},
            {"from_step", static_cast<std::uint64_t>(recipe.fromStep)},
            {"from", recipe.from},
            {"level", recipe.level}};
}

GenerationRecipe recipeFrom(const json& object, std::string& complaint) {
    RecipeFields fields(object, "", complaint);
    fields.format("hierascope_recipe", kRecipeFormat);
    GenerationRecipe recipe;
    recipe.program = fields.text("program");
    recipe.figure = fields.choice("figure",
                                  "\"generated_step\", \"generated_strip\" or "
                                  "\"generated_animation\"",
                                  isFigure);
    RecipeFields generator = fields.object("generator");
    recipe.generatorPath = generator.text("path");
    recipe.generatorSha256 = generator.hash("sha256");
    RecipeFields tokenizer = fields.object("tokenizer");
    recipe.tokenizerPath = tokenizer.text("path");
    recipe.tokenizerSha256 = tokenizer.hash("sha256");
    recipe.label = static_cast<std::int64_t>(fields.whole("class", kHighest));
    recipe.className = fields.text("class_name");
    readSampling(fields.object("sampling"), recipe);
    if (object.is_object() && object.contains("denoising"))
        recipe.denoising = denoisingFrom(fields.object("denoising"));
    recipe.prefix = codesFrom(fields, "prefix");
    recipe.codes = codesFrom(fields, "codes");
    recipe.step = static_cast<int>(fields.whole("step", kLastStep));
    recipe.width = static_cast<int>(fields.whole("width", kLargestSide));
    recipe.height = static_cast<int>(fields.whole("height", kLargestSide));
    return recipe;
}

} // namespace

bool isGenerationRecipe(std::string_view text) {
    std::string complaint;
    const json document = parseRecipe(text, complaint);
    if (!complaint.empty())
        return false;
    const auto figure = document.find("figure");
    return figure != document.end() && figure->is_string() &&
           isFigure(figure->get_ref<const std::string&>());
}

std::string toJson(const GenerationRecipe& recipe) {
    json object{{"hierascope_recipe", kRecipeFormat},
                {"program", recipe.program},
                {"figure", recipe.figure},
                {"generator", {{"path", recipe.generatorPath}, {"sha256", recipe.generatorSha256}}},
                {"tokenizer", {{"path", recipe.tokenizerPath}, {"sha256", recipe.tokenizerSha256}}},
                {"class", static_cast<std::uint64_t>(recipe.label)},
                {"class_name", recipe.className},
                {"sampling",
                 {{"greedy", recipe.greedy},
                  {"temperature", recipe.temperature},
                  {"top_k", static_cast<std::uint64_t>(recipe.topK)},
                  {"top_p", recipe.topP},
                  {"guidance", recipe.guidance},
                  {"schedule", recipe.schedule},
                  {"schedule_values", json(recipe.scheduleValues)},
                  {"guidance_interval", recipe.guidanceInterval},
                  {"seed", recipe.seed}}},
                {"prefix", std::vector<std::uint64_t>(recipe.prefix.begin(), recipe.prefix.end())},
                {"codes", std::vector<std::uint64_t>(recipe.codes.begin(), recipe.codes.end())},
                {"step", static_cast<unsigned>(recipe.step)},
                {"width", static_cast<unsigned>(recipe.width)},
                {"height", static_cast<unsigned>(recipe.height)}};
    if (recipe.denoising)
        object["denoising"] = jsonFrom(*recipe.denoising);
    return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<GenerationRecipe> generationRecipeFromJson(std::string_view text, const std::string& name) {
    std::string complaint;
    const json document = parseRecipe(text, complaint);
    GenerationRecipe recipe;
    if (complaint.empty())
        recipe = recipeFrom(document, complaint);
    if (!complaint.empty())
        return failure(ErrorCode::BadData, "Recipe in '" + name + "': " + complaint);
    return recipe;
}

} // namespace hierascope::runs
