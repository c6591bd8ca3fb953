// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/point_panels.h"

#include <algorithm>
#include <limits>

namespace hierascope::analysis {

Panels makePanels(const std::vector<std::int64_t>& starts, const std::vector<float>& origin,
                  const std::function<const float*(std::int64_t)>& rowAt) {
    Panels panels;
    panels.width = static_cast<std::int64_t>(origin.size());
    for (std::size_t ball = 0; ball + 1 < starts.size(); ++ball) {
        panels.starts.push_back(panels.count());
        for (std::int64_t place = starts[ball]; place < starts[ball + 1]; place += kPanelPoints)
            panels.places.push_back(place);
    }
    panels.starts.push_back(panels.count());
    panels.values.assign(
        panels.places.size() * origin.size() * static_cast<std::size_t>(kPanelPoints), 0.0F);
    panels.norms.assign(panels.places.size() * static_cast<std::size_t>(kPanelPoints),
                        std::numeric_limits<float>::infinity());
    for (std::size_t ball = 0; ball + 1 < starts.size(); ++ball)
        for (std::int64_t p = panels.starts[ball]; p < panels.starts[ball + 1]; ++p) {
            const std::int64_t first = panels.places[static_cast<std::size_t>(p)];
            const std::int64_t last = std::min(first + kPanelPoints, starts[ball + 1]);
            float* values = panels.values.data() + p * panels.width * kPanelPoints;
            for (std::int64_t place = first; place < last; ++place) {
                const float* row = rowAt(place);
                float norm = 0.0F;
                for (std::int64_t k = 0; k < panels.width; ++k) {
                    const float value = row[k] - origin[static_cast<std::size_t>(k)];
                    values[k * kPanelPoints + place - first] = value;
                    norm += value * value;
                }
                panels.norms[static_cast<std::size_t>(p * kPanelPoints + place - first)] = norm;
            }
        }
    return panels;
}

void packQueries(const std::vector<float>& origin, std::int64_t rows,
                 const std::function<const float*(std::int64_t)>& rowAt, float* queries,
                 float* norms) {
    std::fill_n(queries, origin.size() * static_cast<std::size_t>(kQueryRows), 0.0F);
    std::fill_n(norms, kQueryRows, 0.0F);
    for (std::int64_t r = 0; r < rows; ++r) {
        const float* row = rowAt(r);
        for (std::size_t k = 0; k < origin.size(); ++k) {
            const float value = row[k] - origin[k];
            queries[static_cast<std::int64_t>(k) * kQueryRows + r] = -2.0F * value;
            norms[r] += value * value;
        }
    }
}

} // namespace hierascope::analysis
