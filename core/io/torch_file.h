// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/io/input_file.h"
#include "core/io/safetensors.h"

namespace hierascope::io {

/// The bytes that tensors of a PyTorch file lie in.
struct TorchStorage {
    std::uint64_t begin = 0; ///< from the start of the file
    std::uint64_t bytes = 0;
    std::optional<std::uint32_t> crc32; ///< empty where the file has no true one
};

/// One tensor of a PyTorch file, checked against its storage.
struct TorchTensorEntry {
    std::string group; ///< keys of the dicts around it, joined by dots; empty at the top
    std::string key;   ///< its own key there, which may hold dots too
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides; ///< in elements, none negative
    std::uint64_t offset = 0;          ///< first element, from the start of the storage
    std::size_t storage = 0;           ///< index into TorchContents::storages

    std::string name() const { return group.empty() ? key : group + "." + key; }
};

/// What a `.bin`, `.pt` or `.pth` file holds, as plain data; nothing of it was run.
struct TorchContents {
    std::vector<TorchStorage> storages;
    std::vector<TorchTensorEntry> entries;   ///< in the file's order
    std::vector<std::string> unknownGlobals; ///< names that were met and never called
    nlohmann::json values;                   ///< everything that is no tensor
    std::vector<std::string> complaints;     ///< what could not be read, a clause each
};

/// The contents, and the file that the tensors' bytes are still in.
struct TorchFile : TorchContents {
    InputFile file;
};

/// Reads the structure of a file written by `torch.save`: the zip format or the older stream.
///
/// Sizes, strides and offsets are checked against the storages, which are checked against the file,
/// before memory is taken for any. A tensor that does not fit is a complaint; the others are
/// listed. Beside the file's own size at most 64 MiB are used.
///
/// @return BadData where there is no such structure: another format, a file that is cut off, two
///         `data.pkl`, big-endian numbers, the tar format of PyTorch before 0.1.10.
Result<TorchFile> openTorchFile(const std::filesystem::path& path);

/// Whether the first bytes of a file are those of a file that openTorchFile() reads or knows.
Result<bool> isTorchFile(const std::filesystem::path& path);

/// The group that a model's weights are in: of `ema`, `ema_model`, `model`, `state_dict` and
/// `module` the first that holds tensors, and inside of it the same again; else the top, "".
std::string chosenGroup(const TorchContents& contents);

/// The tensors of `group` and of the groups in it, by their names from there on.
std::vector<std::pair<std::string, const TorchTensorEntry*>>
entriesOf(const TorchContents& contents, const std::string& group);

} // namespace hierascope::io
