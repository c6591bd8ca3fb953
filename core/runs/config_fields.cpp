// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/config_fields.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace hierascope::runs {

using nlohmann::json;

namespace {

/// How many letters to put in, leave out or change, to make one word of the other.
std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

/// What a key that nobody knows was probably meant to be.
std::string nearestName(const std::string& prefix, std::string_view key,
                        std::initializer_list<std::string_view> known) {
    key = key.substr(0, 80); // a longer one is like none
    const auto nearest =
        std::min_element(known.begin(), known.end(), [key](std::string_view a, std::string_view b) {
            return editDistance(key, a) < editDistance(key, b);
        });
    const bool isNear = editDistance(key, *nearest) <= std::max<std::size_t>(2, key.size() / 3);
    return isNear ? "'" + prefix + std::string(*nearest) + "', which is the nearest name"
                  : "one of the documented keys";
}

} // namespace

tl::unexpected<Error> fieldFailure(const std::string& field, const std::string& found,
                                   const std::string& expected) {
    return failure(ErrorCode::BadData,
                   "Field '" + field + "' is " + found + ", expected " + expected + ".");
}

std::string shortText(const json& value) {
    return value.dump().substr(0, 80);
}

Result<void> readIntegers(const json& object, const std::string& prefix,
                          std::initializer_list<IntegerField> fields) {
    for (const IntegerField& field : fields) {
        const auto found = object.find(field.key);
        if (found == object.end())
            continue;
        const std::string range = "a whole number from " + std::to_string(field.low) + " to " +
                                  std::to_string(field.high);
        if (!found->is_number_integer())
            return fieldFailure(prefix + field.key, shortText(*found), range);
        const auto value = found->get<std::int64_t>();
        if (value < field.low || value > field.high)
            return fieldFailure(prefix + field.key, shortText(*found), range);
        *field.target = value;
    }
    return {};
}

Result<void> readNumbers(const json& object, const std::string& prefix,
                         std::initializer_list<NumberField> fields) {
    for (const NumberField& field : fields) {
        const auto found = object.find(field.key);
        if (found == object.end())
            continue;
        if (!found->is_number() || found->get<double>() < field.low ||
            found->get<double>() > field.high)
            return fieldFailure(prefix + field.key, shortText(*found),
                                "a number from " + json(field.low).dump() + " to " +
                                    json(field.high).dump());
        *field.target = found->get<double>();
    }
    return {};
}

Result<void> refuseUnknown(const json& object, const std::string& prefix,
                           std::initializer_list<std::string_view> known) {
    for (const auto& [key, value] : object.items()) {
        if (std::find(known.begin(), known.end(), key) == known.end())
            return fieldFailure(prefix + key, "unknown", nearestName(prefix, key, known));
    }
    return {};
}

Result<void> readPath(const json& object, const std::string& prefix, const char* key,
                      const std::filesystem::path& folder, std::filesystem::path& target) {
    const auto found = object.find(key);
    if (found == object.end())
        return {};
    if (!found->is_string() || found->get_ref<const std::string&>().empty())
        return fieldFailure(prefix + key, shortText(*found), "a path");
    target = folder / found->get<std::string>();
    return {};
}

Result<void> readFlag(const json& object, const std::string& prefix, const char* key,
                      bool& target) {
    const auto found = object.find(key);
    if (found == object.end())
        return {};
    if (!found->is_boolean())
        return fieldFailure(prefix + key, shortText(*found), "true or false");
    target = found->get<bool>();
    return {};
}

Result<void> readBetas(const json& object, const std::string& prefix,
                       std::array<double, 2>& target) {
    const auto found = object.find("betas");
    if (found == object.end())
        return {};
    if (!found->is_array() || found->size() != 2 || !(*found)[0].is_number() ||
        !(*found)[1].is_number())
        return fieldFailure(prefix + "betas", shortText(*found), "two numbers");
    target = {(*found)[0].get<double>(), (*found)[1].get<double>()};
    return {};
}

} // namespace hierascope::runs
