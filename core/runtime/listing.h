// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/runtime/inspect.h"

namespace hierascope::runtime {

/// What lies in a checkpoint, whatever its family, and whether or not any of it fits together.
struct CheckpointListing {
    std::string family;                  ///< as config.json names it, empty where it does not
    std::vector<std::string> files;      ///< names: config, indices and weights, by name
    std::vector<TensorInfo> tensors;     ///< of all weight files, by file and then by place
    std::int64_t values = 0;             ///< numbers in all tensors
    std::vector<std::string> complaints; ///< one sentence for each file that could not be read
};

/// Lists a folder, or one weight file, from headers alone: no tensor is loaded.
///
/// The config.json, model.safetensors or model.safetensors.index.json of a folder stands for the
/// folder. Of what torch.save wrote the tensors are listed; nothing in it is run, and what it names
/// of Python beside them is a complaint.
/// @return NoInput if nothing is there: no such path, or no config and no weights in the folder
Result<CheckpointListing> listCheckpoint(const std::filesystem::path& model);

} // namespace hierascope::runtime
