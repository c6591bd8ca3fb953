// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensor_file.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <ATen/ops/empty.h>

#include "core/io/json_file.h"
#include "core/io/strict_json.h"
#include "core/io/torch_tensors.h"

namespace hierascope::io {

namespace {

constexpr std::array<std::pair<DType, at::ScalarType>, 13> kTypes = {{
    {DType::F64, at::kDouble},
    {DType::F32, at::kFloat},
    {DType::F16, at::kHalf},
    {DType::BF16, at::kBFloat16},
    {DType::I64, at::kLong},
    {DType::I32, at::kInt},
    {DType::I16, at::kShort},
    {DType::I8, at::kChar},
    {DType::U8, at::kByte},
    {DType::U16, at::kUInt16},
    {DType::U32, at::kUInt32},
    {DType::U64, at::kUInt64},
    {DType::Bool, at::kBool},
}};

std::optional<DType> dtypeOf(at::ScalarType type) {
    const auto found = std::find_if(kTypes.begin(), kTypes.end(),
                                    [type](const auto& pair) { return pair.second == type; });
    return found == kTypes.end() ? std::nullopt : std::optional(found->first);
}

Result<at::Tensor> loadTensor(const SafetensorsFile& file, const TensorEntry& entry) {
    const at::Tensor tensor = at::empty(entry.shape, scalarTypeOf(entry.dtype));
    const std::span bytes(static_cast<std::byte*>(tensor.data_ptr()),
                          static_cast<std::size_t>(entry.byteSize()));
    if (auto done = file.read(entry, bytes); !done)
        return failure(done);
    if (entry.dtype == DType::Bool) {
        // Any other byte in a bool is undefined behaviour as soon as somebody looks at it.
        const auto bad = std::find_if(bytes.begin(), bytes.end(),
                                      [](std::byte byte) { return byte > std::byte{1}; });
        if (bad != bytes.end())
            return badFile(file.path(),
                           "tensor " + inQuotes(entry.name) + ": element " +
                               std::to_string(bad - bytes.begin()) + " of type BOOL is " +
                               std::to_string(std::to_integer<int>(*bad)) + ", expected 0 or 1");
    }
    return tensor;
}

/// The names that files of torch.save have; without the format's start they are refused as such.
bool hasTorchName(const std::filesystem::path& path) {
    const auto extension = path.extension();
    return extension == ".bin" || extension == ".pt" || extension == ".pth" || extension == ".ckpt";
}

Result<TensorMap> loadSingleFile(const std::filesystem::path& path) {
    const auto isTorch = isTorchFile(path);
    if (!isTorch)
        return failure(isTorch);
    if (*isTorch || hasTorchName(path))
        return loadTorchWeights(path);
    const auto file = SafetensorsFile::open(path);
    if (!file)
        return failure(file);
    TensorMap tensors;
    for (const TensorEntry& entry : file->entries()) {
        auto tensor = loadTensor(*file, entry);
        if (!tensor)
            return failure(tensor);
        tensors.emplace(entry.name, std::move(*tensor));
    }
    return tensors;
}

Result<TensorMap> outlineSingleFile(const std::filesystem::path& path) {
    const auto isTorch = isTorchFile(path);
    if (!isTorch)
        return failure(isTorch);
    if (*isTorch || hasTorchName(path))
        return outlineTorchWeights(path);
    const auto file = SafetensorsFile::open(path);
    if (!file)
        return failure(file);
    TensorMap tensors;
    for (const TensorEntry& entry : file->entries())
        tensors.emplace(
            entry.name,
            at::empty(entry.shape, at::TensorOptions(scalarTypeOf(entry.dtype)).device(at::kMeta)));
    return tensors;
}

/// What the shards of an index end with: `.bin` where the index is called so, else `.safetensors`.
std::string shardEnding(const std::filesystem::path& index) {
    return index.filename().string().ends_with(".bin.index.json") ? ".bin" : ".safetensors";
}

/// A shard is a file right beside its index: no folders, no way out.
bool isPlainShardName(const std::string& name, const std::string& ending) {
    const std::filesystem::path path(name);
    return name.ends_with(ending) && name.find('\0') == std::string::npos && path.has_filename() &&
           path.filename() == path;
}

Result<TensorMap> readSharded(const std::filesystem::path& path,
                              Result<TensorMap> (*readFile)(const std::filesystem::path&)) {
    const auto shards = readShardIndex(path);
    if (!shards)
        return failure(shards);
    TensorMap tensors;
    for (const auto& [name, promised] : *shards) {
        auto shard = readFile(path.parent_path() / name);
        if (!shard)
            return failure(shard);
        for (const std::string& tensor : promised)
            if (!shard->contains(tensor))
                return badFile(path, "weight_map places tensor " + inQuotes(tensor) + " in " +
                                         inQuotes(name) + ", which does not hold it");
        for (const auto& [tensor, unused] : *shard)
            if (!promised.contains(tensor))
                return badFile(path, "shard " + inQuotes(name) + " holds tensor " +
                                         inQuotes(tensor) +
                                         ", which weight_map does not place there");
        tensors.merge(*shard);
    }
    return tensors;
}

} // namespace

at::ScalarType scalarTypeOf(DType dtype) {
    return std::find_if(kTypes.begin(), kTypes.end(),
                        [dtype](const auto& pair) { return pair.first == dtype; })
        ->second;
}

Result<ShardMap> readShardIndex(const std::filesystem::path& path) {
    const auto index = readJsonFile(path);
    if (!index)
        return failure(index);
    if (!index->is_object() || !index->contains("weight_map") ||
        !index->at("weight_map").is_object())
        return badFile(path, "weight_map is missing or is no object");
    for (const auto& [key, value] : index->items())
        if (key != "weight_map" && key != "metadata")
            return badFile(path, "unknown key " + inQuotes(key) + " = " + shown(value));
    const std::string ending = shardEnding(path);
    ShardMap shards;
    for (const auto& [tensor, shard] : index->at("weight_map").items()) {
        if (!shard.is_string() || !isPlainShardName(shard.get<std::string>(), ending))
            return badFile(path, "weight_map " + inQuotes(tensor) + " is " + shown(shard) +
                                     ", expected the name of a " + ending +
                                     " file in the same folder");
        shards[shard.get<std::string>()].insert(tensor);
    }
    if (shards.empty())
        return badFile(path, "weight_map is empty");
    return shards;
}

Result<TensorMap> loadTensors(const std::filesystem::path& path) {
    return path.extension() == ".json" ? readSharded(path, loadSingleFile) : loadSingleFile(path);
}

Result<TensorMap> outlineTensors(const std::filesystem::path& path) {
    return path.extension() == ".json" ? readSharded(path, outlineSingleFile)
                                       : outlineSingleFile(path);
}

Result<void> saveTensors(const std::filesystem::path& path, const TensorMap& tensors,
                         const Metadata& metadata) {
    std::vector<at::Tensor> kept;
    std::vector<TensorToWrite> entries;
    for (const auto& [name, tensor] : tensors) {
        const auto dtype = tensor.defined() ? dtypeOf(tensor.scalar_type()) : std::nullopt;
        if (!dtype)
            return failure(ErrorCode::Failed,
                           "Cannot write '" + path.string() + "': tensor " + inQuotes(name) +
                               (tensor.defined() ? std::string(" has the type ") +
                                                       at::toString(tensor.scalar_type()) +
                                                       ", which the format does not know."
                                                 : std::string(" is undefined.")));
        kept.push_back(tensor.detach().to(at::kCPU).contiguous());
        const auto size = static_cast<std::size_t>(kept.back().nbytes());
        entries.push_back(
            {name, *dtype, kept.back().sizes().vec(),
             std::span(static_cast<const std::byte*>(kept.back().const_data_ptr()), size)});
    }
    return writeSafetensors(path, entries, metadata);
}

} // namespace hierascope::io
