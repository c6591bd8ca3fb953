// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/hierascope_cli/replay_recipe.h"
#include "core/runs/recipe_fields.h"
#include "core/runtime/attention_files.h"
#include "core/runtime/pictures.h"
#include "core/runtime/pyramid_files.h"

namespace hierascope::cli {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::uint64_t kMostReplayed = 1'000'000'000;

/// A recipe of a command: what all have, and options that each command reads for itself.
struct CommandRecipe {
    std::string command;
    runs::NeededFile model;
    runs::NeededFile input;     ///< an empty path: none
    runs::NeededFile tokenizer; ///< an empty path: none
    std::uint64_t seed = 0;
    std::string dtype;
    std::vector<std::string> overrides;
};

/// Recipes of older versions have the name alone.
runs::NeededFile neededIn(runs::RecipeFields fields, const std::string& kind) {
    const std::string name = fields.text("name");
    return {kind, fields.has("path") ? fields.text("path") : name, fields.hash("sha256")};
}

CommandRecipe commandRecipeFrom(runs::RecipeFields& fields) {
    CommandRecipe recipe;
    fields.format("format", 1);
    recipe.command = fields.word("command");
    recipe.model =
        neededIn(fields.object("model"), recipe.command == "generate" ? "generator" : "model");
    if (fields.has("input"))
        recipe.input =
            neededIn(fields.object("input"), recipe.command == "decode" ? "data" : "image");
    if (fields.has("tokenizer"))
        recipe.tokenizer = neededIn(fields.object("tokenizer"), "model");
    recipe.seed = fields.whole("seed", std::numeric_limits<std::uint64_t>::max());
    runs::RecipeFields options = fields.object("options");
    recipe.dtype = options.text("dtype");
    const auto isTexts = [](const json& found) {
        return found.is_array() && std::all_of(found.begin(), found.end(),
                                               [](const json& one) { return one.is_string(); });
    };
    if (options.has("set"))
        if (const json* set = options.take("set", "a list of texts", isTexts))
            recipe.overrides = set->get<std::vector<std::string>>();
    return recipe;
}

std::int64_t countIn(runs::RecipeFields& options, const char* key) {
    return static_cast<std::int64_t>(options.whole(key, kMostReplayed));
}

std::optional<std::int64_t> maybeCountIn(runs::RecipeFields& options, const char* key) {
    return options.has(key) ? std::optional(countIn(options, key)) : std::nullopt;
}

/// What a command made of its options; it reads them before anything is opened.
using Making = std::function<Result<ImageRgb8>(Session&, runtime::Tokenizer&, const fs::path&)>;

Making reconstructing(const CommandRecipe& recipe, runs::RecipeFields options) {
    const bool isSample = options.flag("sample");
    const auto level = static_cast<std::size_t>(countIn(options, "level"));
    const bool isResidual =
        options.choice("shows", R"("level" or "residual")", [](const std::string& word) {
            return word == "level" || word == "residual";
        }) == "residual";
    return [=, seed = recipe.seed](Session& session, runtime::Tokenizer& model,
                                   const fs::path& input) -> Result<ImageRgb8> {
        const auto image = runtime::readPicture(input);
        if (!image)
            return failure(image);
        const auto made = model.reconstruct(*image, {isSample, seed, false}, session.context());
        if (!made)
            return failure(made);
        if (level >= made->levels.size())
            return failure(ErrorCode::BadData, "Field 'options.level' is " + std::to_string(level) +
                                                   ", and the model has " +
                                                   std::to_string(made->levels.size()) +
                                                   " levels.");
        const runtime::LevelReconstruction& shown = made->levels[level];
        return isResidual ? runtime::pictureFromResidual(shown.residual) : toRgb8(shown.picture);
    };
}

Making attending(runs::RecipeFields options) {
    runtime::AttentionRequest request;
    const std::string part =
        options.choice("part", R"("encoder" or "decoder")", [](const std::string& word) {
            return word == "encoder" || word == "decoder";
        });
    request.part = part == "encoder" ? runtime::AttentionRequest::Part::Encoder
                                     : runtime::AttentionRequest::Part::Decoder;
    request.layer = countIn(options, "layer");
    request.head = maybeCountIn(options, "head");
    return [request](Session& session, runtime::Tokenizer& model,
                     const fs::path& input) -> Result<ImageRgb8> {
        const auto image = runtime::readPicture(input);
        if (!image)
            return failure(image);
        const auto map = model.attend(*image, request, session.context());
        if (!map)
            return failure(map);
        return runtime::pictureFromAttention(*map);
    };
}

Making decoding(runs::RecipeFields options) {
    const runtime::DecodeOptions kept{maybeCountIn(options, "keep_levels"),
                                      maybeCountIn(options, "keep_tokens")};
    return [kept](Session& session, runtime::Tokenizer& model,
                  const fs::path& input) -> Result<ImageRgb8> {
        const auto tokens = runtime::readTokens(input, model.info());
        if (!tokens)
            return failure(tokens);
        const auto image = tokens->codes.empty()
                               ? model.decode(tokens->latents, kept, session.context())
                               : model.decodeCodes(tokens->codes, kept, session.context());
        if (!image)
            return failure(image);
        return toRgb8(*image);
    };
}

runtime::GenerationRequest requestIn(runs::RecipeFields& options, std::uint64_t seed) {
    constexpr double kLargest = 1e9;
    runtime::GenerationRequest request;
    runtime::SamplingOptions& sampling = request.sampling;
    request.label = countIn(options, "class");
    sampling.greedy = options.flag("greedy");
    sampling.guidance = options.number("cfg", -kLargest, kLargest);
    sampling.schedule.name = options.word("cfg_schedule");
    const auto isNumbers = [](const json& found) {
        return found.is_null() ||
               (found.is_object() && std::all_of(found.begin(), found.end(),
                                                 [](const json& one) { return one.is_number(); }));
    };
    if (const json* values = options.take("cfg_schedule_values", "an object of numbers", isNumbers))
        if (values->is_object())
            sampling.schedule.values = values->get<std::map<std::string, double>>();
    sampling.guidanceInterval =
        static_cast<std::int64_t>(options.number("cfg_interval", -1.0, kLargest));
    sampling.temperature = options.number("temperature", 0.0, kLargest);
    sampling.topK = countIn(options, "top_k");
    sampling.topP = options.number("top_p", 0.0, 1.0);
    sampling.seed = seed;
    return request;
}

Result<ImageRgb8> makeAgain(Session& session, const CommandRecipe& recipe, const Making& making,
                            const NeededFiles& files) {
    const auto model = files.find(recipe.model);
    if (!model)
        return failure(model);
    const auto input = files.find(recipe.input);
    if (!input)
        return failure(input);
    session.model.model = *model;
    const auto opened = session.openModel();
    if (!opened)
        return failure(opened);
    return making(session, **opened, *input);
}

Result<ImageRgb8> generateAgain(Session& session, const CommandRecipe& recipe,
                                const runtime::GenerationRequest& request, std::int64_t steps,
                                const NeededFiles& files) {
    const auto generator = files.find(recipe.model);
    if (!generator)
        return failure(generator);
    const auto tokenizer = files.find(recipe.tokenizer);
    if (!tokenizer)
        return failure(tokenizer);
    return replayGeneration(session, *generator, *tokenizer, request, steps, {});
}

} // namespace

