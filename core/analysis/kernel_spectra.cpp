// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/kernel_spectra.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>
#include <vector>

namespace hierascope::analysis {

namespace {

/// Distance from node 0 along one axis of a grid that closes upon itself.
float distanceAt(std::int64_t node, std::int64_t length, float step) {
    return static_cast<float>(2 * node < length ? node : node - length) * step;
}

/// Undoes what spreading and gathering with cubic B-splines do to each frequency of an axis: the
/// influence function with the least mean square error.
/// @source Hockney and Eastwood 1988, "Computer Simulation Using Particles", eq. 8-22, for a kernel
///         without power beyond the grid's frequencies.
std::vector<double> windowFactors(std::int64_t length) {
    constexpr int kImages = 3;
    std::vector<double> factors(static_cast<std::size_t>(length));
    for (std::int64_t n = 0; n < length; ++n) {
        const auto powerAt = [&](int image) {
            const double x =
                std::numbers::pi * (static_cast<double>(2 * n < length ? n : n - length) /
                                        static_cast<double>(length) +
                                    image);
            const double sinc = x == 0.0 ? 1.0 : std::sin(x) / x;
            return std::pow(sinc, 8);
        };
        double sum = 0.0;
        for (int image = -kImages; image <= kImages; ++image)
            sum += powerAt(image);
        factors[static_cast<std::size_t>(n)] = powerAt(0) / (sum * sum);
    }
    return factors;
}

} // namespace

KernelSpectra::KernelSpectra(const GridLayout& grid, const Workers& workers)
    : m_dimensions(grid.dimensions), m_blocks(columnBlocks(grid.lengths[0])),
      m_columnLength(grid.lengths[static_cast<std::size_t>(grid.dimensions) - 1]) {
    const std::int64_t size =
        (m_dimensions == 3 ? grid.lengths[1] : 1) * m_blocks * m_columnLength * kFourierColumns;
    m_even = FourierBuffer<float>(size);
    for (int axis = 0; axis < m_dimensions; ++axis)
        m_odd[static_cast<std::size_t>(axis)] = FourierBuffer<float>(size);
    for (int axis = 0; axis < m_dimensions; ++axis)
        take(grid, axis, workers);
}

KernelColumns KernelSpectra::columns(std::int64_t y, std::int64_t block) const {
    const std::int64_t at = (y * m_blocks + block) * m_columnLength * kFourierColumns;
    KernelColumns columns;
    columns.even = m_even.data() + at;
    for (int axis = 0; axis < m_dimensions; ++axis)
        columns.odd[axis] = m_odd[static_cast<std::size_t>(axis)].data() + at;
    return columns;
}

/// Transforms the odd kernel of one axis. The first time the even one is added before: an even
/// kernel has a real spectrum and an odd one an imaginary spectrum, so that both can be told apart.
void KernelSpectra::take(const GridLayout& grid, int axis, const Workers& workers) {
    using Complex = std::complex<float>;
    const auto [lengthX, lengthY, lengthZ] = std::array{
        grid.lengths[0], grid.lengths[1], m_dimensions == 3 ? grid.lengths[2] : std::int64_t{1}};
    const FourierLine lineX(lengthX);
    const FourierLine lineY(lengthY);
    const std::int64_t realRow = FourierLine::paddedReal(lengthX);
    const std::int64_t complexRow = FourierLine::paddedComplex(lengthX);
    FourierBuffer<Complex> rows(lengthZ * lengthY * complexRow);
    workers.each(lengthZ * lengthY, [&](std::int64_t row) {
        FourierBuffer<float> values(realRow);
        const float z = distanceAt(row / lengthY, lengthZ, grid.step);
        const float y = distanceAt(row % lengthY, lengthY, grid.step);
        for (std::int64_t node = 0; node < lengthX; ++node) {
            const float x = distanceAt(node, lengthX, grid.step);
            const float q = 1.0F / (1.0F + x * x + y * y + z * z);
            const std::array along = {x, y, z};
            const std::array nodes = {node, row % lengthY, row / lengthY};
            const auto a = static_cast<std::size_t>(axis);
            // The node opposite to 0 has no sign; no pair of points is so far apart.
            const float odd = 2 * nodes[a] == grid.lengths[a] ? 0.0F : q * q * along[a];
            values.data()[node] = odd + (axis == 0 ? q : 0.0F);
        }
        lineX.forwardRow(values.data(), rows.data() + row * complexRow);
    });
    const double scale = 1.0 / static_cast<double>(lengthX * lengthY * lengthZ);
    const std::array factors = {windowFactors(lengthX), windowFactors(lengthY),
                                windowFactors(lengthZ)};
    FourierBuffer<float>& oddOut = m_odd[static_cast<std::size_t>(axis)];
    // The value at column x, frequency y and z, of the finished spectrum.
    const auto put = [&](std::int64_t at, std::array<std::int64_t, 3> frequency, Complex value) {
        const std::int64_t x = frequency[0];
        if (2 * x > lengthX)
            return;
        double window = scale;
        for (std::size_t i = 0; i < static_cast<std::size_t>(m_dimensions); ++i)
            window *= factors[i][static_cast<std::size_t>(frequency[i])];
        value *= static_cast<float>(window);
        oddOut.data()[at] = value.imag();
        if (axis != 0)
            return;
        const bool isWhole = x == 0 || 2 * x == lengthX;
        m_even.data()[at] = value.real() * (isWhole ? 1.0F : 2.0F);
    };
    const auto columnsAt = [&](std::int64_t z, std::int64_t y, std::int64_t block) {
        return rows.data() + (z * lengthY + y) * complexRow + block * kFourierColumns;
    };
    workers.each(lengthZ * m_blocks, [&](std::int64_t part) {
        const std::int64_t z = part / m_blocks;
        const std::int64_t block = part % m_blocks;
        FourierBuffer<Complex> columns(lengthY * kFourierColumns);
        takeColumns(columnsAt(z, 0, block), complexRow, lengthY, lengthY, columns.data());
        lineY.forwardColumns(columns.data());
        for (std::int64_t y = 0; y < lengthY; ++y)
            for (std::int64_t c = 0; c < kFourierColumns; ++c) {
                const Complex value = columns.data()[y * kFourierColumns + c];
                if (m_dimensions == 2)
                    put((block * lengthY + y) * kFourierColumns + c,
                        {block * kFourierColumns + c, y, 0}, value);
                else
                    columnsAt(z, y, block)[c] = value;
            }
    });
    if (m_dimensions == 2)
        return;
    const FourierLine lineZ(lengthZ);
    workers.each(lengthY * m_blocks, [&](std::int64_t part) {
        const std::int64_t y = part / m_blocks;
        const std::int64_t block = part % m_blocks;
        FourierBuffer<Complex> columns(lengthZ * kFourierColumns);
        takeColumns(columnsAt(0, y, block), lengthY * complexRow, lengthZ, lengthZ, columns.data());
        lineZ.forwardColumns(columns.data());
        for (std::int64_t z = 0; z < lengthZ; ++z)
            for (std::int64_t c = 0; c < kFourierColumns; ++c)
                put((part * lengthZ + z) * kFourierColumns + c, {block * kFourierColumns + c, y, z},
                    columns.data()[z * kFourierColumns + c]);
    });
}

} // namespace hierascope::analysis
