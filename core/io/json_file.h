// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "core/base/result.h"

namespace hierascope::io {

struct JsonLimits {
    std::uint64_t bytes = 16ULL << 20;
    std::size_t depth = 64;
};

/// Reads a JSON file; a key given twice, deep nesting and large files are refused, and every
/// message has file, line or key, and reason.
Result<nlohmann::json> readJsonFile(const std::filesystem::path& path,
                                    const JsonLimits& limits = {});

/// Writes `value` with an indent of two spaces and a newline at the end.
Result<void> writeJsonFile(const std::filesystem::path& path, const nlohmann::json& value);

} // namespace hierascope::io