Result<ImageRgb8> replayCommandRecipe(Session& session, const std::string& text,
                                      const std::string& name, const NeededFiles& files) {
    std::string complaint;
    const json document = runs::parseRecipe(text, complaint);
    const auto broken = [&] {
        return failure(ErrorCode::BadData, "Recipe in '" + name + "': " + complaint);
    };
    if (!complaint.empty())
        return broken();
    runs::RecipeFields fields(document, "", complaint);
    const CommandRecipe recipe = commandRecipeFrom(fields);
    if (!complaint.empty())
        return broken();
    runs::RecipeFields options = fields.object("options");
    Making making;
    runtime::GenerationRequest request;
    std::int64_t steps = 0;
    if (recipe.command == "reconstruct")
        making = reconstructing(recipe, options);
    else if (recipe.command == "attention")
        making = attending(options);
    else if (recipe.command == "decode")
        making = decoding(options);
    else if (recipe.command == "generate") {
        request = requestIn(options, recipe.seed);
        steps = maybeCountIn(options, "step").value_or(-1) + 1;
    } else
        complaint = "field 'command' is \"" + recipe.command +
                    "\", expected \"attention\", \"decode\", \"generate\" or \"reconstruct\".";
    if (!complaint.empty())
        return broken();
    session.model.overrides = recipe.overrides;
    session.common.dtype = recipe.dtype;
    return making ? makeAgain(session, recipe, making, files)
                  : generateAgain(session, recipe, request, steps, files);
}

} // namespace hierascope::cli
