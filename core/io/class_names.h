// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace hierascope::io {

/// "0", "1", ...: class names for a set that has none of its own.
inline std::vector<std::string> numberedClasses(int count) {
    std::vector<std::string> names;
    for (int i = 0; i < count; ++i)
        names.push_back(std::to_string(i));
    return names;
}

} // namespace hierascope::io
