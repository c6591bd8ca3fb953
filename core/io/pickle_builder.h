// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/io/pickle_value.h"

namespace hierascope::io {

/// Adds nodes to a document and counts the memory that they take.
///
/// When the memory is used up, nodes are no longer added and `isFull()` says so; ids stay valid.
class PickleBuilder {
public:
    static constexpr PickleId kNone = 0;
    static constexpr PickleId kTrue = 1;
    static constexpr PickleId kFalse = 2;
    static constexpr PickleId kEmptyTuple = 3;

    explicit PickleBuilder(std::size_t memoryBytes);

    PickleDocument& document() { return m_document; }
    const PickleNode& at(PickleId id) const { return m_document.nodes[id]; }
    PickleNode& at(PickleId id) { return m_document.nodes[id]; }
    bool isFull() const { return m_isFull; }

    /// Takes `bytes` of the memory; false when there is not that much left.
    bool charge(std::size_t bytes);

    PickleId add(PickleKind kind);
    PickleId addInt(std::int64_t value);
    PickleId addFloat(double value);

    /// @param text must live as long as the document; see keep()
    PickleId addText(PickleKind kind, std::string_view text);
    PickleId addItems(PickleKind kind, const PickleId* items, std::size_t count);
    void append(PickleId target, PickleId item);

    /// An opaque node: what unknown names and everything made with them become.
    PickleId addOpaque(std::string_view text, std::initializer_list<PickleId> inside = {});

    /// Moves a text that does not stand in the pickle into the document.
    std::string_view keep(std::string text);

    /// The meaning of a name: a Global of the allow-list, or an opaque node that is listed.
    PickleId addGlobal(std::string_view module, std::string_view name);

    /// Notes what was left out; only the first hundred are kept.
    void complain(const std::string& sentence);

private:
    PickleDocument m_document;
    std::size_t m_left;
    bool m_isFull = false;
};

} // namespace hierascope::io
