// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/io/tensor_file.h"
#include "core/io/torch_file.h"

namespace hierascope::io {

/// Reads the tensors of one group, each with its file's type, shape and strides.
///
/// Bytes go from the file into the tensors and nowhere else. Tensors that share a storage share
/// their memory, so that all together take at most the file's size.
///
/// @param group as chosenGroup() gives it; "" for all
/// @return      CPU tensors by their names inside of the group
Result<TensorMap> loadTorchTensors(const TorchFile& file, const std::string& group);

/// Opens `path` and reads the tensors of chosenGroup(), without the prefixes that wrappers leave.
///
/// `_orig_mod.` is taken off everywhere, `module.` where every name begins with it. One log line
/// says which group was chosen, further ones what could not be read.
Result<TensorMap> loadTorchWeights(const std::filesystem::path& path);

/// What loadTorchWeights() would read, as tensors on the meta device: types and shapes, no values.
Result<TensorMap> outlineTorchWeights(const std::filesystem::path& path);

} // namespace hierascope::io
