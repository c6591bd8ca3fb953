// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "core/io/image_source.h"

namespace hierascope::io {

/// Decodes a PNG file; the limits are checked before pixels are allocated.
Result<DecodedImage> decodePng(const ImageSource& source, const ImageReadOptions& options);

/// Reads size and orientation from a PNG header.
Result<StoredSize> readPngSize(const ImageSource& source);

/// Reads the texts that stand before the pixels (tEXt, zTXt, iTXt) as UTF-8 by keyword.
Result<std::map<std::string, std::string>> decodePngTexts(const ImageSource& source);

} // namespace hierascope::io
