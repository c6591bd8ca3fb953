// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "core/base/result.h"

namespace hierascope::io {

/// Whether a path names several tar files: it ends with `.tar` and holds a range, as in
/// `train-{000..099}.tar`.
bool isShardPattern(const std::filesystem::path& path);

/// The files that a pattern names, in the order of their numbers; a range keeps its leading zeros,
/// and several ranges multiply.
///
/// @return Usage for a range that is none, or more than 100,000 files
Result<std::vector<std::filesystem::path>> shardsOf(const std::filesystem::path& pattern);

/// The tar files right inside a folder, by name; empty where it has none.
std::vector<std::filesystem::path> tarFilesIn(const std::filesystem::path& folder);

} // namespace hierascope::io
