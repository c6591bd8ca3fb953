// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/base/result.h"

namespace hierascope::runtime {

/// Where the parts of a checkpoint lie.
struct CheckpointParts {
    std::filesystem::path weights;    ///< a weights file or an index of shards
    std::filesystem::path configFile; ///< empty where there is none beside the weights
};

/// Finds weights and config: of a folder (a hub folder, or a trainer's with `ema_model/` in it), or
/// of one weights file, which has a config only where both have their usual names.
///
/// @return NoInput if there are no weights; BadData for a file that is none
Result<CheckpointParts> findParts(const std::filesystem::path& model);

} // namespace hierascope::runtime
