// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace hierascope::analysis {

/// Points as rows of a table that somebody else owns.
struct PointTable {
    std::span<const float> values; ///< [count, width], row-major
    std::int64_t count = 0;
    std::int64_t width = 0;

    const float* row(std::int64_t point) const { return values.data() + point * width; }
};

} // namespace hierascope::analysis
