// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/charge_grid.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/repulsion.h"

namespace hierascope::analysis {

namespace {

constexpr std::int64_t kGrain = 2048;
/// At least four, so that the points of every other band touch different nodes.
constexpr std::int64_t kBandRows = 8;

} // namespace

ChargeGrid::ChargeGrid(std::int64_t count, int dimensions, const Workers& workers)
    : m_count(count), m_dimensions(dimensions), m_workers(workers),
      m_places(static_cast<std::size_t>(count)), m_order(static_cast<std::size_t>(count)) {}

void ChargeGrid::place(const GridLayout& grid, std::span<const float> positions) {
    const std::int64_t stride = strideOf(m_dimensions);
    const float perStep = 1.0F / grid.step;
    m_workers.ranges(m_count, kGrain, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t i = first; i < last; ++i)
            for (int axis = 0; axis < m_dimensions; ++axis) {
                const auto a = static_cast<std::size_t>(axis);
                const float at =
                    (positions[static_cast<std::size_t>(i * stride + axis)] - grid.origin[a]) *
                    perStep;
                // A place that is not finite must not lead outside the grid.
                const auto cell = static_cast<std::int32_t>(std::clamp<float>(
                    std::isfinite(at) ? at : 1.0F, 1.0F, static_cast<float>(grid.nodes[a] - 3)));
                GridPlace& place = m_places[static_cast<std::size_t>(i)];
                place.cell[axis] = cell - 1;
                splineWeights(at - static_cast<float>(cell), place.weights[axis]);
            }
    });
    sortIntoBands(grid);
}

std::int64_t ChargeGrid::bandsOf(const GridLayout& grid) const {
    return grid.nodes[static_cast<std::size_t>(m_dimensions) - 1] / kBandRows + 1;
}

void ChargeGrid::sortIntoBands(const GridLayout& grid) {
    const std::int64_t bands = bandsOf(grid);
    const std::int64_t chunks = (m_count + kGrain - 1) / kGrain;
    const int axis = m_dimensions - 1;
    const auto bandOf = [&](std::int64_t i) {
        return m_places[static_cast<std::size_t>(i)].cell[axis] / kBandRows;
    };
    m_counts.assign(static_cast<std::size_t>(chunks * bands), 0);
    m_workers.ranges(m_count, kGrain, [&](std::int64_t first, std::int64_t last) {
        std::int64_t* counts = m_counts.data() + first / kGrain * bands;
        for (std::int64_t i = first; i < last; ++i)
            ++counts[bandOf(i)];
    });
    m_bandStarts.assign(static_cast<std::size_t>(bands) + 1, 0);
    std::int64_t at = 0;
    for (std::int64_t band = 0; band < bands; ++band) {
        m_bandStarts[static_cast<std::size_t>(band)] = at;
        for (std::int64_t chunk = 0; chunk < chunks; ++chunk) {
            std::int64_t& count = m_counts[static_cast<std::size_t>(chunk * bands + band)];
            const std::int64_t next = at + count;
            count = at;
            at = next;
        }
    }
    m_bandStarts.back() = at;
    m_workers.ranges(m_count, kGrain, [&](std::int64_t first, std::int64_t last) {
        std::int64_t* next = m_counts.data() + first / kGrain * bands;
        for (std::int64_t i = first; i < last; ++i)
            m_order[static_cast<std::size_t>(next[bandOf(i)]++)] = static_cast<std::int32_t>(i);
    });
}

void ChargeGrid::spread(const GridLayout& grid, const GridStrides& strides, float* charges) {
    const std::int64_t bands = bandsOf(grid);
    const auto last = static_cast<std::size_t>(m_dimensions) - 1;
    const std::int64_t outerStride = m_dimensions == 2 ? strides.row : strides.plane;
    m_workers.ranges(grid.nodes[last], kBandRows, [&](std::int64_t from, std::int64_t to) {
        std::fill(charges + from * outerStride, charges + to * outerStride, 0.0F);
    });
    for (std::int64_t parity = 0; parity < 2; ++parity)
        m_workers.each((bands + 1 - parity) / 2, [&](std::int64_t part) {
            const auto band = static_cast<std::size_t>(2 * part + parity);
            spreadCharges(m_places.data(), m_order.data() + m_bandStarts[band],
                          m_bandStarts[band + 1] - m_bandStarts[band], m_dimensions, strides,
                          charges);
        });
}

void ChargeGrid::gather(const GridStrides& strides, const float* const* fields,
                        std::span<float> forces) const {
    const std::int64_t stride = strideOf(m_dimensions);
    m_workers.ranges(m_count, kGrain, [&](std::int64_t first, std::int64_t last) {
        gatherForces(m_places.data() + first, last - first, m_dimensions, strides, fields,
                     forces.data() + first * stride);
    });
}

} // namespace hierascope::analysis
