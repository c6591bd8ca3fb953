// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/io/safetensors.h"

namespace hierascope::io {

/// Tensors by name.
using TensorMap = std::map<std::string, at::Tensor>;

/// Reads every tensor of a `.safetensors` file, or of all shards that an index names.
///
/// @param path a `.safetensors` file, or a `*.safetensors.index.json` beside its shards
/// @return     CPU tensors that own their memory, with the file's types
Result<TensorMap> loadTensors(const std::filesystem::path& path);

/// Writes tensors of any device and layout as one `.safetensors` file.
///
/// float64, float32, float16, bfloat16, integers and bool; anything else is a failure that names
/// the tensor. The bytes depend on the values only.
Result<void> saveTensors(const std::filesystem::path& path, const TensorMap& tensors,
                         const Metadata& metadata = {});

} // namespace hierascope::io
