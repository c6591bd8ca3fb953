// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/gpt_source.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/base/log.h"
#include "core/models/gpt_options.h"
#include "core/runtime/config_overrides.h"

namespace hierascope::runtime {

namespace {

using nlohmann::json;

constexpr const char* kCodeTable = "tok_embeddings.weight";
constexpr const char* kClassTable = "cls_embedding.embedding_table.weight";
constexpr const char* kSpecialTable = "spe_tok_embeddings.special_embeddings.weight";
constexpr const char* kAttention = "layers.0.attention.wqkv.weight";
constexpr const char* kFeedForward = "layers.0.feed_forward.w1.weight";

/// Arguments of which no tensor tells anything, as the official code has them.
json officialDefaults() {
    json defaults = models::jsonFromGptOptions({});
    for (const char* told : {"variant", "dim", "n_layer", "n_head", "vocab_size", "num_classes",
                             "block_size", "spe_token_num"})
        defaults.erase(told);
    return defaults;
}

/// What the tensors say. The null class is the last row of the class table.
json toldByTensors(const OfficialCheckpoint& checkpoint) {
    json told = {{"dim", checkpoint.size(kCodeTable, 1)},
                 {"n_layer", checkpoint.count("layers.", ".attention.wqkv.weight")},
                 {"vocab_size", checkpoint.size(kCodeTable, 0)},
                 {"num_classes", checkpoint.size(kClassTable, 0) - 1}};
    if (checkpoint.has(kSpecialTable)) {
        told["spe_token_num"] = checkpoint.size(kSpecialTable, 0);
        told["block_size"] = checkpoint.size(kSpecialTable, 0) + 1;
    }
    return told;
}

/// The head count that belongs to the width in the official table.
Result<std::int64_t> headsOf(const OfficialCheckpoint& checkpoint, std::int64_t width) {
    if (const models::GptSize* size = models::findGptSize(width))
        return size->heads;
    return failure(ErrorCode::BadData,
                   "'" + checkpoint.weights.string() + "': the width " + std::to_string(width) +
                       " is none of the official sizes, so that no tensor tells the number of "
                       "heads; say it with --set n_head=N.");
}

/// Finds the narrowest rounding that leads to the feed-forward width that the tensors have.
void fitFeedForward(const OfficialCheckpoint& checkpoint, json& options) {
    const std::int64_t width = options["dim"].get<std::int64_t>();
    const std::int64_t found = checkpoint.size(kFeedForward, 0);
    for (std::int64_t multiple = 256; multiple >= 1; multiple /= 2) {
        models::GptOptions tried;
        tried.dim = width;
        tried.multipleOf = multiple;
        if (tried.ffnWidth() == found) {
            options["multiple_of"] = multiple;
            return;
        }
    }
}

/// The value of a key of a training config; a reference to another key is followed.
json valueOf(const json& config, const json& value) {
    const std::string text = value.is_string() ? value.get<std::string>() : "";
    if (!text.starts_with("${") || !text.ends_with("}"))
        return value;
    std::string place = "/" + text.substr(2, text.size() - 3);
    std::replace(place.begin(), place.end(), '.', '/');
    const json::json_pointer pointer(place);
    return config.contains(pointer) ? config.at(pointer) : json();
}

/// Whether a training config of the official code has a generator in it.
bool isTrainingConfig(const json& config) {
    const json::json_pointer place("/model/generator");
    return config.contains(place) && config.at(place).is_object();
}

/// A size that a training config names, where the tensors have it; else the log says so.
void addNamedSize(const OfficialCheckpoint& checkpoint, const std::string& name, json& arguments) {
    const models::GptSize* size = models::findGptSize(std::string_view(name));
    const json told = toldByTensors(checkpoint);
    if (size != nullptr && told["dim"] == size->width && told["n_layer"] == size->layers)
        arguments["n_head"] = size->heads;
    else
        log::warning("runtime", "'" + checkpoint.where().string() + "': model_type is " + name +
                                    ", but the tensors have width " + told["dim"].dump() + " and " +
                                    told["n_layer"].dump() + " layers; the tensors are taken.");
}

/// The model arguments that a config states: all of it, or what its `model.generator` says.
json statedArguments(const OfficialCheckpoint& checkpoint) {
    if (!isTrainingConfig(checkpoint.config))
        return checkpoint.config;
    json arguments = json::object();
    const json& generator = checkpoint.config["model"]["generator"];
    for (const auto& [key, name] :
         {std::pair{"vocab_size", "vocab_size"}, std::pair{"block_size", "block_size"},
          std::pair{"num_classes", "num_classes"}, std::pair{"cls_token_num", "cls_token_num"},
          std::pair{"ar_token_num", "ar_token_num"}, std::pair{"spe_token_num", "spe_token_num"},
          std::pair{"drop_path_rate", "drop_path_rate"},
          std::pair{"token_dropout_p", "token_dropout_p"},
          std::pair{"dropout_p", "resid_dropout_p"}, std::pair{"dropout_p", "ffn_dropout_p"},
          std::pair{"gpt_type", "model_type"}}) {
        const json value =
            generator.contains(key) ? valueOf(checkpoint.config, generator[key]) : json();
        if (!value.is_null())
            arguments[name] = value;
    }
    if (generator.contains("model_type") && generator["model_type"].is_string())
        addNamedSize(checkpoint, generator["model_type"], arguments);
    return arguments;
}

/// Fewer heads of keys and values than of queries show in the height of their joint matrix.
void fitKeyValueHeads(const OfficialCheckpoint& checkpoint, json& options) {
    const std::int64_t heads = options["n_head"].get<std::int64_t>();
    const std::int64_t width = options["dim"].get<std::int64_t>();
    const std::int64_t rest = checkpoint.size(kAttention, 0) - width;
    if (heads > 0 && width >= heads && rest > 0 && rest != 2 * width)
        options["n_kv_head"] = rest / (2 * (width / heads));
}

Result<json> completed(const OfficialCheckpoint& checkpoint) {
    json options = officialDefaults();
    const bool isComplete = !checkpoint.config.is_null() && !isTrainingConfig(checkpoint.config);
    options.update(toldByTensors(checkpoint));
    if (!checkpoint.config.is_null())
        options.update(statedArguments(checkpoint));
    options["variant"] = checkpoint.has(kSpecialTable) ? "har" : "ar";
    if (!options.contains("block_size"))
        options["block_size"] = models::GptOptions().blockSize;
    if (!isComplete)
        fitFeedForward(checkpoint, options);
    if (!options.contains("n_head"))
        options["n_head"] = nullptr;
    if (auto applied = applyOverrides(options, checkpoint.overrides); !applied)
        return failure(applied);
    if (options["n_head"].is_null()) {
        const auto heads = headsOf(checkpoint, checkpoint.size(kCodeTable, 1));
        if (!heads)
            return failure(heads);
        options["n_head"] = *heads;
    }
    if (!isComplete && options["n_kv_head"].is_null() && options["n_head"].is_number_integer() &&
        options["dim"].is_number_integer())
        fitKeyValueHeads(checkpoint, options);
    return options;
}

} // namespace

bool isOfficialGpt(const OfficialCheckpoint& checkpoint) {
    const json& config = checkpoint.config;
    if (config.is_object() && config.contains("n_layer") && config.contains("vocab_size"))
        return true;
    const bool mayBe = config.is_null() || (config.is_object() && isTrainingConfig(config));
    return mayBe && checkpoint.has(kCodeTable) && checkpoint.has(kAttention);
}

Result<ModelSource> sourceFromOfficialGpt(const OfficialCheckpoint& checkpoint) {
    const auto options = completed(checkpoint);
    if (!options)
        return failure(options);
    if (checkpoint.config.is_null())
        log::info("runtime", "'" + checkpoint.weights.string() +
                                 "' comes without a config; from its tensors: " +
                                 (*options)["variant"].get<std::string>() + ", width " +
                                 (*options)["dim"].dump() + ", " + (*options)["n_layer"].dump() +
                                 " layers, " + (*options)["vocab_size"].dump() + " codes, " +
                                 (*options)["num_classes"].dump() +
                                 " classes. Assumed: " + (*options)["n_head"].dump() + " heads, " +
                                 (*options)["block_size"].dump() + " tokens.");
    ModelSource source;
    source.model = checkpoint.model;
    source.configFile = checkpoint.where();
    source.weights = checkpoint.weights;
    source.config = {{"format", 1}, {"family", "gpt"}, {"options", *options}};
    source.isOverridden = !checkpoint.overrides.empty();
    source.trainingKeys = {"freqs_cis", "causal_mask", "group_mask"};
    return source;
}

} // namespace hierascope::runtime
