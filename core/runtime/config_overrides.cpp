// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/config_overrides.h"

#include <nlohmann/json.hpp>

namespace hierascope::runtime {

namespace {

using nlohmann::json;

/// A key of the config: its dotted path, and its value.
struct Place {
    std::string path;
    json* value = nullptr;
};

void findPlaces(json& object, const std::string& prefix, const std::string& key,
                std::vector<Place>& found) {
    for (auto& [name, value] : object.items()) {
        const std::string path = prefix.empty() ? name : prefix + "." + name;
        if (path == key || path.ends_with("." + key))
            found.push_back({path, &value});
        if (value.is_object())
            findPlaces(value, path, key, found);
    }
}

Result<void> applyOverride(json& config, const std::string& text) {
    const auto equals = text.find('=');
    const std::string key = text.substr(0, equals);
    if (equals == std::string::npos || key.empty())
        return failure(ErrorCode::Usage, "Override '" + text + "' is not KEY=VALUE.");

    std::vector<Place> places;
    findPlaces(config, "", key, places);
    for (const Place& place : places) {
        if (place.path == key)
            places = {place};
    }
    if (places.empty())
        return failure(ErrorCode::Usage, "Override '" + text + "' names the key '" + key +
                                             "', which this model's config does not have.");
    if (places.size() > 1)
        return failure(ErrorCode::Usage, "Override '" + text + "' fits several keys, among them '" +
                                             places[0].path + "' and '" + places[1].path + "'.");

    const std::string value = text.substr(equals + 1);
    json parsed = json::parse(value, nullptr, false);
    *places.front().value = parsed.is_discarded() ? json(value) : std::move(parsed);
    return {};
}

} // namespace

Result<void> applyOverrides(json& config, const std::vector<std::string>& overrides) {
    for (const std::string& text : overrides) {
        if (auto applied = applyOverride(config, text); !applied)
            return applied;
    }
    return {};
}

} // namespace hierascope::runtime
