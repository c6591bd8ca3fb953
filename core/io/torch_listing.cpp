// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch_listing.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "core/io/strict_json.h"

namespace hierascope::io {

namespace {

using nlohmann::json;
using Kind = PickleKind;

constexpr std::size_t kDeepest = 64;
constexpr std::size_t kMostVisits = 8; ///< to one container; bounds what sharing can multiply
constexpr std::size_t kLongestKey = 512;
constexpr std::size_t kLongestValue = 1000;
constexpr std::size_t kDimensions = 64;
constexpr std::size_t kMostComplaints = 100;
constexpr std::size_t kMemory = 20U << 20;

/// Text from a pickle as UTF-8, at most `longest` bytes of it.
std::string cleanText(std::string_view text, std::size_t longest) {
    std::string cut(text.substr(0, longest));
    const std::string quoted = json(cut).dump(-1, ' ', false, json::error_handler_t::replace);
    return json::parse(quoted).get<std::string>();
}

bool isContainer(Kind kind) {
    return kind == Kind::Dict || kind == Kind::Object || kind == Kind::List ||
           kind == Kind::Tuple || kind == Kind::Set || kind == Kind::Opaque;
}

std::string joined(const std::string& group, const std::string& key) {
    return group.empty() ? key : group + "." + key;
}

/// Bytes that a tensor reaches to in its storage, and that it shows.
struct Footprint {
    std::uint64_t reached = 0;
    std::uint64_t shown = 0;
};

/// False where a number does not fit 64 bits.
bool measure(const TorchTensorEntry& entry, Footprint& footprint) {
    const std::uint64_t item = itemSize(entry.dtype);
    std::uint64_t elements = 1;
    std::uint64_t reached = entry.offset;
    bool fits = !__builtin_add_overflow(reached, 1, &reached);
    for (std::size_t i = 0; i < entry.shape.size(); ++i) {
        const auto side = static_cast<std::uint64_t>(entry.shape[i]);
        const auto stride = static_cast<std::uint64_t>(entry.strides[i]);
        std::uint64_t way = 0;
        fits = fits && !__builtin_mul_overflow(elements, side, &elements) &&
               !__builtin_mul_overflow(side == 0 ? 0 : side - 1, stride, &way) &&
               !__builtin_add_overflow(reached, way, &reached);
    }
    fits = fits && !__builtin_mul_overflow(elements, item, &footprint.shown) &&
           !__builtin_mul_overflow(elements == 0 ? 0 : reached, item, &footprint.reached);
    return fits;
}

class Walker {
public:
    Walker(const PickleDocument& document, const StorageFinder& finder, TorchContents& contents)
        : m_document(document), m_finder(finder), m_contents(contents),
          m_visits(document.nodes.size()) {}

    void run() {
        const PickleNode& root = m_document.at(m_document.root);
        if (root.kind == Kind::Tensor)
            addTensor(root, "", "tensor");
        else if (auto values = visit(m_document.root, "", false))
            m_contents.values = std::move(*values);
        if (m_isFull)
            complain("it holds more than can be listed in " + std::to_string(kMemory) +
                     " bytes; the rest is left out");
    }

private:
    using Children = std::vector<std::pair<std::string, PickleId>>;

    void complain(const std::string& sentence) {
        if (m_contents.complaints.size() < kMostComplaints)
            m_contents.complaints.push_back(sentence);
    }

    bool charge(std::size_t bytes) {
        if (m_isFull || bytes > m_left) {
            m_isFull = true;
            return false;
        }
        m_left -= bytes;
        return true;
    }

    /// The value of a node that is no tensor, as JSON; nothing where only tensors are inside.
    std::optional<json> visit(PickleId id, const std::string& group, bool isState) {
        const PickleNode& node = m_document.at(id);
        if (!isContainer(node.kind))
            return plain(node);
        if (std::find(m_path.begin(), m_path.end(), id) != m_path.end())
            return json("(itself)");
        if (m_path.size() >= kDeepest) {
            complain(inQuotes(group) + ": what is nested deeper than " + std::to_string(kDeepest) +
                     " levels is left out");
            return std::nullopt;
        }
        if (m_visits[id] >= kMostVisits) {
            complain(inQuotes(group) + ": it is shared by more than " +
                     std::to_string(kMostVisits) + " others and not listed again");
            return std::nullopt;
        }
        ++m_visits[id];
        m_path.push_back(id);
        auto value = node.kind == Kind::Opaque ? opaque(node, group)
                     : node.kind == Kind::Dict || node.kind == Kind::Object
                         ? attributes(node, group, isState)
                         : elements(node, group);
        m_path.pop_back();
        return value;
    }

