// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/yaml_file.h"

#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "core/io/input_file.h"
#include "core/io/strict_json.h"
#include "core/io/yaml_scalar.h"

namespace hierascope::io {

namespace {

using nlohmann::json;

/// A finished value, and what it counts against the limit.
struct Weighed {
    json value;
    std::size_t weight = 1;
};

/// A list or map whose end was not seen yet.
struct Open {
    Weighed made;
    YAML::anchor_t anchor = YAML::NullAnchor;
    bool hasKey = false;
    std::string key;
    std::vector<json> merged; ///< what `<<` brought in
};

/// Builds the document event by event; after the first wrong thing it only listens.
class YamlBuilder : public YAML::EventHandler {
public:
    explicit YamlBuilder(const YamlLimits& limits) : m_limits(limits) {}

    const std::string& reason() const { return m_reason; }
    json& document() { return m_document; }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        deliver(mark, anchor, {});
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        if (!m_reason.empty())
            return;
        const auto found = m_anchors.find(anchor);
        if (found == m_anchors.end())
            fail(mark, "an alias stands inside of what it names");
        else if (spend(mark, found->second.weight))
            put(mark, found->second);
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& text) override {
        if (!m_reason.empty())
            return;
        constexpr std::size_t kTextPerNode = 64;
        Weighed scalar;
        scalar.weight = 1 + text.size() / kTextPerNode;
        if (!spend(mark, scalar.weight))
            return;
        // "?" is a plain scalar, "!" a quoted one; keys stay texts, whatever they look like.
        const bool isKey =
            !m_open.empty() && m_open.back().made.value.is_object() && !m_open.back().hasKey;
        if (tag == "?" && !isKey) {
            auto value = plainYamlScalar(text);
            if (!value)
                return fail(mark, value.error().message);
            scalar.value = std::move(*value);
        } else if (tag == "?" || tag == "!" || tag.empty() || tag == "tag:yaml.org,2002:str") {
            if (!isUtf8(text))
                return fail(mark, "a text is not UTF-8");
            m_isMergeKey = isKey && tag == "?" && text == "<<";
            scalar.value = text;
        } else {
            return fail(mark, "the tag " + inQuotes(tag) + " is not supported");
        }
        remember(mark, anchor, scalar);
        put(mark, std::move(scalar));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        begin(mark, tag, "tag:yaml.org,2002:seq", anchor, json::array());
    }

    void OnSequenceEnd() override { end(); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        begin(mark, tag, "tag:yaml.org,2002:map", anchor, json::object());
    }

    void OnMapEnd() override { end(); }

private:
    void fail(const YAML::Mark& mark, const std::string& why) {
        if (m_reason.empty())
            m_reason = "line " + std::to_string(mark.line + 1) + ": " + why;
    }

    bool spend(const YAML::Mark& mark, std::size_t weight) {
        if (weight > m_limits.nodes - m_spent) {
            fail(mark, "with all aliases written out it has more than " +
                           std::to_string(m_limits.nodes) + " values");
            return false;
        }
        m_spent += weight;
        return true;
    }

    /// Keeps a copy for aliases, which costs as much as the value itself.
    void remember(const YAML::Mark& mark, YAML::anchor_t anchor, const Weighed& value) {
        if (anchor != YAML::NullAnchor && spend(mark, value.weight))
            m_anchors[anchor] = value;
    }

    void deliver(const YAML::Mark& mark, YAML::anchor_t anchor, Weighed value) {
        if (!m_reason.empty() || !spend(mark, value.weight))
            return;
        remember(mark, anchor, value);
        put(mark, std::move(value));
    }

    void begin(const YAML::Mark& mark, const std::string& tag, std::string_view ownTag,
               YAML::anchor_t anchor, json empty) {
        if (!m_reason.empty() || !spend(mark, 1))
            return;
        if (!tag.empty() && tag != "?" && tag != "!" && tag != ownTag)
            return fail(mark, "the tag " + inQuotes(tag) + " is not supported");
        if (m_open.size() >= m_limits.depth)
            return fail(mark,
                        "it is nested deeper than " + std::to_string(m_limits.depth) + " levels");
        Open open;
        open.made.value = std::move(empty);
        open.anchor = anchor;
        m_open.push_back(std::move(open));
        m_lastMark = mark;
    }

    void end() {
        if (!m_reason.empty())
            return;
        Open open = std::move(m_open.back());
        m_open.pop_back();
        // What the map says itself wins over what it merges in.
        for (const json& merged : open.merged)
            for (const auto& [key, value] : merged.items())
                if (!open.made.value.contains(key))
                    open.made.value[key] = value;
        remember(m_lastMark, open.anchor, open.made);
        put(m_lastMark, std::move(open.made));
    }

    void put(const YAML::Mark& mark, Weighed item) {
        if (m_open.empty()) {
            m_document = std::move(item.value);
            return;
        }
        Open& open = m_open.back();
        open.made.weight += item.weight;
        if (open.made.value.is_array()) {
            open.made.value.push_back(std::move(item.value));
        } else if (!open.hasKey) {
            putKey(mark, open, item.value);
        } else {
            open.hasKey = false;
            if (open.key == kMerge)
                putMerged(mark, open, std::move(item.value));
            else
                open.made.value[open.key] = std::move(item.value);
        }
    }

    void putKey(const YAML::Mark& mark, Open& open, const json& key) {
        if (key.is_structured())
            return fail(mark, "a key is a list or a map");
        open.key = key.is_string() ? key.get<std::string>() : key.dump();
        if (std::exchange(m_isMergeKey, false))
            open.key = kMerge;
        if (open.made.value.contains(open.key))
            return fail(mark, "the key " + inQuotes(open.key) + " is given twice");
        open.hasKey = true;
    }

    void putMerged(const YAML::Mark& mark, Open& open, json value) {
        json maps = value.is_array() ? std::move(value) : json::array({std::move(value)});
        for (json& map : maps) {
            if (!map.is_object())
                return fail(mark, "'<<' merges " + shown(map) + ", expected a map");
            open.merged.push_back(std::move(map));
        }
    }

    /// Never a key that a file can have: its texts are UTF-8.
    static constexpr const char* kMerge = "\xFF";

    const YamlLimits& m_limits;
    json m_document;
    std::vector<Open> m_open;
    std::map<YAML::anchor_t, Weighed> m_anchors;
    std::size_t m_spent = 0;
    YAML::Mark m_lastMark;
    bool m_isMergeKey = false;
    std::string m_reason;
};

} // namespace

Result<json> readYamlFile(const std::filesystem::path& path, const YamlLimits& limits) {
    auto text = readWholeFile(path, limits.bytes);
    if (!text)
        return failure(text);
    if (const auto nul = text->find('\0'); nul != std::string::npos)
        return badFile(path, "byte " + std::to_string(nul + 1) + " is NUL, which YAML never holds");
    std::istringstream stream(std::move(*text));
    YamlBuilder builder(limits);
    try {
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
        YamlBuilder second(limits);
        if (builder.reason().empty() && parser.HandleNextDocument(second))
            return badFile(path, "it holds more than one document");
    } catch (const YAML::Exception& error) {
        // What the builder refused came first; the parser only went on.
        if (builder.reason().empty())
            return badFile(path, "line " + std::to_string(error.mark.line + 1) + ": " + error.msg);
    }
    if (!builder.reason().empty())
        return badFile(path, builder.reason());
    return std::move(builder.document());
}

} // namespace hierascope::io
