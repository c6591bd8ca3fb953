// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/runtime/key_renaming.h"
#include "core/runtime/tokenizer.h"

namespace hierascope::runtime {

/// Shapes of tensors by name.
using TensorShapes = std::map<std::string, std::vector<std::int64_t>>;

/// What is to be opened: a checked config with the overrides in it, and where the weights lie.
struct ModelSource {
    std::filesystem::path model;      ///< as it was named
    std::filesystem::path configFile; ///< what messages about the config call it
    std::filesystem::path weights;    ///< a .safetensors file or an index of shards
    nlohmann::json config;
    bool isOverridden = false; ///< then tensors that are left over are listed, not refused
    std::vector<std::string> trainingKeys; ///< beginnings of names that only training needs
    KeyRenaming renaming;                  ///< from names in the file to the model's names

    std::string family() const { return config.at("family").get<std::string>(); }
};

/// A sentence about a source's config, with its name.
std::string inConfig(const ModelSource& source, const std::string& sentence);

/// Finds config and weights of `model` and applies the overrides.
///
/// Known options that the config leaves out are filled in first, so that they can be overridden.
/// An official config, or none at all, is turned into one of this project's layout by the family
/// that knows its own there; the log says what was taken from the tensors.
Result<ModelSource> findModel(const std::filesystem::path& model, const OpenOptions& options);

} // namespace hierascope::runtime
