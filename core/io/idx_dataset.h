// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "core/io/dataset.h"

namespace hierascope::io {

/// Says whether a file is named like IDX images: "...idx3-ubyte" or "...idx3-ubyte.gz".
bool isIdxName(const std::filesystem::path& path);

/// Opens IDX images (magic 0x00000803) with the labels (0x00000801) that lie beside them, if any:
/// `train-images-idx3-ubyte[.gz]` goes with `train-labels-idx1-ubyte[.gz]`.
///
/// A compressed file is unpacked into memory, at most as far as its own header says, and only
/// where that size is possible at all for the bytes that are there.
Result<std::unique_ptr<ImageDataset>> openIdxDataset(const std::filesystem::path& images);

} // namespace hierascope::io
