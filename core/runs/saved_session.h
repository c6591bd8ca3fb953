// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/runs/needed_file.h"

namespace hierascope::runs {

inline constexpr int kSessionFormat = 1;
inline constexpr const char* kSessionSuffix = ".hierascope";

/// Which part of a picture is in sight.
struct SavedViewport {
    double width = 0.0; ///< of the whole picture on the screen, logical pixels
    double x = 0.5;     ///< the picture point in the middle, in shares of its sides
    double y = 0.5;
    bool operator==(const SavedViewport&) const = default;
};

/// What a window shows, so that it can be shown again: paths and choices, never weights.
struct SavedSession {
    std::string program; ///< "hierascope 0.1.0"
    std::string origin;  ///< of a copy for recovery: the session's own file, or empty
    std::string room;    ///< lower_snake
    std::vector<NeededFile> files;
    std::string view = "{}";               ///< what was chosen: one JSON object
    std::vector<std::string> models;       ///< of the library, in order
    std::vector<std::string> generators;   ///< of the library, in order
    std::vector<std::string> images;       ///< of the library, in order
    std::vector<std::string> computed;     ///< rooms whose work is begun again
    std::string run;                       ///< the chosen run's folder, or empty
    std::string layout;                    ///< of the panels: base64, or empty
    std::string geometry;                  ///< of the window: base64, or empty
    std::optional<SavedViewport> viewport; ///< of the large picture; none: it fits
    double wipe = 0.5;                     ///< part of the large view's width
    bool operator==(const SavedSession&) const = default;
};

/// Writes one JSON object, indented for people.
std::string toJson(const SavedSession& session);

/// Reads what anybody may have written: every field is checked, keys that are not known are
/// ignored.
///
/// @param name what messages call the text's origin: a file's name
/// @return     BadData with name, field, value and what was expected
Result<SavedSession> savedSessionFromJson(std::string_view text, const std::string& name);

/// The text of a session file of at most 16 MiB; NoInput where it cannot be read.
Result<std::string> readSessionText(const std::filesystem::path& path);

/// The file is the old one or the new one, whatever happens.
Result<void> writeSession(const std::filesystem::path& path, const SavedSession& session);

} // namespace hierascope::runs
