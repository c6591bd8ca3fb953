// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch_tensors.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include <ATen/ops/empty.h>
#include <ATen/ops/empty_strided.h>
#include <zlib.h>

#include "core/base/log.h"

namespace hierascope::io {

namespace {

using Named = std::pair<std::string, const TorchTensorEntry*>;

constexpr std::uint64_t kAlignment = 8; ///< of the widest element

/// A part of a storage, in bytes.
struct Part {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

bool isEmpty(const TorchTensorEntry& entry) {
    return std::find(entry.shape.begin(), entry.shape.end(), 0) != entry.shape.end();
}

/// What a tensor touches; openTorchFile() has checked that this is inside of the storage.
Part partOf(const TorchTensorEntry& entry) {
    std::uint64_t last = entry.offset;
    for (std::size_t i = 0; i < entry.shape.size(); ++i)
        last += static_cast<std::uint64_t>(entry.shape[i] - 1) *
                static_cast<std::uint64_t>(entry.strides[i]);
    return {entry.offset * itemSize(entry.dtype), (last + 1) * itemSize(entry.dtype)};
}

class Loader {
public:
    explicit Loader(const TorchFile& file) : m_file(file) {}

    Result<void> load(const std::vector<const Named*>& sharing, TensorMap& tensors) const {
        const std::size_t index = sharing.front()->second->storage;
        if (sharing.size() == 1) {
            const auto& [name, entry] = *sharing.front();
            const at::Tensor tensor =
                at::empty_strided(entry->shape, entry->strides, scalarTypeOf(entry->dtype));
            if (auto done = read(index, partOf(*entry), tensor, name); !done)
                return done;
            return keep(name, *entry, tensor, tensors);
        }
        Part all = partOf(*sharing.front()->second);
        for (const Named* named : sharing) {
            const Part part = partOf(*named->second);
            all = {std::min(all.begin, part.begin), std::max(all.end, part.end)};
        }
        all.begin -= all.begin % kAlignment;
        const at::Tensor memory =
            at::empty({static_cast<std::int64_t>(all.end - all.begin)}, at::kByte);
        if (auto done = read(index, all, memory, sharing.front()->first); !done)
            return done;
        for (const Named* named : sharing) {
            const TorchTensorEntry& entry = *named->second;
            const auto offset =
                static_cast<std::int64_t>(entry.offset - all.begin / itemSize(entry.dtype));
            const at::Tensor tensor = at::empty({0}, scalarTypeOf(entry.dtype));
            tensor.set_(memory.storage(), offset, entry.shape, entry.strides);
            if (auto done = keep(named->first, entry, tensor, tensors); !done)
                return done;
        }
        return {};
    }

private:
    /// Fills the memory of `target` from its first byte on.
    Result<void> read(std::size_t index, Part part, const at::Tensor& target,
                      const std::string& name) const {
        const TorchStorage& storage = m_file.storages[index];
        const std::span bytes(static_cast<std::byte*>(target.data_ptr()),
                              static_cast<std::size_t>(part.end - part.begin));
        if (auto done = m_file.file.read(storage.begin + part.begin, bytes); !done)
            return done;
        const bool isWhole = part.begin == 0 && part.end == storage.bytes;
        if (isWhole && storage.crc32 &&
            ::crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()) !=
                *storage.crc32)
            return badFile(m_file.file.path(),
                           "tensor " + inQuotes(name) +
                               ": its bytes do not match their checksum, so the file is damaged");
        return {};
    }

    Result<void> keep(const std::string& name, const TorchTensorEntry& entry,
                      const at::Tensor& tensor, TensorMap& tensors) const {
        if (entry.dtype == DType::Bool) {
            // Any other byte in a bool is undefined behaviour as soon as somebody looks at it.
            const Part part = partOf(entry);
            const std::span bytes(static_cast<const std::byte*>(tensor.const_data_ptr()),
                                  static_cast<std::size_t>(part.end - part.begin));
            const auto bad = std::find_if(bytes.begin(), bytes.end(),
                                          [](std::byte byte) { return byte > std::byte{1}; });
            if (bad != bytes.end())
                return badFile(m_file.file.path(), "tensor " + inQuotes(name) +
                                                       ": a byte of type BOOL is " +
                                                       std::to_string(std::to_integer<int>(*bad)) +
                                                       ", expected 0 or 1");
        }
        tensors.emplace(name, tensor);
        return {};
    }

