// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "app/hierascope_cli/replay_files.h"
#include "app/hierascope_cli/session.h"
#include "core/base/image.h"
#include "core/runtime/generator.h"

/// Makes pictures again from their recipes.
namespace hierascope::cli {

/// A picture that the window exported.
Result<ImageRgb8> replayWindowRecipe(Session& session, const std::string& text,
                                     const std::string& name, const NeededFiles& files);

/// A picture that a command of this program wrote.
Result<ImageRgb8> replayCommandRecipe(Session& session, const std::string& text,
                                      const std::string& name, const NeededFiles& files);

/// Writes the codes of a request and decodes them.
///
/// @param steps    how many; 0: all
/// @param expected codes that the picture is known to show; the log says where others were
///                 written, and these are decoded. Empty: not known
Result<ImageRgb8> replayGeneration(Session& session, const std::filesystem::path& generator,
                                   const std::filesystem::path& tokenizer,
                                   const runtime::GenerationRequest& request, std::int64_t steps,
                                   const std::vector<std::int64_t>& expected);

} // namespace hierascope::cli
