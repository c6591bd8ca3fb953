// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/runtime/inspect.h"
#include "core/runtime/tokenizer.h"

/// Pyramids that another program made and wrote down (docs/formats.md), opened like a model.
namespace hierascope::runtime {

/// Whether a file says of itself that it is a recorded pyramid; false where it cannot be read.
bool isRecordedPyramid(const std::filesystem::path& path);

/// Opens a recording: it encodes and reconstructs the images that it holds, and no others, and says
/// which where it is asked for one. It decodes nothing.
///
/// @return BadData naming the field or the tensor that does not fit
Result<std::shared_ptr<Tokenizer>> openRecordedPyramid(const std::filesystem::path& path,
                                                       const TaskContext& context);

/// What is in a recording: its fields as the config, its tensors, no parameters.
Result<ModelInspection> inspectRecordedPyramid(const std::filesystem::path& path);

/// An image of a recording, as it went into the model.
struct RecordedImage {
    std::string name; ///< anything may stand here: never use it as a path
    ImageRgb8 picture;
};

Result<std::vector<RecordedImage>> recordedImages(const std::filesystem::path& path,
                                                  const TaskContext& context);

} // namespace hierascope::runtime