    const TorchFile& m_file;
};

bool takeOff(std::string& name, std::string_view component) {
    bool isTaken = false;
    for (std::size_t at = 0; (at = name.find(component, at)) != std::string::npos;) {
        if (at == 0 || name[at - 1] == '.') {
            name.erase(at, component.size());
            isTaken = true;
        } else {
            ++at;
        }
    }
    return isTaken;
}

/// Names without what torch.compile and data-parallel wrappers put in front.
Result<TensorMap> unwrapped(const std::filesystem::path& path, TensorMap tensors) {
    constexpr std::string_view kCompiled = "_orig_mod.";
    constexpr std::string_view kParallel = "module.";
    const bool isParallel = std::all_of(tensors.begin(), tensors.end(), [&](const auto& pair) {
        std::string name = pair.first;
        takeOff(name, kCompiled);
        return name.starts_with(kParallel) && name.size() > kParallel.size();
    });
    TensorMap result;
    for (auto& [name, tensor] : tensors) {
        std::string plain = name;
        takeOff(plain, kCompiled);
        if (isParallel)
            plain.erase(0, kParallel.size());
        if (!result.emplace(plain, std::move(tensor)).second)
            return badFile(path, "tensor " + inQuotes(plain) +
                                     " is given twice, once with a wrapper's prefix");
    }
    return result;
}

} // namespace

Result<TensorMap> loadTorchTensors(const TorchFile& file, const std::string& group) {
    const auto all = entriesOf(file, group);
    std::map<std::size_t, std::vector<const Named*>> byStorage;
    TensorMap tensors;
    std::uint64_t shownBytes = 0;
    for (const Named& named : all) {
        const TorchTensorEntry& entry = *named.second;
        if (isEmpty(entry)) {
            tensors.emplace(named.first, at::empty(entry.shape, scalarTypeOf(entry.dtype)));
            continue;
        }
        byStorage[entry.storage].push_back(&named);
        const Part part = partOf(entry);
        shownBytes += part.end - part.begin;
    }
    // A few tied weights are common; the same bytes over and over would only fill the memory later.
    constexpr std::uint64_t kMostTimes = 4;
    if (shownBytes / kMostTimes > file.file.size())
        return badFile(file.file.path(), "its tensors show " + std::to_string(shownBytes) +
                                             " bytes, more than " + std::to_string(kMostTimes) +
                                             " times what the file has");
    const Loader loader(file);
    for (const auto& [index, sharing] : byStorage)
        if (auto done = loader.load(sharing, tensors); !done)
            return failure(done);
    return tensors;
}

Result<TensorMap> outlineTorchWeights(const std::filesystem::path& path) {
    const auto file = openTorchFile(path);
    if (!file)
        return failure(file);
    TensorMap tensors;
    for (const auto& [name, entry] : entriesOf(*file, chosenGroup(*file)))
        tensors.emplace(name,
                        at::empty(entry->shape,
                                  at::TensorOptions(scalarTypeOf(entry->dtype)).device(at::kMeta)));
    return unwrapped(path, std::move(tensors));
}

Result<TensorMap> loadTorchWeights(const std::filesystem::path& path) {
    const auto file = openTorchFile(path);
    if (!file)
        return failure(file);
    const std::string group = chosenGroup(*file);
    const std::string name = "'" + path.string() + "'";
    log::info("io", group.empty()
                        ? "The tensors at the top of " + name + " are used."
                        : "The tensors of " + inQuotes(group) + " in " + name + " are used.");
    for (const std::string& complaint : file->complaints)
        log::warning("io", name + ": " + complaint + ".");
    auto tensors = loadTorchTensors(*file, group);
    if (!tensors)
        return failure(tensors);
    if (tensors->empty())
        return badFile(path, "it holds no tensor that can be read" +
                                 (file->complaints.empty() ? "" : ": " + file->complaints[0]));
    return unwrapped(path, std::move(*tensors));
}

} // namespace hierascope::io
