// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/shard_names.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hierascope::io {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostShards = 100'000;

std::optional<std::int64_t> numberOf(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isRead = error == std::errc() && end == text.data() + text.size() && value >= 0;
    return isRead ? std::optional(value) : std::nullopt;
}

tl::unexpected<Error> badRange(const std::string& pattern, const std::string& range) {
    return failure(ErrorCode::Usage, "Data '" + pattern + "': '" + range +
                                         "' is no range of shards, expected one such as "
                                         "{000..099}, with at most " +
                                         std::to_string(kMostShards) + " files in all.");
}

/// The texts that stand in a range's place: "08..10" gives 08, 09, 10.
std::vector<std::string> textsOf(std::string_view range) {
    const std::size_t dots = range.find("..");
    if (dots == std::string_view::npos)
        return {};
    const std::string_view from = range.substr(0, dots);
    const auto first = numberOf(from);
    const auto last = numberOf(range.substr(dots + 2));
    if (!first || !last || *first > *last ||
        static_cast<std::size_t>(*last - *first) >= kMostShards)
        return {};
    std::vector<std::string> texts;
    for (std::int64_t number = *first; number <= *last; ++number) {
        const std::string text = std::to_string(number);
        texts.push_back(std::string(from.size() - std::min(from.size(), text.size()), '0') + text);
    }
    return texts;
}

} // namespace

bool isShardPattern(const fs::path& path) {
    const std::string text = path.string();
    return path.extension() == ".tar" && text.find('{') != std::string::npos;
}

Result<std::vector<fs::path>> shardsOf(const fs::path& pattern) {
    std::vector<std::string> names{pattern.string()};
    for (;;) {
        const std::size_t open = names.front().find('{');
        if (open == std::string::npos)
            return std::vector<fs::path>(names.begin(), names.end());
        const std::size_t close = names.front().find('}', open);
        if (close == std::string::npos)
            return badRange(pattern.string(), names.front().substr(open));
        const auto texts =
            textsOf(std::string_view(names.front()).substr(open + 1, close - open - 1));
        if (texts.empty() || texts.size() * names.size() > kMostShards)
            return badRange(pattern.string(), names.front().substr(open, close - open + 1));
        std::vector<std::string> longer;
        for (const std::string& name : names) {
            // All names are as long as the first up to here only where its ranges are: search anew.
            const std::size_t begin = name.find('{');
            const std::size_t end = name.find('}', begin);
            for (const std::string& text : texts)
                longer.push_back(name.substr(0, begin) + text + name.substr(end + 1));
        }
        names = std::move(longer);
    }
}

std::vector<fs::path> tarFilesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (it->path().extension() == ".tar" && !it->path().filename().string().starts_with('.'))
            files.push_back(it->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace hierascope::io
