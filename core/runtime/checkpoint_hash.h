// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "core/base/result.h"

namespace hierascope::runtime {

/// SHA-256 of a checkpoint's weights, as `ModelInfo::sha256` has it, without opening the model.
///
/// @return NoInput or BadData where there is no model to be found
Result<std::string> hashOfCheckpoint(const std::filesystem::path& model);

} // namespace hierascope::runtime
