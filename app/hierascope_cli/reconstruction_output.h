// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/runtime/tokenizer.h"

namespace hierascope::cli {

/// One image's entry in metrics.json: path, levels[{name, ..., psnr, ssim, values, bits}].
nlohmann::json jsonOfReconstruction(const std::filesystem::path& image,
                                    const runtime::Reconstruction& reconstruction);

/// Prints the figures of every level as a table for people.
void printReconstruction(const std::filesystem::path& image,
                         const runtime::Reconstruction& reconstruction);

/// Writes level-NN_NAME.png for every level, and residual-NN_NAME.png from the second on.
///
/// @param recipe goes into each picture, with the level added
Result<void> saveReconstruction(const std::filesystem::path& folder,
                                const runtime::Reconstruction& reconstruction,
                                const nlohmann::json& recipe);

} // namespace hierascope::cli
