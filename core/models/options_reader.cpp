// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/options_reader.h"

#include <algorithm>

namespace hierascope::models {

namespace {

constexpr std::size_t kLongestList = 64;
constexpr std::size_t kMostNumbers = 4096;
constexpr std::size_t kShownCharacters = 80;

} // namespace

tl::unexpected<Error> optionFailure(const std::string& field, const std::string& found,
                                    const std::string& expected) {
    return failure(ErrorCode::BadData,
                   "Field 'options." + field + "' is " + found + ", expected " + expected + ".");
}

Result<void> checkOptionRange(const std::string& field, std::int64_t value, std::int64_t low,
                              std::int64_t high) {
    if (value >= low && value <= high)
        return {};
    return optionFailure(field, std::to_string(value),
                         std::to_string(low) + " to " + std::to_string(high));
}

OptionsReader::OptionsReader(const nlohmann::json& object, std::string prefix)
    : m_object(object), m_prefix(std::move(prefix)) {
    if (!object.is_object())
        fail("", object.dump().substr(0, kShownCharacters), "an object");
}

void OptionsReader::integer(const char* key, std::int64_t& target) {
    if (const nlohmann::json* value = find(key)) {
        if (!value->is_number_integer())
            return fail(key, value->dump().substr(0, kShownCharacters), "a whole number");
        target = value->get<std::int64_t>();
    }
}

void OptionsReader::number(const char* key, double& target) {
    if (const nlohmann::json* value = find(key)) {
        if (!value->is_number())
            return fail(key, value->dump().substr(0, kShownCharacters), "a number");
        target = value->get<double>();
    }
}

void OptionsReader::flag(const char* key, bool& target) {
    if (const nlohmann::json* value = find(key)) {
        if (!value->is_boolean())
            return fail(key, value->dump().substr(0, kShownCharacters), "true or false");
        target = value->get<bool>();
    }
}

void OptionsReader::integers(const char* key, std::vector<std::int64_t>& target) {
    const nlohmann::json* value = find(key);
    if (value == nullptr)
        return;
    if (!value->is_array() || value->size() > kLongestList)
        return fail(key, value->dump().substr(0, kShownCharacters),
                    "a list of at most 64 whole numbers");
    std::vector<std::int64_t> numbers;
    for (const nlohmann::json& entry : *value) {
        if (!entry.is_number_integer())
            return fail(key, value->dump(), "a list of whole numbers");
        numbers.push_back(entry.get<std::int64_t>());
    }
    target = std::move(numbers);
}

void OptionsReader::numbers(const char* key, std::vector<double>& target) {
    const nlohmann::json* value = find(key);
    if (value == nullptr)
        return;
    const auto isNumber = [](const nlohmann::json& entry) { return entry.is_number(); };
    if (!value->is_array() || value->size() > kMostNumbers ||
        !std::all_of(value->begin(), value->end(), isNumber))
        return fail(key, value->dump().substr(0, kShownCharacters), "a list of numbers");
    target = value->get<std::vector<double>>();
}

Result<void> OptionsReader::finish() {
    if (m_read && m_object.is_object()) {
        for (const auto& [key, value] : m_object.items()) {
            if (std::find(m_asked.begin(), m_asked.end(), key) == m_asked.end())
                fail(key, "unknown", "one of the documented options");
        }
    }
    return m_read;
}

const nlohmann::json* OptionsReader::find(const char* key) {
    m_asked.emplace_back(key);
    if (!m_object.is_object())
        return nullptr;
    const auto found = m_object.find(key);
    return found == m_object.end() ? nullptr : &*found;
}

void OptionsReader::fail(const std::string& key, const std::string& found,
                         const std::string& expected) {
    if (m_read)
        m_read = optionFailure(m_prefix + key, found, expected);
}

} // namespace hierascope::models
