// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/official_source.h"

#include <algorithm>

namespace hierascope::runtime {

std::int64_t OfficialCheckpoint::size(const std::string& tensor, std::size_t dimension) const {
    const auto found = shapes.find(tensor);
    return found == shapes.end() || found->second.size() <= dimension ? 0
                                                                      : found->second[dimension];
}

std::int64_t OfficialCheckpoint::count(const std::string& prefix, const std::string& suffix) const {
    std::int64_t number = 0;
    while (has(prefix + std::to_string(number) + suffix))
        ++number;
    return number;
}

bool OfficialCheckpoint::isOverridden(const std::string& key) const {
    return std::any_of(overrides.begin(), overrides.end(), [&key](const std::string& text) {
        const std::string name = text.substr(0, text.find('='));
        return name == key || name.ends_with("." + key);
    });
}

} // namespace hierascope::runtime
