// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch_listing.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "core/io/pickle_children.h"
#include "core/io/strict_json.h"
#include "core/io/torch_values.h"

namespace hierascope::io {

namespace {

using nlohmann::json;
using Kind = PickleKind;

constexpr std::size_t kDeepest = 64;
constexpr std::size_t kMostVisits = 8;  ///< to one container; bounds what sharing can multiply
constexpr std::size_t kMostNames = 200; ///< of one tensor; layers that share weights need some
constexpr std::size_t kLongestName = 1024;
constexpr std::size_t kDimensions = 64;
constexpr std::size_t kMostComplaints = 100;
constexpr std::size_t kMemory = 20U << 20;

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

/// Finds the tensors; in a dict those that stand there before those that are deeper.
class Walker {
public:
    Walker(const PickleDocument& document, const StorageFinder& finder, TorchContents& contents)
        : m_document(document), m_finder(finder), m_contents(contents),
          m_visits(document.nodes.size()) {}

    void run() {
        const PickleNode& root = m_document.at(m_document.root);
        if (root.kind == Kind::Tensor)
            addTensor(root, "", "tensor");
        else
            visit(m_document.root, "", false);
        if (m_isFull)
            complain("it holds more tensors than can be listed in " + std::to_string(kMemory) +
                     " bytes; the rest is left out");
    }

private:
    void complain(const std::string& sentence) {
        if (m_contents.complaints.size() < kMostComplaints)
            m_contents.complaints.push_back(sentence);
    }

    bool charge(std::size_t bytes) {
        m_isFull = m_isFull || bytes > m_left;
        if (!m_isFull)
            m_left -= bytes;
        return !m_isFull;
    }

    /// Counts a visit to a value; false where it is listed often enough already.
    bool enter(PickleId id, const std::string& group, std::size_t most) {
        if (m_visits[id] >= most) {
            complain(inQuotes(group) + ": a value that is shared by more than " +
                     std::to_string(most) + " others is not listed again");
            return false;
        }
        ++m_visits[id];
        return true;
    }

    /// @param isState whether the dict holds a module's attributes
    void visit(PickleId id, const std::string& group, bool isState) {
        if (m_isFull || std::find(m_path.begin(), m_path.end(), id) != m_path.end())
            return;
        if (m_path.size() >= kDeepest) {
            complain(inQuotes(group) + ": what is nested deeper than " + std::to_string(kDeepest) +
                     " levels is left out");
            return;
        }
        if (!enter(id, group, kMostVisits))
            return;
        m_path.push_back(id);
        const PickleNode& node = m_document.at(id);
        if (node.kind == Kind::Opaque)
            visitOpaque(node, group);
        else if (node.kind == Kind::Dict || node.kind == Kind::Object)
            visitAttributes(node, group, isState);
        else
            visitElements(node, group);
        m_path.pop_back();
    }

    void visitAttributes(const PickleNode& node, const std::string& group, bool isState) {
        const std::vector<PickleChild> children = childrenOf(m_document, node);
        for (const PickleChild& child : children)
            if (m_document.at(child.value).kind == Kind::Tensor)
                addChild(child.value, group, keyText(m_document, child, kLongestName + 1));
        for (const PickleChild& child : children) {
            if (!isContainer(m_document.at(child.value).kind))
                continue;
            const std::string key = keyText(m_document, child, kLongestName + 1);
            // A module's own dicts are no part of the names that a state dict would have.
            if (isState && (key == "_parameters" || key == "_buffers" || key == "_modules"))
                visit(child.value, group, false);
            else
                addChild(child.value, group, key);
        }
    }

    void visitElements(const PickleNode& node, const std::string& group) {
        for (std::size_t i = 0; i < node.items.size(); ++i)
            if (m_document.at(node.items[i]).kind == Kind::Tensor)
                addChild(node.items[i], group, std::to_string(i));
        for (std::size_t i = 0; i < node.items.size(); ++i)
            if (isContainer(m_document.at(node.items[i]).kind))
                addChild(node.items[i], group, std::to_string(i));
    }

    /// Something never made: the tensors that were meant to go into it.
    void visitOpaque(const PickleNode& node, const std::string& group) {
        // What should have become a tensor is missed under its name.
        if (node.text.starts_with("torch._utils._rebuild"))
            complain("tensor " + inQuotes(group) + ": it is of a kind that is not read");
        for (std::size_t i = 0; i < node.items.size(); ++i) {
            const Kind kind = m_document.at(node.items[i]).kind;
            if (kind == Kind::Dict || kind == Kind::Tuple)
                visit(node.items[i], group, true);
            else if (kind == Kind::Tensor || isContainer(kind))
                addChild(node.items[i], group, std::to_string(i));
        }
    }

    void addChild(PickleId id, const std::string& group, const std::string& key) {
        const PickleNode& node = m_document.at(id);
        if (m_isFull)
            return;
        if (group.size() + key.size() > kLongestName)
            complain(inQuotes(joined(group, key)) + ": a name of more than " +
                     std::to_string(kLongestName) + " bytes is left out");
        else if (node.kind != Kind::Tensor)
            visit(id, joined(group, key), false);
        else if (enter(id, group, kMostNames))
            addTensor(node, group, key);
    }

    void addTensor(const PickleNode& node, const std::string& group, const std::string& key) {
        constexpr std::size_t kEntryBytes = 400; // entry, name and what vectors keep in reserve
        const auto& shape = m_document.at(node.items[1]).items;
        const auto& strides = m_document.at(node.items[2]).items;
        const std::string name = joined(group, key);
        if (!charge(kEntryBytes + 2 * name.size()))
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
    contents.values = torchValues(document, contents.complaints);
}

} // namespace hierascope::io
