// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/gpt_source.h"

#include <array>

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

/// Official arguments that this project's options do not have: they change no inference of codes.
constexpr std::array kUnused{"caption_dim", "model_type", "cls_token_num", "max_batch_size",
                             "max_seq_len"};

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

bool saysHar(const OfficialCheckpoint& checkpoint) {
    return checkpoint.has(kSpecialTable);
}

Result<json> completed(const OfficialCheckpoint& checkpoint) {
    json options = officialDefaults();
    const bool hasConfig = !checkpoint.config.is_null();
    options.update(toldByTensors(checkpoint));
    if (hasConfig)
        options.update(checkpoint.config);
    for (const char* key : kUnused)
        options.erase(key);
    options["variant"] = saysHar(checkpoint) ? "har" : "ar";
    if (!options.contains("block_size"))
        options["block_size"] = models::GptOptions().blockSize;
    if (!hasConfig)
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
    return options;
}

} // namespace

bool isOfficialGpt(const OfficialCheckpoint& checkpoint) {
    if (!checkpoint.config.is_null())
        return checkpoint.config.is_object() && checkpoint.config.contains("n_layer") &&
               checkpoint.config.contains("vocab_size");
    return checkpoint.has(kCodeTable) && checkpoint.has(kAttention);
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
