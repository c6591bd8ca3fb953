// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/recipe_fields.h"

#include <algorithm>
#include <sstream>
#include <utility>

namespace hierascope::runs {

namespace {

using nlohmann::json;

constexpr int kDeepest = 32;
constexpr std::size_t kLongestField = 4096;
constexpr std::size_t kLongestWord = 64;

std::string shortText(const json& value) {
    constexpr std::size_t kLongest = 80;
    std::string text = value.dump(-1, ' ', true, json::error_handler_t::replace); // ASCII
    return text.size() > kLongest ? text.substr(0, kLongest) + "..." : text;
}

std::string plain(double value) {
    std::ostringstream text;
    text << value;
    return text.str();
}

bool isWord(const std::string& text) {
    return text.size() <= kLongestWord && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
           });
}

bool isHash(const std::string& text) {
    constexpr std::size_t kDigits = 64;
    return text.empty() ||
           (text.size() == kDigits && std::all_of(text.begin(), text.end(), [](char c) {
                return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
            }));
}

} // namespace

bool isWhole(const json& value, std::uint64_t highest) {
    return value.is_number_unsigned() && value.get<std::uint64_t>() <= highest;
}

json parseRecipe(std::string_view text, std::string& complaint, std::size_t longest) {
    if (text.size() > longest) {
        complaint = "its " + std::to_string(text.size()) + " bytes are more than " +
                    std::to_string(longest) + ".";
        return nullptr;
    }
    // The parser takes a NUL byte for the end of its input and would ignore what follows.
    if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
        complaint = "byte " + std::to_string(nul + 1) + " is NUL.";
        return nullptr;
    }
    bool isTooDeep = false;
    const auto keep = [&isTooDeep](int depth, json::parse_event_t, json&) {
        isTooDeep = isTooDeep || depth > kDeepest;
        return depth <= kDeepest;
    };
    json document;
    try {
        document = json::parse(text, keep);
    } catch (const json::parse_error& broken) {
        complaint = "it is no valid JSON at byte " + std::to_string(broken.byte) + ".";
    } catch (const json::exception&) {
        complaint = "it holds a number that is too large.";
    }
    if (isTooDeep)
        complaint = "it is nested deeper than " + std::to_string(kDeepest) + " levels.";
    else if (complaint.empty() && !document.is_object())
        complaint = "it is " + shortText(document) + ", expected an object.";
    return document;
}

RecipeFields::RecipeFields(const json& object, std::string prefix, std::string& complaint)
    : m_object(object), m_prefix(std::move(prefix)), m_complaint(complaint) {}

const json* RecipeFields::take(const std::string& key, const std::string& expected,
                               const Fits& fits) {
    if (!m_complaint.empty())
        return nullptr;
    const auto found = m_object.find(key);
    if (found != m_object.end() && fits(*found))
        return &*found;
    m_complaint = "field '" + m_prefix + key + "' is " +
                  (found == m_object.end() ? "missing" : shortText(*found)) + ", expected " +
                  expected + ".";
    return nullptr;
}

void RecipeFields::format(const std::string& key, int newest) {
    const std::string known = std::to_string(newest);
    const auto found = m_object.find(key);
    if (m_complaint.empty() && found != m_object.end() && found->is_number_unsigned() &&
        *found > newest) {
        m_complaint = "field '" + m_prefix + key + "' is " + shortText(*found) + ", expected " +
                      known + ": a newer version of this program wrote it.";
        return;
    }
    take(key, known,
         [newest](const json& value) { return value.is_number_unsigned() && value == newest; });
}

std::string RecipeFields::text(const std::string& key, const std::string& expected,
                               const std::function<bool(const std::string&)>& fits) {
    const json* value = take(key, expected, [&fits](const json& found) {
        return found.is_string() && fits(found.get_ref<const std::string&>());
    });
    return value == nullptr ? std::string() : value->get<std::string>();
}

std::string RecipeFields::text(const std::string& key) {
    return text(key, "a text of at most " + std::to_string(kLongestField) + " bytes",
                [](const std::string& found) { return found.size() <= kLongestField; });
}

std::string RecipeFields::word(const std::string& key) {
    return text(key, "a lower_snake word", isWord);
}

std::string RecipeFields::hash(const std::string& key) {
    return text(key, "64 hex digits or nothing", isHash);
}

std::string RecipeFields::choice(const std::string& key, const std::string& expected,
                                 const std::function<bool(const std::string&)>& fits) {
    return text(key, expected, fits);
}

std::uint64_t RecipeFields::whole(const std::string& key, std::uint64_t highest) {
    const json* value = take(key, "a whole number from 0 to " + std::to_string(highest),
                             [highest](const json& found) { return isWhole(found, highest); });
    return value == nullptr ? 0 : value->get<std::uint64_t>();
}

std::int64_t RecipeFields::integer(const std::string& key, std::int64_t low, std::int64_t high) {
    const json* value = take(
        key, "a whole number from " + std::to_string(low) + " to " + std::to_string(high),
        [low, high](const json& found) {
            if (found.is_number_unsigned())
                return high >= 0 &&
                       found.get<std::uint64_t>() <= static_cast<std::uint64_t>(high) &&
                       (low <= 0 || found.get<std::uint64_t>() >= static_cast<std::uint64_t>(low));
            return found.is_number_integer() && found.get<std::int64_t>() >= low &&
                   found.get<std::int64_t>() <= high;
        });
    return value == nullptr ? low : value->get<std::int64_t>();
}

double RecipeFields::number(const std::string& key, double low, double high) {
    const json* value = take(
        key, "a number from " + plain(low) + " to " + plain(high), [low, high](const json& found) {
            return found.is_number() && found.get<double>() >= low && found.get<double>() <= high;
        });
    return value == nullptr ? low : value->get<double>();
}

bool RecipeFields::flag(const std::string& key) {
    const json* value =
        take(key, "true or false", [](const json& found) { return found.is_boolean(); });
    return value != nullptr && value->get<bool>();
}

void RecipeFields::each(const std::string& key, std::size_t most,
                        const std::function<void(RecipeFields)>& tell) {
    const json* list = take(key, "a list of at most " + std::to_string(most) + " objects",
                            [most](const json& found) {
                                return found.is_array() && found.size() <= most &&
                                       std::all_of(found.begin(), found.end(),
                                                   [](const json& one) { return one.is_object(); });
                            });
    if (list == nullptr)
        return;
    for (std::size_t i = 0; i < list->size() && m_complaint.empty(); ++i)
        tell({(*list)[i], m_prefix + key + "[" + std::to_string(i) + "].", m_complaint});
}

RecipeFields RecipeFields::object(const std::string& key) {
    static const json empty = json::object();
    const json* value = take(key, "an object", [](const json& found) { return found.is_object(); });
    return {value == nullptr ? empty : *value, m_prefix + key + ".", m_complaint};
}

} // namespace hierascope::runs
