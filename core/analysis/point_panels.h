// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "core/analysis/neighbor_kernels.h"

namespace hierascope::analysis {

/// Points in panels of a fixed width, as `scanPanel` takes them; each ball has panels of its own.
struct Panels {
    std::int64_t width = 0;
    std::vector<float> values;        ///< [panels][width][kPanelPoints]
    std::vector<float> norms;         ///< [panels][kPanelPoints], infinite where there is no point
    std::vector<std::int64_t> places; ///< [panels]: of the first point
    std::vector<std::int64_t> starts; ///< [balls + 1]: first panel of each ball

    std::int64_t count() const { return static_cast<std::int64_t>(places.size()); }
    const float* panel(std::int64_t index) const {
        return values.data() + index * width * kPanelPoints;
    }
    const float* normsOf(std::int64_t index) const { return norms.data() + index * kPanelPoints; }
};

/// @param starts [balls + 1]: places where the balls begin
/// @param origin [width], subtracted from each row, so that rounding stays small
/// @param rowAt  the row at a place
Panels makePanels(const std::vector<std::int64_t>& starts, const std::vector<float>& origin,
                  const std::function<const float*(std::int64_t)>& rowAt);

/// Packs up to kQueryRows rows as `scanPanel` takes them.
///
/// @param queries [width][kQueryRows], receives the rows times -2; missing ones are 0
/// @param norms   [kQueryRows], receives their squared norms
void packQueries(const std::vector<float>& origin, std::int64_t rows,
                 const std::function<const float*(std::int64_t)>& rowAt, float* queries,
                 float* norms);

} // namespace hierascope::analysis
