// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/pickle_globals.h"
#include "core/io/safetensors.h"

namespace hierascope::io {

/// What a node of a pickle is.
enum class PickleKind : std::uint8_t {
    None,
    Bool,    ///< `integer` is 0 or 1
    Int,     ///< `integer`
    BigInt,  ///< `text`: little-endian two's complement of more than 8 bytes
    Float,   ///< `number`
    String,  ///< `text`, UTF-8 unless somebody was lying
    Bytes,   ///< `text`
    List,    ///< `items`
    Tuple,   ///< `items`
    Set,     ///< `items`
    Dict,    ///< `items`: key, value, key, value; a later key replaces an earlier one
    Global,  ///< a name of the allow-list: `known`, `text` is "module.name"
    Storage, ///< `text` is its key, `integer` its elements, `dtype` empty for untyped bytes
    Tensor,  ///< `items`: storage, size (a tuple), stride (a tuple); `integer` is the offset
    Object,  ///< plain attributes, `items` like a Dict's; `text` is the class
    Opaque,  ///< something unknown that was never called: `text` names it, `items` is inside
};

/// Index of a node in its document.
using PickleId = std::uint32_t;

/// One value; it names others by index, so that even a loop of values is only numbers.
struct PickleNode {
    PickleKind kind = PickleKind::None;
    KnownGlobal known = KnownGlobal::None;
    std::optional<DType> dtype;
    union {
        std::int64_t integer = 0;
        double number;
    };
    std::string_view text; ///< lives in the document
    std::vector<PickleId> items;
};

/// Everything that one pickle holds, as plain data in a flat list of nodes.
///
/// Values may be shared and may contain themselves: whoever walks bounds depth and number of steps.
struct PickleDocument {
    PickleId root = 0;
    std::deque<PickleNode> nodes;
    std::vector<std::string> unknownGlobals; ///< "module.name", each once, in order of meeting
    std::vector<std::string> complaints;     ///< sentences about what was left out
    std::size_t end = 0;                     ///< one past the pickle's last byte

    std::shared_ptr<const std::string> bytes; ///< keeps the texts alive
    std::deque<std::string> texts;            ///< those that do not stand in `bytes` as they are

    const PickleNode& at(PickleId id) const { return nodes[id]; }
};

} // namespace hierascope::io
