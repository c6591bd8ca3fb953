// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

/// What readers of recipes share: limits, and fields that are checked one by one.
namespace hierascope::runs {

inline constexpr std::size_t kLongestRecipe = 1 << 20; ///< bytes

/// Reads one JSON object of at most 32 levels.
///
/// @param complaint receives what is wrong, with a full stop
/// @param longest   bytes that the text may have
/// @return          null where something is wrong
nlohmann::json parseRecipe(std::string_view text, std::string& complaint,
                           std::size_t longest = kLongestRecipe);

/// Says whether a value is a whole number from 0 to `highest`.
bool isWhole(const nlohmann::json& value, std::uint64_t highest);

/// Takes checked fields out of one object. The first wrong one makes the complaint; what comes
/// after it is left at its default.
class RecipeFields {
public:
    using Fits = std::function<bool(const nlohmann::json&)>;

    /// @param prefix what complaints put before a key, such as "a."
    RecipeFields(const nlohmann::json& object, std::string prefix, std::string& complaint);

    /// @return the field, null where it is missing or does not fit
    const nlohmann::json* take(const std::string& key, const std::string& expected,
                               const Fits& fits);
    /// Checks the number of a format; a greater one than `newest` was written by a newer program.
    void format(const std::string& key, int newest);
    bool has(const std::string& key) const { return m_object.contains(key); }
    std::string text(const std::string& key);
    std::string word(const std::string& key); ///< lower_snake
    std::string hash(const std::string& key); ///< 64 hex digits, or empty
    std::uint64_t whole(const std::string& key, std::uint64_t highest);
    std::int64_t integer(const std::string& key, std::int64_t low, std::int64_t high);
    double number(const std::string& key, double low, double high);
    bool flag(const std::string& key);
    /// One of some words.
    std::string choice(const std::string& key, const std::string& expected,
                       const std::function<bool(const std::string&)>& fits);
    /// Tells of every object in a list of at most `most`.
    void each(const std::string& key, std::size_t most,
              const std::function<void(RecipeFields)>& tell);
    /// The fields of an object in this one; those of an empty one where there is none.
    RecipeFields object(const std::string& key);

private:
    std::string text(const std::string& key, const std::string& expected,
                     const std::function<bool(const std::string&)>& fits);

    const nlohmann::json& m_object;
    std::string m_prefix;
    std::string& m_complaint;
};

} // namespace hierascope::runs
