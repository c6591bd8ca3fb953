// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "core/base/result.h"

namespace hierascope::io {

/// The value of a plain (unquoted) YAML scalar; the error is a clause without file and line.
Result<nlohmann::json> plainYamlScalar(const std::string& text);

} // namespace hierascope::io
