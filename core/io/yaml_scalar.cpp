// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/yaml_scalar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

#include "core/io/input_file.h"

namespace hierascope::io {

namespace {

using nlohmann::json;

constexpr std::string_view kDecimal = "0123456789";

/// The word in one of the three ways of writing that YAML knows: true, True, TRUE.
bool isWord(std::string_view text, std::string_view word) {
    std::string upper(word);
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](char letter) { return static_cast<char>(letter - 'a' + 'A'); });
    const std::string title = upper.substr(0, 1) + std::string(word.substr(1));
    return text == word || text == upper || text == title;
}

bool isAnyWord(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [text](std::string_view word) { return isWord(text, word); });
}

std::string withoutUnderscores(std::string_view text) {
    std::string digits(text);
    digits.erase(std::remove(digits.begin(), digits.end(), '_'), digits.end());
    return digits;
}

/// An integer of any base, or nothing where the text is none.
std::optional<Result<json>> integer(std::string_view text) {
    const bool isNegative = text.starts_with('-');
    std::string_view body = text;
    if (isNegative || text.starts_with('+'))
        body.remove_prefix(1);
    int base = 10;
    std::string_view allowed = kDecimal;
    if (body.starts_with("0x")) {
        base = 16;
        allowed = "0123456789abcdefABCDEF";
        body.remove_prefix(2);
    } else if (body.starts_with("0b")) {
        base = 2;
        allowed = "01";
        body.remove_prefix(2);
    } else if (body.size() > 1 && body.front() == '0') {
        base = 8;
        allowed = "01234567";
        body.remove_prefix(1);
    }
    const std::string digits = withoutUnderscores(body);
    if (digits.empty() || body.front() == '_' ||
        digits.find_first_not_of(allowed) != std::string::npos)
        return std::nullopt;
    std::uint64_t value = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    constexpr auto kLargest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (error != std::errc() || (isNegative && value > kLargest))
        return failure(ErrorCode::BadData, inQuotes(text) + " does not fit 64 bits");
    return isNegative ? json(-static_cast<std::int64_t>(value)) : json(value);
}

std::optional<json> number(std::string_view text) {
    std::string_view body = text;
    const bool isNegative = text.starts_with('-');
    if (isNegative || text.starts_with('+'))
        body.remove_prefix(1);
    if (isAnyWord(body.substr(std::min<std::size_t>(1, body.size())), {"inf"}) &&
        body.starts_with('.'))
        return (isNegative ? -1 : 1) * std::numeric_limits<double>::infinity();
    if (text == ".nan" || text == ".NaN" || text == ".NAN")
        return std::numeric_limits<double>::quiet_NaN();
    // Digits, then a point or an exponent; `from_chars` alone would also take "inf" and "nan".
    const std::string digits = withoutUnderscores(body);
    const bool begins =
        !digits.empty() &&
        (kDecimal.find(digits[0]) != std::string::npos ||
         (digits[0] == '.' && digits.size() > 1 && kDecimal.find(digits[1]) != std::string::npos));
    if (!begins || digits.find_first_of(".eE") == std::string::npos)
        return std::nullopt;
    double value = 0;
    const char* last = digits.data() + digits.size();
    const auto [end, error] = std::from_chars(digits.data(), last, value);
    if (end != last || (error != std::errc() && error != std::errc::result_out_of_range))
        return std::nullopt;
    return isNegative ? -value : value;
}

} // namespace

Result<json> plainYamlScalar(const std::string& text) {
    if (text.empty() || text == "~" || isWord(text, "null"))
        return json(nullptr);
    if (isAnyWord(text, {"true", "yes", "on"}))
        return json(true);
    if (isAnyWord(text, {"false", "no", "off"}))
        return json(false);
    if (auto whole = integer(text))
        return std::move(*whole);
    if (auto real = number(text))
        return std::move(*real);
    return json(text);
}

} // namespace hierascope::io
