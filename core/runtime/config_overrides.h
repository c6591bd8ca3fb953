// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"

namespace hierascope::runtime {

/// Replaces values of a config that are there already.
///
/// @param overrides KEY=VALUE each. KEY is a dotted path from the root, or the end of one that only
///                  one key has (`attention`, `encoder.layers`); VALUE is JSON, or a bare word.
/// @return          Usage naming the key that is unknown or fits several places
Result<void> applyOverrides(nlohmann::json& config, const std::vector<std::string>& overrides);

} // namespace hierascope::runtime
