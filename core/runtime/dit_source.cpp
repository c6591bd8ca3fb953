// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/dit_source.h"

#include <cmath>

#include "core/base/log.h"
#include "core/models/dit_options.h"
#include "core/runtime/config_overrides.h"

namespace hierascope::runtime {

namespace {

using nlohmann::json;

constexpr const char* kPatches = "x_embedder.proj.weight";
constexpr const char* kPositions = "pos_embed";
constexpr const char* kClassTable = "y_embedder.embedding_table.weight";
constexpr const char* kSteering = "blocks.0.adaLN_modulation.1.weight";
constexpr const char* kFeedForward = "blocks.0.mlp.fc1.weight";
constexpr const char* kOutput = "final_layer.linear.weight";

/// What the tensors say. The null class is the last row of the class table.
json toldByTensors(const OfficialCheckpoint& checkpoint) {
    const std::int64_t width = checkpoint.size(kPatches, 0);
    const std::int64_t channels = checkpoint.size(kPatches, 1);
    const std::int64_t patch = checkpoint.size(kPatches, 2);
    const auto side = std::llround(std::sqrt(static_cast<double>(checkpoint.size(kPositions, 1))));
    json told = {{"input_size", side * patch},
                 {"patch_size", patch},
                 {"in_channels", channels},
                 {"hidden_size", width},
                 {"depth", checkpoint.count("blocks.", ".adaLN_modulation.1.weight")},
                 {"num_classes", checkpoint.size(kClassTable, 0) - 1},
                 {"learn_sigma", checkpoint.size(kOutput, 0) == 2 * patch * patch * channels}};
    if (width > 0 && checkpoint.has(kFeedForward))
        told["mlp_ratio"] =
            static_cast<double>(checkpoint.size(kFeedForward, 0)) / static_cast<double>(width);
    return told;
}

Result<json> completed(const OfficialCheckpoint& checkpoint) {
    json options = models::jsonFromDitOptions({});
    options.update(toldByTensors(checkpoint));
    options["num_heads"] = nullptr;
    if (checkpoint.config.is_object())
        options.update(checkpoint.config);
    if (auto applied = applyOverrides(options, checkpoint.overrides); !applied)
        return failure(applied);
    if (!options["num_heads"].is_null())
        return options;
    const std::int64_t width = checkpoint.size(kPatches, 0);
    const models::DitSize* size = models::findDitSize(width);
    if (size == nullptr)
        return failure(ErrorCode::BadData,
                       "'" + checkpoint.weights.string() + "': the width " + std::to_string(width) +
                           " is none of the official sizes, so that no tensor tells the number of "
                           "heads; say it with --set num_heads=N.");
    options["num_heads"] = size->heads;
    return options;
}

} // namespace

bool isOfficialDit(const OfficialCheckpoint& checkpoint) {
    const json& config = checkpoint.config;
    const bool mayBe = config.is_null() || (config.is_object() && config.contains("hidden_size") &&
                                            config.contains("depth"));
    return mayBe && checkpoint.has(kPatches) && checkpoint.has(kSteering) &&
           checkpoint.has(kPositions);
}

Result<ModelSource> sourceFromOfficialDit(const OfficialCheckpoint& checkpoint) {
    const auto options = completed(checkpoint);
    if (!options)
        return failure(options);
    if (checkpoint.config.is_null())
        log::info("runtime", "'" + checkpoint.weights.string() +
                                 "' comes without a config; from its tensors: width " +
                                 (*options)["hidden_size"].dump() + ", " +
                                 (*options)["depth"].dump() + " layers, latent maps of " +
                                 (*options)["in_channels"].dump() + " channels and side " +
                                 (*options)["input_size"].dump() + ", " +
                                 (*options)["num_classes"].dump() + " classes. Assumed: " +
                                 (*options)["num_heads"].dump() + " heads, objective " +
                                 (*options)["objective"].dump() + ", latents not scaled.");
    ModelSource source;
    source.model = checkpoint.model;
    source.configFile = checkpoint.where();
    source.weights = checkpoint.weights;
    source.config = {{"format", 1}, {"family", "dit"}, {"options", *options}};
    source.isOverridden = !checkpoint.overrides.empty();
    return source;
}

} // namespace hierascope::runtime
