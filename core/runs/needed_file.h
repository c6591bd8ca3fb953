// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

/// Files that a recipe or a session needs: where they were, and which bytes they held.
namespace hierascope::runs {

class RecipeFields;

struct NeededFile {
    std::string kind; ///< "model", "generator", "image" or "data"
    std::string path;
    std::string sha256; ///< 64 hex digits, or empty where nobody asked
    bool operator==(const NeededFile&) const = default;
};

nlohmann::json jsonOf(const std::vector<NeededFile>& files);

/// Reads a list under `key`; what is wrong makes the complaint of `fields`.
std::vector<NeededFile> neededFiles(RecipeFields& fields, const std::string& key);

/// The text of a recipe or a session with one path in the place of another, wherever it stands.
std::string withPath(std::string_view text, const std::string& from, const std::string& to);

/// The last part of a path, and the first twelve digits of its hash where there is one.
std::string nameOf(const NeededFile& file);

/// Says by name and hash that a file is not where it was.
///
/// @param name what messages call the origin: "Recipe in 'x.png'"
std::string missingSentence(const NeededFile& file, const std::string& name);

/// Says that a file is there, and is another one; empty where `found` is the hash that is needed,
/// or where one of them is not known.
std::string otherBytesSentence(const NeededFile& file, const std::string& found,
                               const std::string& name);

} // namespace hierascope::runs
