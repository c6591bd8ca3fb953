// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/io/safetensors.h"

namespace hierascope::io {

/// Tensors by name.
using TensorMap = std::map<std::string, at::Tensor>;

/// File names of shards, each with the tensors that the index promises in it.
using ShardMap = std::map<std::string, std::set<std::string>>;

/// Reads a `*.safetensors.index.json` or `pytorch_model.bin.index.json`; every shard is a plain
/// name, so beside the index.
Result<ShardMap> readShardIndex(const std::filesystem::path& path);

/// The torch type that holds elements of `dtype`.
at::ScalarType scalarTypeOf(DType dtype);

/// Reads every tensor of a file, or of all shards that an index names.
///
/// What a file is, its first bytes tell: safetensors, or what torch.save writes. Of the latter the
/// weights of the chosen group are read, without wrappers' prefixes: see loadTorchWeights().
///
/// @param path a `.safetensors`, `.bin`, `.pt` or `.pth` file, or a `*.index.json` beside its
/// shards
/// @return     CPU tensors with the file's types; those of a PyTorch file may share memory and may
///             have strides with gaps, as they had when they were saved
Result<TensorMap> loadTensors(const std::filesystem::path& path);

/// What loadTensors() would read, as tensors on the meta device: types and shapes, no values.
Result<TensorMap> outlineTensors(const std::filesystem::path& path);

/// Writes tensors of any device and layout as one `.safetensors` file.
///
/// float64, float32, float16, bfloat16, integers and bool; anything else is a failure that names
/// the tensor. The bytes depend on the values only.
Result<void> saveTensors(const std::filesystem::path& path, const TensorMap& tensors,
                         const Metadata& metadata = {});

} // namespace hierascope::io
