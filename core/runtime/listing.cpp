// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/listing.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <string_view>
#include <utility>

#include "core/io/input_file.h"
#include "core/io/json_file.h"
#include "core/io/safetensors.h"
#include "core/io/strict_json.h"
#include "core/io/tensor_file.h"
#include "core/io/torch_file.h"
#include "core/runtime/guard.h"

namespace hierascope::runtime {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 1000;
constexpr std::size_t kMostTensors = 1'000'000;
constexpr std::size_t kLongestFamily = 100;
constexpr const char* kConfig = "config.json";
constexpr std::string_view kWeights = ".safetensors";
constexpr std::string_view kIndex = ".safetensors.index.json";
constexpr std::array<std::string_view, 5> kPickled{".bin", ".ckpt", ".pkl", ".pt", ".pth"};

bool isPickled(const std::string& name) {
    return std::any_of(kPickled.begin(), kPickled.end(),
                       [&name](std::string_view ending) { return name.ends_with(ending); });
}

bool belongsToACheckpoint(const std::string& name) {
    return name == kConfig || name.ends_with(kWeights) || name.ends_with(kIndex) || isPickled(name);
}

std::string typeName(io::DType dtype) {
    using io::DType;
    switch (dtype) {
    case DType::F64:
        return "float64";
    case DType::F32:
        return "float32";
    case DType::F16:
        return "float16";
    case DType::BF16:
        return "bfloat16";
    case DType::I64:
        return "int64";
    case DType::I32:
        return "int32";
    case DType::I16:
        return "int16";
    case DType::I8:
        return "int8";
    case DType::U8:
        return "uint8";
    case DType::U16:
        return "uint16";
    case DType::U32:
        return "uint32";
    case DType::U64:
        return "uint64";
    case DType::Bool:
        return "bool";
    }
    return std::string(io::dtypeName(dtype));
}

Result<void> listConfig(const fs::path& path, CheckpointListing& listing) {
    const auto config = io::readJsonFile(path);
    if (!config)
        return failure(config);
    if (!config->is_object())
        return io::badFile(path, "it holds " + io::shown(*config) + ", expected an object");
    const auto family = config->find("family");
    if (family == config->end())
        return {};
    if (!family->is_string() || family->get_ref<const std::string&>().size() > kLongestFamily)
        return io::badFile(path, "family is " + io::shown(*family) +
                                     ", expected a name of at most " +
                                     std::to_string(kLongestFamily) + " bytes");
    listing.family = family->get<std::string>();
    return {};
}

Result<void> listWeights(const fs::path& path, CheckpointListing& listing) {
    const auto file = io::SafetensorsFile::open(path);
    if (!file)
        return failure(file);
    if (file->entries().size() > kMostTensors - listing.tensors.size())
        return io::badFile(path, "its " + std::to_string(file->entries().size()) +
                                     " tensors make more than " + std::to_string(kMostTensors) +
                                     " in all");
    for (const io::TensorEntry& entry : file->entries()) {
        listing.tensors.push_back({entry.name, typeName(entry.dtype), entry.shape});
        const auto room =
            static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max() - listing.values);
        listing.values +=
            static_cast<std::int64_t>(std::min(entry.byteSize() / io::itemSize(entry.dtype), room));
    }
    return {};
}

constexpr std::int64_t kMostValues = std::numeric_limits<std::int64_t>::max();

std::int64_t saturatedSum(std::int64_t a, std::int64_t b) {
    return a > kMostValues - b ? kMostValues : a + b;
}

/// Strides of 0 let a small file show more values than can be counted.
std::int64_t valuesOf(const std::vector<std::int64_t>& shape) {
    std::int64_t values = 1;
    for (const std::int64_t size : shape) {
        if (__builtin_mul_overflow(values, size, &values))
            return kMostValues;
    }
    return values;
}

