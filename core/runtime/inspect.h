// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/runtime/tokenizer.h"

namespace hierascope::runtime {

/// One tensor of a weights file.
struct TensorInfo {
    std::string name;
    std::string dtype; ///< "float32"
    std::vector<std::int64_t> shape;
};

/// A tensor whose shape is not what the config asks for.
struct TensorMismatch {
    std::string name;
    std::vector<std::int64_t> found;
    std::vector<std::int64_t> expected;
};

/// What is in a checkpoint, whether or not its weights fit its config.
struct ModelInspection {
    std::string family;
    std::string config;              ///< JSON text, with every option written out
    std::int64_t parameters = 0;     ///< of the model that the config describes
    std::vector<TensorInfo> tensors; ///< of the weights file, by name
    std::vector<std::string> missing;
    std::vector<std::string> unexpected;
    std::vector<TensorMismatch> mismatched;
    std::string sha256; ///< of the weights file, hex
};

/// Reads a checkpoint and compares it with the model that its config describes.
Result<ModelInspection> inspectModel(const std::filesystem::path& model,
                                     const OpenOptions& options = {});

} // namespace hierascope::runtime
