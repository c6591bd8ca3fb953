// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/base/result.h"

namespace hierascope::io {

/// Parses JSON as the standard has it and refuses what parsers usually let pass in silence:
/// a key given twice in one object (at any depth), NUL bytes, nesting beyond `maximumDepth`.
///
/// @param where put in front of every message: the file's name, quoted
Result<nlohmann::json> parseStrictJson(std::string_view text, std::size_t maximumDepth,
                                       const std::string& where);

/// Whether all of `text` is UTF-8, as JSON and YAML demand.
bool isUtf8(const std::string& text);

/// A JSON value as text for a message, shortened.
std::string shown(const nlohmann::json& value);

} // namespace hierascope::io
