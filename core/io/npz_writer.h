// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>

#include "core/io/safetensors.h"

namespace hierascope::io {

/// Writes arrays as numpy's .npz: a zip file of .npy files, stored without compression.
///
/// The bytes depend on the arguments alone: no time stands in the file. Failed where a name is
/// empty or given twice, bytes do not fit a shape, a type has no name in .npy (bfloat16), or the
/// file would be 4 GiB or larger.
/// @param arrays names without ".npy"
Result<void> writeNpz(const std::filesystem::path& path, std::span<const TensorToWrite> arrays);

} // namespace hierascope::io
