// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include <nlohmann/json.hpp>

#include "core/base/result.h"

namespace hierascope::io {

/// A model on disk: what it is, and where its weights lie.
struct ModelFolder {
    std::filesystem::path folder;
    nlohmann::json config;         ///< checked: format, family, options, preprocess, ...
    std::filesystem::path weights; ///< model.safetensors or model.safetensors.index.json
};

/// Opens a model folder, or the checkpoint folder of a run, which is one with more files in it.
///
/// `config.json` holds `format` (1), `family`, `options`, `preprocess` (`size`, and optionally
/// `range` and `filter`; the family gpt needs none), and optionally `classes`, `origin` and
/// `tokenizer` (of a generator: a path from the folder); any other key is an error. What is inside
/// `options` is the family's own business.
///
/// @param path the folder, or the config.json, model.safetensors or its index in one
Result<ModelFolder> openModelFolder(const std::filesystem::path& path);

/// Checks everything of a config but the inside of `options`; `path` is what messages call it.
Result<void> checkModelConfig(const std::filesystem::path& path, const nlohmann::json& config);

} // namespace hierascope::io
