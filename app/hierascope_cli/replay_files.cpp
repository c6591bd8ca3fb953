// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hierascope_cli/replay_files.h"

#include <system_error>

#include "core/base/log.h"
#include "core/runtime/checkpoint_hash.h"
#include "core/runtime/pictures.h"

namespace hierascope::cli {

namespace {

namespace fs = std::filesystem;

constexpr int kDeepest = 5;
constexpr std::size_t kMostEntries = 100'000;

bool isCheckpoint(const runs::NeededFile& file) {
    return file.kind == "model" || file.kind == "generator";
}

/// Empty where it cannot be known; whoever opens the file says why.
std::string hashOfNeeded(const runs::NeededFile& file, const fs::path& path) {
    const auto hash =
        isCheckpoint(file) ? runtime::hashOfCheckpoint(path) : runtime::hashOfFile(path);
    return hash.value_or(std::string());
}

fs::path lastPart(const std::string& text) {
    const fs::path path(text);
    return path.filename().empty() ? path.parent_path().filename() : path.filename();
}

/// Whatever below a folder could be the file: what has its name first, then other checkpoints.
std::vector<fs::path> candidates(const runs::NeededFile& file, const fs::path& folder) {
    std::vector<fs::path> sameName;
    std::vector<fs::path> others;
    const fs::path name = lastPart(file.path);
    const auto consider = [&](const fs::path& path) {
        std::error_code error;
        if (lastPart(path.string()) == name)
            sameName.push_back(path);
        else if (isCheckpoint(file) && fs::exists(path / "config.json", error))
            others.push_back(path);
    };
    consider(folder);
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied,
                                           error);
    for (std::size_t seen = 0; !error && entry != fs::recursive_directory_iterator();
         entry.increment(error)) {
        if (++seen > kMostEntries)
            break;
        if (entry.depth() >= kDeepest)
            entry.disable_recursion_pending();
        consider(entry->path());
    }
    sameName.insert(sameName.end(), others.begin(), others.end());
    return sameName;
}

} // namespace

Result<fs::path> NeededFiles::find(const runs::NeededFile& file) const {
    std::error_code error;
    fs::path second; // of the same name, with other bytes
    std::string secondHash;
    const auto fits = [&](const fs::path& path) {
        const std::string hash = hashOfNeeded(file, path);
        if (file.sha256.empty() || hash == file.sha256)
            return true;
        if (second.empty() && lastPart(path.string()) == lastPart(file.path)) {
            second = path;
            secondHash = hash;
        }
        return false;
    };
    if (fs::exists(file.path, error) && fits(file.path))
        return fs::path(file.path);
    for (const fs::path& folder : m_folders)
        for (const fs::path& path : candidates(file, folder))
            if (fits(path))
                return path;
    if (second.empty())
        return failure(ErrorCode::NoInput, runs::missingSentence(file, m_name) +
                                               " Name a folder to look in with --find.");
    runs::NeededFile told = file;
    told.path = second.string();
    if (const std::string warning = runs::otherBytesSentence(told, secondHash, m_name);
        !warning.empty())
        log::warning("replay", warning);
    return second;
}

} // namespace hierascope::cli
