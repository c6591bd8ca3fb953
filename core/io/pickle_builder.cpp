// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pickle_builder.h"

#include <algorithm>

namespace hierascope::io {

namespace {

constexpr std::size_t kMostListed = 100;
/// What the allocator adds to a block, and what a vector keeps in reserve.
constexpr std::size_t kBlockBytes = 32;

/// "module.name" fit for a list: no control bytes, at most some hundred letters.
std::string listedName(std::string_view module, std::string_view name) {
    std::string all = inQuotes(module);
    all.pop_back();
    all += "." + inQuotes(name).substr(1);
    return all.substr(1, all.size() - 2);
}

} // namespace

PickleBuilder::PickleBuilder(std::size_t memoryBytes) : m_left(memoryBytes) {
    m_document.nodes.resize(4);
    at(kTrue).kind = PickleKind::Bool;
    at(kTrue).integer = 1;
    at(kFalse).kind = PickleKind::Bool;
    at(kEmptyTuple).kind = PickleKind::Tuple;
}

bool PickleBuilder::charge(std::size_t bytes) {
    if (m_isFull || bytes > m_left) {
        m_isFull = true;
        return false;
    }
    m_left -= bytes;
    return true;
}

PickleId PickleBuilder::add(PickleKind kind) {
    if (!charge(sizeof(PickleNode)))
        return kNone;
    m_document.nodes.emplace_back().kind = kind;
    return static_cast<PickleId>(m_document.nodes.size() - 1);
}

PickleId PickleBuilder::addInt(std::int64_t value) {
    const PickleId id = add(PickleKind::Int);
    if (!m_isFull)
        at(id).integer = value;
    return id;
}

PickleId PickleBuilder::addFloat(double value) {
    const PickleId id = add(PickleKind::Float);
    if (!m_isFull)
        at(id).number = value;
    return id;
}

PickleId PickleBuilder::addText(PickleKind kind, std::string_view text) {
    const PickleId id = add(kind);
    if (!m_isFull)
        at(id).text = text;
    return id;
}

PickleId PickleBuilder::addItems(PickleKind kind, const PickleId* items, std::size_t count) {
    if (kind == PickleKind::Tuple && count == 0)
        return kEmptyTuple;
    if (count > 0 && !charge(kBlockBytes + count * sizeof(PickleId)))
        return kNone;
    const PickleId id = add(kind);
    if (!m_isFull)
        at(id).items.assign(items, items + count);
    return id;
}

void PickleBuilder::append(PickleId target, PickleId item) {
    std::vector<PickleId>& items = at(target).items;
    // A vector that grows holds up to twice what it needs, and three times while it moves.
    if (charge((items.empty() ? kBlockBytes : 0) + 3 * sizeof(PickleId)))
        items.push_back(item);
}

PickleId PickleBuilder::addOpaque(std::string_view text, std::initializer_list<PickleId> inside) {
    const PickleId id = addItems(PickleKind::Opaque, inside.begin(), inside.size());
    if (!m_isFull)
        at(id).text = text;
    return id;
}

std::string_view PickleBuilder::keep(std::string text) {
    if (!charge(sizeof(std::string) + kBlockBytes + text.capacity()))
        return {};
    return m_document.texts.emplace_back(std::move(text));
}

PickleId PickleBuilder::addGlobal(std::string_view module, std::string_view name) {
    const GlobalMeaning meaning = meaningOf(module, name);
    const std::string_view text = keep(listedName(module, name));
    if (meaning.known == KnownGlobal::None) {
        auto& unknown = m_document.unknownGlobals;
        if (unknown.size() < kMostListed &&
            std::find(unknown.begin(), unknown.end(), text) == unknown.end())
            unknown.emplace_back(text);
        return addOpaque(text);
    }
    const PickleId id = addText(PickleKind::Global, text);
    if (!m_isFull) {
        at(id).known = meaning.known;
        at(id).dtype = meaning.dtype;
    }
    return id;
}

void PickleBuilder::complain(const std::string& sentence) {
    if (m_document.complaints.size() < kMostListed)
        m_document.complaints.push_back(sentence);
}

} // namespace hierascope::io
