// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "core/base/result.h"

namespace hierascope::io {

struct YamlLimits {
    std::uint64_t bytes = 1ULL << 20;
    std::size_t depth = 64;
    std::size_t nodes = 100'000; ///< aliases count as often as they are used; long texts count more
};

/// Reads a YAML file of one document, typed as OmegaConf and PyYAML would.
///
/// Plain scalars: `null`, `~` and nothing; true/false, yes/no, on/off; integers (also `0x`, `0b`,
/// octal with a leading zero, underscores); floats, `1e-4` without a point and `.inf` included;
/// everything else, and whatever is quoted, is a text. Anchors, aliases and merge keys (`<<`) are
/// followed. A key given twice, a tag that names a type of some program, several documents and what
/// exceeds the limits are refused with file, line and value.
Result<nlohmann::json> readYamlFile(const std::filesystem::path& path,
                                    const YamlLimits& limits = {});

} // namespace hierascope::io