/// What a file of torch.save holds; names in it that were never called are a complaint.
Result<void> listPickled(const fs::path& path, CheckpointListing& listing) {
    const auto file = io::openTorchFile(path);
    if (!file)
        return failure(file);
    for (const io::TorchTensorEntry& entry : file->entries) {
        if (listing.tensors.size() == kMostTensors)
            return io::badFile(path, "more than " + std::to_string(kMostTensors) +
                                         " tensors in all; the others are left out");
        listing.tensors.push_back({entry.name(), typeName(entry.dtype), entry.shape});
        listing.values = saturatedSum(listing.values, valuesOf(entry.shape));
    }
    for (const std::string& complaint : file->complaints)
        listing.complaints.push_back("'" + path.string() + "': " + complaint + ".");
    if (!file->unknownGlobals.empty())
        listing.complaints.push_back(
            "'" + path.string() + "': it names " + std::to_string(file->unknownGlobals.size()) +
            " things of Python that are never called here, the first is '" +
            file->unknownGlobals.front() + "'.");
    return {};
}

Result<void> listFile(const fs::path& path, CheckpointListing& listing) {
    const std::string name = path.filename().string();
    if (name == kConfig)
        return listConfig(path, listing);
    if (name.ends_with(kWeights))
        return listWeights(path, listing);
    if (isPickled(name))
        return listPickled(path, listing);
    return io::badFile(path, "expected weights: .safetensors, .bin, .pt or .pth, or an index");
}

/// Adds what an index names to `names`: a shard that is missing is then complained about.
Result<void> addShards(const fs::path& index, std::set<std::string>& names) {
    const auto shards = io::readShardIndex(index);
    if (!shards)
        return failure(shards);
    for (const auto& [shard, tensors] : *shards)
        names.insert(shard);
    return {};
}

Result<std::set<std::string>> namesIn(const fs::path& folder) {
    std::set<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
        std::string name = entry->path().filename().string();
        if (belongsToACheckpoint(name))
            names.insert(std::move(name));
    }
    if (error)
        return failure(ErrorCode::NoInput,
                       "Cannot list folder '" + folder.string() + "': " + error.message() + ".");
    if (names.empty())
        return failure(ErrorCode::NoInput,
                       "Folder '" + folder.string() + "' holds neither a config.json nor weights.");
    return names;
}

CheckpointListing listFiles(const fs::path& folder, std::set<std::string> names) {
    CheckpointListing listing;
    const auto keep = [&listing](const Result<void>& listed) {
        if (!listed)
            listing.complaints.push_back(listed.error().message);
    };
    for (const std::string& name : std::set<std::string>(names))
        if (name.ends_with(kIndex))
            keep(addShards(folder / name, names));
    for (const std::string& name : names) {
        if (listing.files.size() == kMostFiles) {
            keep(io::badFile(folder, "more than " + std::to_string(kMostFiles) +
                                         " files; the others are left out"));
            break;
        }
        listing.files.push_back(name);
        if (!name.ends_with(kIndex))
            keep(listFile(folder / name, listing));
    }
    return listing;
}

bool standsForItsFolder(const fs::path& file) {
    const std::string name = file.filename().string();
    return name == kConfig || name == "model.safetensors" || name == "model.safetensors.index.json";
}

} // namespace

Result<CheckpointListing> listCheckpoint(const fs::path& model) {
    return guarded([&]() -> Result<CheckpointListing> {
        std::error_code error;
        const fs::file_status status = fs::status(model, error);
        if (!fs::exists(status))
            return failure(ErrorCode::NoInput,
                           "There is no checkpoint at '" + model.string() + "'.");
        const bool isFolder = fs::is_directory(status);
        const fs::path parent = model.has_parent_path() ? model.parent_path() : fs::path(".");
        if (!isFolder && !standsForItsFolder(model))
            return listFiles(parent, {model.filename().string()});
        const fs::path& folder = isFolder ? model : parent;
        auto names = namesIn(folder);
        if (!names)
            return failure(names);
        return listFiles(folder, *std::move(names));
    });
}

} // namespace hierascope::runtime
