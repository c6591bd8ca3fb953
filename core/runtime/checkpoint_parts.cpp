// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/checkpoint_parts.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace hierascope::runtime {

namespace {

namespace fs = std::filesystem;

constexpr const char* kConfig = "config.json";
constexpr std::array<std::string_view, 4> kUsualWeights{
    "model.safetensors", "model.safetensors.index.json", "pytorch_model.bin",
    "pytorch_model.bin.index.json"};
constexpr std::array<std::string_view, 6> kWeightEndings{".safetensors", ".json", ".bin",
                                                         ".pt",          ".pth",  ".ckpt"};
// The averaged weights come first: they are what official evaluations use.
constexpr std::array<std::string_view, 2> kTrainerFolders{"ema_model", "unwrapped_model"};

bool isThere(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

fs::path usualWeightsIn(const fs::path& folder) {
    for (const std::string_view name : kUsualWeights) {
        if (isThere(folder / name))
            return folder / name;
    }
    return {};
}

CheckpointParts partsIn(const fs::path& folder) {
    CheckpointParts parts;
    parts.weights = usualWeightsIn(folder);
    for (const std::string_view name : kTrainerFolders) {
        if (parts.weights.empty())
            parts.weights = usualWeightsIn(folder / name);
    }
    if (isThere(folder / kConfig))
        parts.configFile = folder / kConfig;
    return parts;
}

} // namespace

Result<CheckpointParts> findParts(const fs::path& model) {
    std::error_code ignored;
    if (!isThere(model))
        return failure(ErrorCode::NoInput, "There is no model at '" + model.string() + "'.");
    if (fs::is_directory(model, ignored)) {
        CheckpointParts parts = partsIn(model);
        if (parts.weights.empty())
            return failure(ErrorCode::NoInput,
                           "Model folder '" + model.string() +
                               "' has neither model.safetensors nor "
                               "model.safetensors.index.json nor pytorch_model.bin.");
        return parts;
    }
    const std::string name = model.filename().string();
    if (std::find(kWeightEndings.begin(), kWeightEndings.end(), model.extension()) ==
        kWeightEndings.end())
        return failure(ErrorCode::BadData, "'" + model.string() +
                                               "': expected a model folder, or a weights file: "
                                               ".safetensors, .bin, .pt, .pth or .ckpt.");
    CheckpointParts parts{model, {}};
    const fs::path config = model.parent_path() / kConfig;
    const bool isUsual =
        std::find(kUsualWeights.begin(), kUsualWeights.end(), name) != kUsualWeights.end();
    if (isUsual && isThere(config))
        parts.configFile = config;
    return parts;
}

} // namespace hierascope::runtime
