// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/image_source.h"

namespace hierascope::io {

/// Decodes a JPEG file; the limits are checked before pixels are allocated.
Result<DecodedImage> decodeJpeg(const ImageSource& source, const ImageReadOptions& options);

/// Reads size and orientation from a JPEG header.
Result<StoredSize> readJpegSize(const ImageSource& source);

} // namespace hierascope::io
