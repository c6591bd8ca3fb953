// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/data_fingerprint.h"

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

#include "core/io/sha256.h"
#include "core/io/shard_names.h"

namespace hierascope::io {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMostHashed = 4ULL << 30;

tl::unexpected<Error> cannotRead(const fs::path& path, const std::error_code& error) {
    return failure(ErrorCode::NoInput,
                   "Cannot read '" + path.string() + "': " + error.message() + ".");
}

/// Visible files below a folder.
Result<std::vector<fs::path>> filesBelow(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
         it.increment(error)) {
        if (it->path().filename().string().starts_with('.')) {
            if (it->is_directory(error))
                it.disable_recursion_pending();
        } else if (!it->is_directory(error)) {
            files.push_back(it->path());
        }
    }
    if (error)
        return cannotRead(folder, error);
    std::sort(files.begin(), files.end());
    return files;
}

/// @param root that names in the fingerprint are relative to
Result<DataFingerprint> ofNamesAndSizes(const std::vector<fs::path>& files, const fs::path& root) {
    DataFingerprint print;
    std::string list;
    for (const fs::path& file : files) {
        std::error_code error;
        const std::uintmax_t size = fs::file_size(file, error);
        if (error)
            return cannotRead(file, error);
        list += file.lexically_relative(root).string() + '\0' + std::to_string(size) + '\n';
        print.bytes += static_cast<std::int64_t>(size);
        ++print.files;
    }
    auto hash = sha256OfText(list);
    if (!hash)
        return failure(hash);
    print.sha256 = std::move(*hash);
    return print;
}

} // namespace

Result<DataFingerprint> fingerprintOf(const fs::path& data) {
    if (isShardPattern(data)) {
        const auto shards = shardsOf(data);
        return shards ? ofNamesAndSizes(*shards, data.parent_path()) : failure(shards);
    }
    std::error_code error;
    if (fs::is_directory(data, error)) {
        const auto files = filesBelow(data);
        return files ? ofNamesAndSizes(*files, data) : failure(files);
    }
    const std::uintmax_t size = fs::file_size(data, error);
    if (error)
        return cannotRead(data, error);
    if (size > kMostHashed)
        return ofNamesAndSizes({data}, data.parent_path());
    auto hash = sha256OfFile(data);
    if (!hash)
        return failure(hash);
    return DataFingerprint{1, static_cast<std::int64_t>(size), std::move(*hash)};
}

} // namespace hierascope::io
