// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/result.h"

namespace hierascope::models {

/// BadData: "Field 'options.FIELD' is FOUND, expected EXPECTED."
tl::unexpected<Error> optionFailure(const std::string& field, const std::string& found,
                                    const std::string& expected);

/// Fails unless `low <= value <= high`, naming the field.
Result<void> checkOptionRange(const std::string& field, std::int64_t value, std::int64_t low,
                              std::int64_t high);

/// Names of an enumeration's values.
template <typename Enum, std::size_t N>
using EnumNames = std::array<std::pair<std::string_view, Enum>, N>;

template <typename Enum, std::size_t N>
std::string enumName(const EnumNames<Enum, N>& names, Enum value) {
    for (const auto& [name, choice] : names) {
        if (choice == value)
            return std::string(name);
    }
    return {};
}

/// Reads fields of one JSON object and remembers the first thing that is wrong.
///
/// A field that is missing leaves its target as it is.
class OptionsReader {
public:
    /// @param prefix of the fields' names in messages: "" or "encoder."
    OptionsReader(const nlohmann::json& object, std::string prefix);

    void integer(const char* key, std::int64_t& target);
    void number(const char* key, double& target);
    void flag(const char* key, bool& target);
    void integers(const char* key, std::vector<std::int64_t>& target);
    void numbers(const char* key, std::vector<double>& target);

    template <typename Enum, std::size_t N>
    void choice(const char* key, const EnumNames<Enum, N>& names, Enum& target) {
        const nlohmann::json* value = find(key);
        if (value == nullptr)
            return;
        std::string expected;
        for (const auto& [name, choice] : names) {
            if (value->is_string() && value->template get_ref<const std::string&>() == name) {
                target = choice;
                return;
            }
            expected += (expected.empty() ? "one of " : ", ") + std::string(name);
        }
        fail(key, value->dump(), expected);
    }

    /// Reads a nested object: `read` gets a reader of it.
    template <typename Read>
    void object(const char* key, Read&& read) {
        const nlohmann::json* value = find(key);
        if (value == nullptr)
            return;
        OptionsReader nested(*value, m_prefix + key + ".");
        read(nested);
        if (auto done = nested.finish(); !done && m_read)
            m_read = failure(done);
    }

    /// Knows a key whose value does not matter here.
    void ignore(const char* key) { find(key); }

    /// Also refuses keys that nobody asked for.
    Result<void> finish();

private:
    const nlohmann::json* find(const char* key);
    void fail(const std::string& key, const std::string& found, const std::string& expected);

    const nlohmann::json& m_object;
    std::string m_prefix;
    std::vector<std::string> m_asked;
    Result<void> m_read;
};

} // namespace hierascope::models