    std::optional<json> plain(const PickleNode& node) {
        constexpr std::size_t kValueBytes = 128;
        if (!charge(kValueBytes))
            return std::nullopt;
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
            return charge(2 * std::min(node.text.size(), kLongestValue))
                       ? std::optional(json(cleanText(node.text, kLongestValue)))
                       : std::nullopt;
        case Kind::BigInt:
            return json("(an integer of " + std::to_string(node.text.size()) + " bytes)");
        case Kind::Bytes:
            return json("(" + std::to_string(node.text.size()) + " bytes)");
        default:
            return std::nullopt;
        }
    }

    /// Adds a tensor, or visits anything else; the value is what the parent shows.
    std::optional<json> child(PickleId id, const std::string& group, const std::string& key) {
        if (m_isFull)
            return std::nullopt;
        const PickleNode& node = m_document.at(id);
        if (node.kind == Kind::Tensor) {
            addTensor(node, group, key);
            return std::nullopt;
        }
        if (!isContainer(node.kind))
            return plain(node);
        return charge(group.size() + key.size()) ? visit(id, joined(group, key), false)
                                                 : std::nullopt;
    }

    std::string keyText(PickleId id, std::size_t position) const {
        const PickleNode& node = m_document.at(id);
        if (node.kind == Kind::String)
            return cleanText(node.text, kLongestKey);
        if (node.kind == Kind::Int)
            return std::to_string(node.integer);
        return "#" + std::to_string(position);
    }

    /// Keys and values; of a key given twice the last value counts, as in Python.
    Children childrenOf(const PickleNode& node) {
        constexpr std::size_t kPairBytes = 64;
        Children children;
        std::unordered_map<std::string, std::size_t> places;
        for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
            std::string key = keyText(node.items[i], i / 2);
            if (!charge(2 * (sizeof(std::string) + key.size()) + kPairBytes))
                break;
            const auto [place, isNew] = places.emplace(key, children.size());
            if (isNew)
                children.emplace_back(std::move(key), node.items[i + 1]);
            else
                children[place->second].second = node.items[i + 1];
        }
        return children;
    }

    std::optional<json> attributes(const PickleNode& node, const std::string& group, bool isState) {
        json values = json::object();
        for (const auto& [key, id] : childrenOf(node)) {
            // A module's own dicts are no part of the names that a state dict would have.
            const bool isInner =
                isState && (key == "_parameters" || key == "_buffers" || key == "_modules");
            if (auto value = isInner ? visit(id, group, false) : child(id, group, key))
                values[key] = std::move(*value);
        }
        if (values.empty() && !node.items.empty())
            return std::nullopt;
        return values;
    }

    std::optional<json> elements(const PickleNode& node, const std::string& group) {
        json values = json::array();
        bool hasValues = node.items.empty();
        for (std::size_t i = 0; i < node.items.size() && !m_isFull; ++i) {
            auto value = child(node.items[i], group, std::to_string(i));
            hasValues = hasValues || value.has_value();
            values.push_back(value ? std::move(*value) : json(nullptr));
        }
        return hasValues ? std::optional(std::move(values)) : std::nullopt;
    }

    /// Something never made: its name, and the tensors that were meant to go into it.
    std::optional<json> opaque(const PickleNode& node, const std::string& group) {
        for (std::size_t i = 0; i < node.items.size() && !m_isFull; ++i) {
            const Kind kind = m_document.at(node.items[i]).kind;
            if (kind == Kind::Dict || kind == Kind::Tuple)
                visit(node.items[i], group, true);
            else
                child(node.items[i], group, std::to_string(i));
        }
        // What should have become a tensor is missed under its name.
        if (node.text.starts_with("torch._utils._rebuild"))
            complain("tensor " + inQuotes(group) + ": it is of a kind that is not read");
        constexpr std::size_t kValueBytes = 128;
        if (!charge(kValueBytes + node.text.size()))
            return std::nullopt;
        return json("(" + cleanText(node.text, kLongestValue) + ", not called)");
    }

