// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/runtime/inspect.h"
#include "core/runtime/tokenizer.h"

namespace hierascope::runtime {

/// Writes a model folder of what an official or old checkpoint holds: config.json and
/// model.safetensors, whole or not at all. What only training needs is left out.
///
/// @param folder must not exist yet
/// @return       what was converted; BadData where a tensor does not fit
Result<ModelInspection> convertModel(const std::filesystem::path& model,
                                     const std::filesystem::path& folder,
                                     const OpenOptions& options);

} // namespace hierascope::runtime
