// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/runtime/inside/set_judge.h"

namespace hierascope::runtime {

/// Statistics of a set as a file holds them.
struct ReferenceFile {
    SetStatistics statistics;
    nlohmann::json recipe; ///< null where the file is another program's
};

/// Whether a path is such a file: `.npz` with `mu` and `sigma`, or our `.safetensors`.
bool isReferenceFile(const std::filesystem::path& path);

/// Reads mean and covariance; BadData naming the array that is missing or does not fit.
Result<ReferenceFile> readReferenceFile(const std::filesystem::path& path);

/// Writes a set's statistics with their recipe; `readReferenceFile` gives the same back.
Result<void> saveReferenceFile(const std::filesystem::path& path, const SetStatistics& statistics,
                               const nlohmann::json& recipe);

} // namespace hierascope::runtime
