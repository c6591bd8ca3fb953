// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace hierascope::io {

/// SHA-256 of a file's bytes as 64 lower-case hex digits.
Result<std::string> sha256OfFile(const std::filesystem::path& path);

/// The same of a text.
Result<std::string> sha256OfText(std::string_view text);

} // namespace hierascope::io
