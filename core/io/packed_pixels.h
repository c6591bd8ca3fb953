// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "core/io/dataset.h"

namespace hierascope::io {

/// Opens `.safetensors` with `images` U8 [N, Y, X, 3] and optionally `labels` I64 [N].
///
/// The file's metadata are kept; `classes` in them, a JSON list of strings, names the labels.
/// Pictures are read one by one, so the set may be larger than memory.
Result<std::unique_ptr<ImageDataset>> openPackedSafetensors(const std::filesystem::path& path);

/// Opens `.npy` uint8 [N, Y, X, 3] or [N, Y, X] (grey), in C order.
Result<std::unique_ptr<ImageDataset>> openPackedNpy(const std::filesystem::path& path);

/// Opens `.npz` as `numpy.savez` writes it: `images` as above, or the only array of pixels, and
/// optionally `labels` int64 [N]. Compressed arrays are refused, for pictures are read one by one.
Result<std::unique_ptr<ImageDataset>> openPackedNpz(const std::filesystem::path& path);

} // namespace hierascope::io
