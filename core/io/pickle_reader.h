// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "core/io/pickle_value.h"

namespace hierascope::io {

struct PickleLimits {
    std::size_t bytes = 64U << 20;       ///< of the pickle itself
    std::size_t memoryBytes = 36U << 20; ///< of all nodes, beside the pickle
    std::size_t stack = 1U << 18;        ///< values waiting at one time
    std::size_t marks = 10'000;          ///< open brackets at one time
    std::size_t memo = 1U << 20;         ///< values kept for being named again
    std::size_t textBytes = 1U << 20;    ///< of one text
};

/// Interprets one pickle of protocol 0 to 5 as plain data; no name in it is ever called.
///
/// Names of the allow-list (pickle_globals.h) have their plain meaning; every other name, and
/// whatever is made with it, is an opaque node. What has no meaning (an attribute given to a
/// number) is left out with a complaint. Only a broken structure is an error: an unknown opcode, an
/// empty stack, the end of the bytes, a limit.
///
/// @param bytes  shared with the document, whose texts point into it
/// @param begin  where in `bytes` the pickle starts; the document tells where it ends
/// @param where  put in front of every message: the file's name, quoted
Result<PickleDocument> readPickle(std::shared_ptr<const std::string> bytes, std::size_t begin,
                                  const std::string& where, const PickleLimits& limits = {});

} // namespace hierascope::io
