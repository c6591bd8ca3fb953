// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/density_field.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/analysis/charge_grid.h"
#include "core/analysis/repulsion.h"

namespace hierascope::analysis {

namespace {

/// Of the grid, in kernel widths.
constexpr float kStep = 0.25F;
/// How far the kernel reaches, in kernel widths.
constexpr float kReach = 6.0F;

std::array<double, 3> whitened(const DensityKernel& kernel, const double* place) {
    std::array<double, 3> result{};
    for (std::int64_t row = 0; row < kernel.dimensions; ++row)
        for (std::int64_t column = 0; column < kernel.dimensions; ++column)
            result[static_cast<std::size_t>(row)] +=
                kernel.whitening[static_cast<std::size_t>(row * kernel.dimensions + column)] *
                (place[column] - kernel.mean[static_cast<std::size_t>(column)]);
    return result;
}

std::array<double, 3> whitenedPoint(const PointTable& points, const DensityKernel& kernel,
                                    std::int64_t point) {
    std::array<double, 3> place{};
    std::copy_n(points.row(point), kernel.dimensions, place.begin());
    return whitened(kernel, place.data());
}

/// Half of the kernel, from the middle on. Spreading and reading with cubic B-splines widen it by
/// a third of a squared step each.
std::vector<float> halfKernel() {
    const double variance = 1.0 - 2.0 * static_cast<double>(kStep * kStep) / 3.0;
    const auto nodes = static_cast<std::size_t>(kReach / kStep) + 1;
    std::vector<float> kernel(nodes);
    for (std::size_t i = 0; i < nodes; ++i) {
        const double x = static_cast<double>(i) * static_cast<double>(kStep);
        kernel[i] =
            static_cast<float>(static_cast<double>(kStep) * std::exp(-0.5 * x * x / variance) /
                               std::sqrt(2.0 * std::numbers::pi * variance));
    }
    return kernel;
}

} // namespace

std::vector<float> whitenedAxes(const PointTable& points, const DensityKernel& kernel,
                                std::int64_t padded) {
    const double scale = std::sqrt(0.5 / std::numbers::ln2);
    std::vector<float> axes(static_cast<std::size_t>(kernel.dimensions * padded), 0.0F);
    for (std::int64_t point = 0; point < points.count; ++point) {
        const std::array<double, 3> place = whitenedPoint(points, kernel, point);
        for (std::int64_t a = 0; a < kernel.dimensions; ++a)
            axes[static_cast<std::size_t>(a * padded + point)] =
                static_cast<float>(scale * place[static_cast<std::size_t>(a)]);
    }
    return axes;
}

DensityField::DensityField(const PointTable& points, const DensityKernel& kernel,
                           const Workers& workers)
    : m_kernel(kernel), m_dimensions(static_cast<int>(kernel.dimensions)), m_count(points.count) {
    const std::int64_t stride = strideOf(m_dimensions);
    m_positions.assign(static_cast<std::size_t>(m_count * stride), 0.0F);
    std::array<float, 3> low{};
    std::array<float, 3> high{};
    for (std::int64_t point = 0; point < m_count; ++point) {
        const std::array<double, 3> place = whitenedPoint(points, kernel, point);
        for (std::size_t a = 0; a < static_cast<std::size_t>(m_dimensions); ++a) {
            const auto value = static_cast<float>(place[a]);
            m_positions[static_cast<std::size_t>(point * stride) + a] = value;
            low[a] = std::min(low[a], value);
            high[a] = std::max(high[a], value);
        }
    }
    m_grid.dimensions = m_dimensions;
    m_grid.step = kStep;
    for (std::size_t a = 0; a < static_cast<std::size_t>(m_dimensions); ++a) {
        m_grid.origin[a] = low[a] - kReach;
        m_grid.nodes[a] = static_cast<std::int64_t>((high[a] - low[a] + 2.0F * kReach) / kStep) + 5;
    }
    m_strides.row = m_grid.nodes[0];
    m_strides.plane = m_grid.nodes[0] * m_grid.nodes[1];
    m_values.assign(
        static_cast<std::size_t>(m_strides.plane * (m_dimensions == 3 ? m_grid.nodes[2] : 1)),
        0.0F);
    ChargeGrid charges(m_count, m_dimensions, workers);
    charges.place(m_grid, m_positions);
    charges.spread(m_grid, m_strides, m_values.data());
    blur(workers);
}

/// Convolves along one axis after the other.
void DensityField::blur(const Workers& workers) {
    const std::vector<float> kernel = halfKernel();
    const auto total = static_cast<std::int64_t>(m_values.size());
    for (int axis = 0; axis < m_dimensions; ++axis) {
        const std::int64_t length = m_grid.nodes[static_cast<std::size_t>(axis)];
        const std::int64_t stride = axis == 0 ? 1 : axis == 1 ? m_strides.row : m_strides.plane;
        workers.each(total / length, [&](std::int64_t line) {
            float* at = m_values.data() + line / stride * stride * length + line % stride;
            std::vector<float> in(static_cast<std::size_t>(length));
            for (std::int64_t i = 0; i < length; ++i)
                in[static_cast<std::size_t>(i)] = at[i * stride];
            for (std::int64_t i = 0; i < length; ++i) {
                float sum = kernel[0] * in[static_cast<std::size_t>(i)];
                for (std::int64_t k = 1; k < static_cast<std::int64_t>(kernel.size()); ++k)
                    sum += kernel[static_cast<std::size_t>(k)] *
                           ((i >= k ? in[static_cast<std::size_t>(i - k)] : 0.0F) +
                            (i + k < length ? in[static_cast<std::size_t>(i + k)] : 0.0F));
                at[i * stride] = sum;
            }
        });
    }
}

GridPlace DensityField::placeOf(const std::array<float, 3>& position) const {
    GridPlace place;
    for (std::size_t a = 0; a < static_cast<std::size_t>(m_dimensions); ++a) {
        const float at = (position[a] - m_grid.origin[a]) / m_grid.step;
        const auto cell = static_cast<std::int32_t>(
            std::clamp<float>(at, 1.0F, static_cast<float>(m_grid.nodes[a] - 3)));
        place.cell[a] = cell - 1;
        splineWeights(at - static_cast<float>(cell), place.weights[a]);
    }
    return place;
}

double DensityField::valueAt(const GridPlace& place) const {
    double sum = 0.0;
    for (int z = 0; z < (m_dimensions == 3 ? 4 : 1); ++z)
        for (int y = 0; y < 4; ++y) {
            const float* at = m_values.data() + (place.cell[2] + z) * m_strides.plane +
                              (place.cell[1] + y) * m_strides.row + place.cell[0];
            double row = 0.0;
            for (int x = 0; x < 4; ++x)
                row += static_cast<double>(place.weights[0][x] * at[x]);
            sum += row * static_cast<double>(place.weights[1][y]) *
                   (m_dimensions == 3 ? static_cast<double>(place.weights[2][z]) : 1.0);
        }
    // The grid holds points per squared (cubed) step.
    return sum * m_kernel.peak *
           std::pow(std::sqrt(2.0 * std::numbers::pi) / static_cast<double>(kStep), m_dimensions);
}

std::vector<double> DensityField::atPoints() const {
    const std::int64_t stride = strideOf(m_dimensions);
    std::vector<double> density(static_cast<std::size_t>(m_count));
    for (std::int64_t point = 0; point < m_count; ++point) {
        std::array<float, 3> position{};
        std::copy_n(m_positions.data() + point * stride, m_dimensions, position.begin());
        density[static_cast<std::size_t>(point)] = valueAt(placeOf(position));
    }
    return density;
}

double DensityField::at(const double* place) const {
    const std::array<double, 3> round = whitened(m_kernel, place);
    std::array<float, 3> position{};
    for (std::size_t a = 0; a < static_cast<std::size_t>(m_dimensions); ++a) {
        position[a] = static_cast<float>(round[a]);
        const float node = (position[a] - m_grid.origin[a]) / m_grid.step;
        if (!(node >= 1.0F && node < static_cast<float>(m_grid.nodes[a] - 2)))
            return 0.0;
    }
    return valueAt(placeOf(position));
}

std::vector<double> griddedDensity(const PointTable& points, const DensityKernel& kernel,
                                   const Workers& workers) {
    return DensityField(points, kernel, workers).atPoints();
}

} // namespace hierascope::analysis
