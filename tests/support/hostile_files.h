// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace hierascope::testing {

/// What kind of reader a hostile file is made for.
enum class HostileKind {
    Tensors, ///< model.safetensors beside a good config.json
    Index,   ///< model.safetensors.index.json with shards beside a good config.json
    Config,  ///< config.json beside good weights
    Array,   ///< .npy
    Dataset, ///< what openDataset is given
};

/// One file that must be refused, and how.
struct HostileCase {
    std::string name; ///< fit for a test's name
    HostileKind kind = HostileKind::Tensors;
    std::filesystem::path file;  ///< what the reader of this kind is given
    std::filesystem::path model; ///< the model folder around it; empty for arrays and data sets
    ErrorCode code = ErrorCode::BadData;
    std::vector<std::string> mentions; ///< parts of the message: file, field, value
};

/// Writes every hostile case into a folder of its own below `folder`.
std::vector<HostileCase> writeHostileFiles(const std::filesystem::path& folder);

/// A good, small model.safetensors: the one that truncations and bit flips start from.
std::string goodTensorFile();

} // namespace hierascope::testing
