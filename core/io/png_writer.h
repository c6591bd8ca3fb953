// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/base/image.h"
#include "core/base/result.h"

namespace hierascope::io {

/// Makes a PNG file of 8-bit RGB in memory; the same input gives the same bytes.
///
/// @param texts  keyword to UTF-8 text, stored before the pixels (tEXt if plain ASCII, else
///               iTXt). Keywords have 1 to 79 printable ASCII characters without outer or double
///               spaces; texts have at most 4 MiB and no zero byte.
/// @return       the file's bytes; Usage if the image is empty or a keyword or text is refused.
Result<std::string> encodePng(const ImageRgb8& image,
                              const std::map<std::string, std::string>& texts = {});

/// Writes a PNG file so that its name holds the old content or the whole new one.
Result<void> writePng(const std::filesystem::path& path, const ImageRgb8& image,
                      const std::map<std::string, std::string>& texts = {});

/// Reads the texts that stand before the pixels of a PNG file, as UTF-8 by keyword.
Result<std::map<std::string, std::string>> readPngTexts(const std::filesystem::path& path);

} // namespace hierascope::io
