// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/io/pickle_value.h"

/// What walking a pickle's values needs, whatever is looked for.
namespace hierascope::io {

/// One value of a dict or of an object's attributes.
struct PickleChild {
    PickleId key = 0;
    PickleId value = 0;
    std::size_t position = 0; ///< among all, those that were replaced included
};

/// Keys and values in the file's order; of a key given twice the last value counts, as in Python.
std::vector<PickleChild> childrenOf(const PickleDocument& document, const PickleNode& node);

/// A key as text: texts and integers as they are, anything else by its position ("#3").
std::string keyText(const PickleDocument& document, const PickleChild& child, std::size_t longest);

/// Text from a pickle as UTF-8, at most `longest` bytes of it.
std::string cleanText(std::string_view text, std::size_t longest);

/// Whether there may be further values inside.
bool isContainer(PickleKind kind);

} // namespace hierascope::io
