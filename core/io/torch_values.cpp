// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch_values.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "core/io/pickle_children.h"

namespace hierascope::io {

namespace {

using nlohmann::json;
using Kind = PickleKind;

constexpr std::size_t kDeepest = 64;
constexpr std::size_t kMostVisits = 8; ///< to one container; bounds what sharing can multiply
constexpr std::size_t kLongestText = 1000;
constexpr std::size_t kLongestList = 1000;
constexpr std::size_t kValueBytes = 128; ///< of one JSON value, its key and its place in the parent
constexpr std::size_t kMemory = 8U << 20;

class ValueWalker {
public:
    explicit ValueWalker(const PickleDocument& document)
        : m_document(document), m_visits(document.nodes.size()) {}

    json run() {
        auto value = visit(m_document.root);
        return value ? std::move(*value) : json(nullptr);
    }

    bool isFull() const { return m_isFull; }

private:
    bool charge(std::size_t bytes) {
        m_isFull = m_isFull || bytes > m_left;
        if (!m_isFull)
            m_left -= bytes;
        return !m_isFull;
    }

    /// The value of a node, or nothing where there is nothing but tensors.
    std::optional<json> visit(PickleId id) {
        const PickleNode& node = m_document.at(id);
        if (node.kind == Kind::Tensor || node.kind == Kind::Storage || !charge(kValueBytes))
            return std::nullopt;
        if (node.kind == Kind::Opaque || !isContainer(node.kind))
            return plain(node);
        if (std::find(m_path.begin(), m_path.end(), id) != m_path.end())
            return json("(itself)");
        if (m_path.size() >= kDeepest || m_visits[id] >= kMostVisits)
            return json("(more)");
        ++m_visits[id];
        m_path.push_back(id);
        auto value = node.kind == Kind::Dict || node.kind == Kind::Object ? attributes(node)
                                                                          : elements(node);
        m_path.pop_back();
        return value;
    }

    std::optional<json> plain(const PickleNode& node) {
        switch (node.kind) {
        case Kind::None:
            return json(nullptr);
        case Kind::Bool:
            return json(node.integer != 0);
        case Kind::Int:
            return json(node.integer);
        case Kind::Float:
            return std::isfinite(node.number) ? json(node.number)
                                              : json(std::to_string(node.number));
        case Kind::String:
        case Kind::Global:
            return text(node.text);
        case Kind::Opaque:
            return json("(" + cleanText(node.text, kLongestText) + ", not called)");
        case Kind::BigInt:
            return json("(an integer of " + std::to_string(node.text.size()) + " bytes)");
        case Kind::Bytes:
            return json("(" + std::to_string(node.text.size()) + " bytes)");
        default:
            return std::nullopt;
        }
    }

    std::optional<json> text(std::string_view text) {
        if (!charge(2 * std::min(text.size(), kLongestText)))
            return std::nullopt;
        return json(cleanText(text, kLongestText));
    }

    std::optional<json> attributes(const PickleNode& node) {
        json values = json::object();
        for (const PickleChild& child : childrenOf(m_document, node)) {
            if (m_isFull)
                break;
            auto value = visit(child.value);
            if (!value)
                continue;
            std::string key = keyText(m_document, child, kLongestText);
            if (charge(key.size()))
                values[std::move(key)] = std::move(*value);
        }
        if (values.empty() && !node.items.empty())
            return std::nullopt;
        return values;
    }

    std::optional<json> elements(const PickleNode& node) {
        json values = json::array();
        bool hasValues = node.items.empty();
        const std::size_t shown = std::min(node.items.size(), kLongestList);
        for (std::size_t i = 0; i < shown && !m_isFull; ++i) {
            auto value = visit(node.items[i]);
            hasValues = hasValues || value.has_value();
            values.push_back(value ? std::move(*value) : json(nullptr));
        }
        if (shown < node.items.size() && hasValues)
            values.push_back("(" + std::to_string(node.items.size() - shown) + " more)");
        return hasValues ? std::optional(std::move(values)) : std::nullopt;
    }

    const PickleDocument& m_document;
    std::vector<std::uint8_t> m_visits;
    std::vector<PickleId> m_path;
    std::size_t m_left = kMemory;
    bool m_isFull = false;
};

} // namespace

json torchValues(const PickleDocument& document, std::vector<std::string>& complaints) {
    ValueWalker walker(document);
    json values = walker.run();
    if (walker.isFull())
        complaints.push_back("its other values are not all shown: they take more than " +
                             std::to_string(kMemory) + " bytes");
    return values;
}

} // namespace hierascope::io
