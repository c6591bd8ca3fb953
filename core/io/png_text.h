// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/result.h"

namespace hierascope::io {

/// Reads one text of a PNG file (tEXt, zTXt or iTXt, before or after the pixels) as UTF-8.
///
/// Nothing else of the file is read or unpacked, so that neither pixels nor other texts can cost
/// memory. Where a keyword stands twice, the first counts.
/// @param maximumBytes of the text; a longer one is BadData
/// @return nothing where no text has the keyword, or where the file is no PNG; NoInput if it is
///         missing; BadData if its chunks are cut off, or the text is damaged
Result<std::optional<std::string>> readPngText(const std::filesystem::path& path,
                                               const std::string& keyword,
                                               std::uint64_t maximumBytes);

} // namespace hierascope::io
