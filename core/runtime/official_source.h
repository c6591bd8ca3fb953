// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/runtime/model_source.h"

namespace hierascope::runtime {

/// A checkpoint that other programs wrote: their config, if there is one, and their tensors.
struct OfficialCheckpoint {
    std::filesystem::path model;      ///< as it was named
    std::filesystem::path configFile; ///< empty where there is no config
    std::filesystem::path weights;
    nlohmann::json config; ///< null where there is none
    TensorShapes shapes;
    std::vector<std::string> overrides; ///< KEY=VALUE, keys as in the official config

    /// What messages about options call the place where they stand.
    const std::filesystem::path& where() const { return configFile.empty() ? weights : configFile; }
    /// The size of one dimension of a tensor; 0 where there is no such tensor or dimension.
    std::int64_t size(const std::string& tensor, std::size_t dimension) const;
    bool has(const std::string& tensor) const { return shapes.contains(tensor); }
    /// How many of PREFIX0SUFFIX, PREFIX1SUFFIX, ... are there.
    std::int64_t count(const std::string& prefix, const std::string& suffix) const;
    /// Whether an override names this key: its last part.
    bool isOverridden(const std::string& key) const;
};

} // namespace hierascope::runtime