    void addTensor(const PickleNode& node, const std::string& group, const std::string& key) {
        constexpr std::size_t kEntryBytes = 2 * sizeof(TorchTensorEntry);
        const auto& shape = m_document.at(node.items[1]).items;
        const auto& strides = m_document.at(node.items[2]).items;
        const std::string name = joined(group, key);
        if (!charge(kEntryBytes + 3 * name.size()))
            return;
        if (!m_names.insert(name).second) {
            complain("tensor " + inQuotes(name) + ": it is given twice, and left out once");
            return;
        }
        if (std::max(shape.size(), strides.size()) > kDimensions) {
            complain("tensor " + inQuotes(name) + ": it has " +
                     std::to_string(std::max(shape.size(), strides.size())) +
                     " dimensions; at most " + std::to_string(kDimensions) + " are supported");
            return;
        }
        TorchTensorEntry entry;
        entry.group = group;
        entry.key = key;
        entry.dtype = *node.dtype;
        for (const PickleId side : shape)
            entry.shape.push_back(m_document.at(side).integer);
        for (const PickleId stride : strides)
            entry.strides.push_back(m_document.at(stride).integer);
        const std::string why = place(entry, node);
        if (why.empty())
            m_contents.entries.push_back(std::move(entry));
        else
            complain("tensor " + inQuotes(name) + ": " + why);
    }

    /// Finds the storage and checks that the tensor lies inside; the reason why not, or "".
    std::string place(TorchTensorEntry& entry, const PickleNode& node) {
        const std::string shape = shown(json(entry.shape));
        const std::string strides = shown(json(entry.strides));
        if (entry.shape.size() != entry.strides.size())
            return "shape " + shape + " and strides " + strides + " are not of one length";
        const auto isNegative = [](std::int64_t value) { return value < 0; };
        if (std::any_of(entry.shape.begin(), entry.shape.end(), isNegative))
            return "shape " + shape + " holds a negative number";
        if (std::any_of(entry.strides.begin(), entry.strides.end(), isNegative))
            return "strides " + strides + " hold a negative number";
        if (node.integer < 0)
            return "its offset " + std::to_string(node.integer) + " is negative";
        entry.offset = static_cast<std::uint64_t>(node.integer);
        const auto storage = storageOf(m_document.at(node.items[0]));
        if (!storage)
            return storage.error().message;
        entry.storage = *storage;
        return fit(entry, shape, strides);
    }

    std::string fit(const TorchTensorEntry& entry, const std::string& shape,
                    const std::string& strides) const {
        const std::uint64_t room = m_contents.storages[entry.storage].bytes;
        const std::string what = "shape " + shape + " with strides " + strides + " from element " +
                                 std::to_string(entry.offset) + " on";
        Footprint footprint;
        if (!measure(entry, footprint))
            return what + " overflows 64 bits";
        if (footprint.reached > room)
            return what + " reaches byte " + std::to_string(footprint.reached) +
                   " of a storage of " + std::to_string(room);
        if (footprint.shown > room)
            return what + " shows more bytes than the " + std::to_string(room) + " of its storage";
        return "";
    }

    Result<std::size_t> storageOf(const PickleNode& node) {
        const std::string key = "storage " + inQuotes(node.text);
        const std::uint64_t item = node.dtype ? itemSize(*node.dtype) : 1;
        std::uint64_t bytes = 0;
        if (node.integer < 0 ||
            __builtin_mul_overflow(static_cast<std::uint64_t>(node.integer), item, &bytes))
            return failure(ErrorCode::BadData,
                           key + " is said to have " + std::to_string(node.integer) + " elements");
        auto place = m_storages.find(node.text);
        if (place == m_storages.end()) {
            const auto found = m_finder(node.text);
            if (!found)
                return failure(ErrorCode::BadData, key + " " + found.error().message);
            m_contents.storages.push_back(*found);
            place = m_storages.emplace(node.text, m_contents.storages.size() - 1).first;
        }
        if (const std::uint64_t room = m_contents.storages[place->second].bytes; room != bytes)
            return failure(ErrorCode::BadData, key + " has " + std::to_string(room) +
                                                   " bytes in the file, but " +
                                                   std::to_string(node.integer) + " elements are " +
                                                   std::to_string(bytes));
        return place->second;
    }

    const PickleDocument& m_document;
    const StorageFinder& m_finder;
    TorchContents& m_contents;
    std::vector<std::uint8_t> m_visits;
    std::vector<PickleId> m_path;
    std::set<std::string> m_names;
    std::map<std::string_view, std::size_t> m_storages;
    std::size_t m_left = kMemory;
    bool m_isFull = false;
};

} // namespace

void listTorchDocument(const PickleDocument& document, const StorageFinder& finder,
                       TorchContents& contents) {
    contents.unknownGlobals = document.unknownGlobals;
    contents.complaints.insert(contents.complaints.end(), document.complaints.begin(),
                               document.complaints.end());
    Walker(document, finder, contents).run();
}

} // namespace hierascope::io
