// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "app/hierascope_cli/session.h"
#include "core/base/result.h"

namespace hierascope::cli {

/// Text of a JSON value; names of files that are no UTF-8 do not stop it.
std::string jsonText(const nlohmann::json& value, int indent = -1);

/// A name for each image that no other one of them has: its stem, with "-2" where that is taken.
std::vector<std::string> distinctNames(const std::vector<std::filesystem::path>& images);

/// Makes a folder and its parents; CannotCreate if that fails.
Result<void> makeFolder(const std::filesystem::path& folder);

/// A file in a recipe: its name, where it lies, and its hash.
nlohmann::json jsonOfFile(const std::string& name, const std::filesystem::path& path,
                          const std::string& sha256);

/// What must be known to make a picture again: model, input, seed and options.
nlohmann::json recipeOf(const std::string& command, const Session& session,
                        const runtime::ModelInfo& model, const std::filesystem::path& input,
                        const std::string& inputSha256);

/// The keyword under which PNG files carry a recipe.
inline constexpr const char* kRecipeKeyword = "hierascope-recipe";

} // namespace hierascope::cli
