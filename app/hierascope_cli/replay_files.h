// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/runs/needed_file.h"

namespace hierascope::cli {

/// Finds the files of a recipe where they were, or by name and hash in other folders.
class NeededFiles {
public:
    /// @param name    what messages call the recipe
    /// @param folders looked through where a file is not in its place
    NeededFiles(std::string name, std::vector<std::filesystem::path> folders)
        : m_name(std::move(name)), m_folders(std::move(folders)) {}

    /// One with other bytes than the recipe's is taken where there is no better one, and the log
    /// says so.
    ///
    /// @return NoInput naming the file and its hash
    Result<std::filesystem::path> find(const runs::NeededFile& file) const;

private:
    std::string m_name;
    std::vector<std::filesystem::path> m_folders;
};

} // namespace hierascope::cli
