// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/image.h"
#include "core/base/result.h"

namespace hierascope::io {

/// Makes an animated PNG file of 8-bit RGB in memory; it repeats for ever.
///
/// A reader that knows no animation shows the first frame, and finds the same texts.
/// @param frames       one or more of the same size
/// @param milliseconds that each frame is shown, 1 to 65535
/// @param texts        as those of `encodePng`
/// @return             the file's bytes; Usage if a frame is empty or of another size
/// @source             PNG specification, third edition, 11.3.6: acTL, fcTL, fdAT.
Result<std::string> encodeApng(const std::vector<ImageRgb8>& frames, int milliseconds,
                               const std::map<std::string, std::string>& texts = {});

/// Writes an animated PNG file so that its name holds the old content or the whole new one.
Result<void> writeApng(const std::filesystem::path& path, const std::vector<ImageRgb8>& frames,
                       int milliseconds, const std::map<std::string, std::string>& texts = {});

} // namespace hierascope::io
