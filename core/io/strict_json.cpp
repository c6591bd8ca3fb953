// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/strict_json.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/io/input_file.h"

namespace hierascope::io {

namespace {

using nlohmann::json;

/// Builds the document event by event, so that the first wrong thing ends the parsing.
class StrictBuilder {
public:
    using number_integer_t = json::number_integer_t;
    using number_unsigned_t = json::number_unsigned_t;
    using number_float_t = json::number_float_t;
    using string_t = json::string_t;
    using binary_t = json::binary_t;

    StrictBuilder(std::string_view text, std::size_t maximumDepth)
        : m_text(text), m_maximumDepth(maximumDepth) {}

    bool null() { return add(nullptr); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(number_integer_t value) { return add(value); }
    bool number_unsigned(number_unsigned_t value) { return add(value); }
    bool number_float(number_float_t value, const string_t&) { return add(value); }
    bool string(string_t& value) { return add(std::move(value)); }
    bool binary(binary_t& value) { return add(std::move(value)); }
    bool start_object(std::size_t) { return open(json::object()); }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(json::array()); }
    bool end_array() { return close(); }

    bool key(string_t& value) {
        if (m_open.back()->contains(value)) {
            m_reason = "the key " + inQuotes(value) + " is given twice";
            return false;
        }
        m_key = std::move(value);
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const json::exception& error) {
        // The parser's own sentence starts with "[json.exception...] parse error at line 1, ...: ".
        std::string reason = error.what();
        if (const auto colon = reason.find(": "); colon != std::string::npos)
            reason.erase(0, colon + 2);
        m_reason = "it is no valid JSON at " + place(position) + ": " + reason;
        return false;
    }

    json& document() { return m_document; }
    const std::string& reason() const { return m_reason; }

private:
    std::string place(std::size_t position) const {
        const auto before = m_text.substr(0, std::min(position, m_text.size()));
        const auto line = 1 + std::count(before.begin(), before.end(), '\n');
        return "line " + std::to_string(line) + ", byte " + std::to_string(position);
    }

    json* append(json&& value) {
        if (m_open.empty()) {
            m_document = std::move(value);
            return &m_document;
        }
        json& parent = *m_open.back();
        if (parent.is_array()) {
            parent.push_back(std::move(value));
            return &parent.back();
        }
        return &(parent[m_key] = std::move(value));
    }

    bool add(json&& value) {
        append(std::move(value));
        return true;
    }

    bool open(json&& value) {
        if (m_open.size() >= m_maximumDepth) {
            m_reason = "it is nested deeper than " + std::to_string(m_maximumDepth) + " levels";
            return false;
        }
        m_open.push_back(append(std::move(value)));
        return true;
    }

    bool close() {
        m_open.pop_back();
        return true;
    }

    std::string_view m_text;
    std::size_t m_maximumDepth;
    json m_document;
    std::vector<json*> m_open;
    std::string m_key;
    std::string m_reason;
};

} // namespace

Result<json> parseStrictJson(std::string_view text, std::size_t maximumDepth,
                             const std::string& where) {
    // The parser takes a NUL byte for the end of its input and would ignore what follows.
    if (const auto nul = text.find('\0'); nul != std::string_view::npos)
        return failure(ErrorCode::BadData,
                       where + ": byte " + std::to_string(nul + 1) + " of its JSON is NUL.");
    StrictBuilder builder(text, maximumDepth);
    if (!json::sax_parse(text, &builder)) {
        std::string reason = builder.reason();
        if (!reason.empty() && reason.back() == '.')
            reason.pop_back();
        return failure(ErrorCode::BadData, where + ": " + reason + ".");
    }
    return std::move(builder.document());
}

bool isUtf8(const std::string& text) {
    const std::string written = json(text).dump(-1, ' ', false, json::error_handler_t::ignore);
    const json again = json::parse(written, nullptr, false);
    return again.is_string() && again.get_ref<const std::string&>() == text;
}

std::string shown(const json& value) {
    if (value.is_string())
        return inQuotes(value.get_ref<const std::string&>());
    constexpr std::size_t kLongest = 60;
    std::string text = value.dump(-1, ' ', false, json::error_handler_t::replace);
    if (text.size() > kLongest) {
        std::size_t end = kLongest;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
            --end;
        text = text.substr(0, end) + "...";
    }
    return text;
}

} // namespace hierascope::io
