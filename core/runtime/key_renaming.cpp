// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/key_renaming.h"

#include <algorithm>
#include <optional>

#include <nlohmann/json.hpp>

#include "core/io/json_file.h"

namespace hierascope::runtime {

namespace {

/// The text between the `*` of a pattern: one more than there are.
std::vector<std::string> fixedParts(const std::string& pattern) {
    std::vector<std::string> parts{""};
    for (const char letter : pattern) {
        if (letter == '*')
            parts.emplace_back();
        else
            parts.back() += letter;
    }
    return parts;
}

/// What each `*` stands for, as little as can be; none where the name does not fit.
std::optional<std::vector<std::string>> matched(const std::string& name,
                                                const std::vector<std::string>& parts) {
    if (!name.starts_with(parts.front()) || !name.ends_with(parts.back()))
        return std::nullopt;
    std::vector<std::string> found;
    std::size_t place = parts.front().size();
    const std::size_t end = name.size() - parts.back().size();
    if (parts.size() == 1)
        return name == parts.front() ? std::optional(found) : std::nullopt;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const bool isLast = i + 1 == parts.size();
        const std::size_t next = isLast ? end : name.find(parts[i], place);
        if (next == std::string::npos || next < place || next > end)
            return std::nullopt;
        found.push_back(name.substr(place, next - place));
        place = next + parts[i].size();
    }
    return found;
}

} // namespace

Result<KeyRenaming> KeyRenaming::read(const std::filesystem::path& file) {
    const auto map = io::readJsonFile(file);
    if (!map)
        return failure(map);
    if (!map->is_object())
        return failure(ErrorCode::BadData, "'" + file.string() +
                                               "': expected an object of old and new key "
                                               "patterns.");
    KeyRenaming renaming;
    for (const auto& [from, to] : map->items()) {
        if (!to.is_string())
            return failure(ErrorCode::BadData, "'" + file.string() + "': '" + from + "' becomes " +
                                                   to.dump() + ", expected a name.");
        const auto target = to.get<std::string>();
        if (std::count(from.begin(), from.end(), '*') !=
            std::count(target.begin(), target.end(), '*'))
            return failure(ErrorCode::BadData, "'" + file.string() + "': '" + from + "' and '" +
                                                   target + "' have different numbers of '*'.");
        renaming.m_pairs.emplace_back(from, target);
    }
    return renaming;
}

std::string KeyRenaming::apply(const std::string& name) const {
    for (const auto& [from, to] : m_pairs) {
        const auto values = matched(name, fixedParts(from));
        if (!values)
            continue;
        const auto parts = fixedParts(to);
        std::string renamed = parts.front();
        for (std::size_t i = 0; i < values->size(); ++i)
            renamed += (*values)[i] + parts[i + 1];
        return renamed;
    }
    return name;
}

} // namespace hierascope::runtime
