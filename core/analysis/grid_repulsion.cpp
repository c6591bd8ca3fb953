// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <complex>
#include <map>
#include <memory>
#include <numeric>
#include <vector>

#include "core/analysis/charge_grid.h"
#include "core/analysis/fourier.h"
#include "core/analysis/kernel_spectra.h"
#include "core/analysis/repulsion.h"

namespace hierascope::analysis {

namespace {

using Complex = std::complex<float>;
using ComplexBuffer = FourierBuffer<Complex>;

class GridRepulsion : public Repulsion {
public:
    GridRepulsion(std::int64_t count, int dimensions, const Workers& workers)
        : m_count(count), m_dimensions(dimensions), m_workers(workers),
          m_charges(count, dimensions, workers) {}

    double compute(std::span<const float> positions, std::span<float> forces) override {
        return compute(layoutGrid(positions, m_count, m_dimensions, m_workers), positions, forces);
    }

    /// The same on a grid that lies over all positions.
    double compute(const GridLayout& grid, std::span<const float> positions,
                   std::span<float> forces) {
        prepare(grid);
        m_charges.place(m_grid, positions);
        m_charges.spread(m_grid, m_strides, m_reals[0].data());
        transformRows();
        const double z = m_dimensions == 2 ? convolveColumns() : convolvePlanes();
        transformRowsBack();
        std::array<const float*, 3> fields{};
        for (std::size_t axis = 0; axis < static_cast<std::size_t>(m_dimensions); ++axis)
            fields[axis] = m_reals[axis].data();
        m_charges.gather(m_strides, fields.data(), forces);
        return z - static_cast<double>(m_count);
    }

private:
    std::int64_t nodes(int axis) const { return m_grid.nodes[static_cast<std::size_t>(axis)]; }
    std::int64_t length(int axis) const { return m_grid.lengths[static_cast<std::size_t>(axis)]; }
    std::int64_t planes() const { return m_dimensions == 3 ? nodes(2) : 1; }
    const FourierLine& line(int axis) { return *m_lines.at(length(axis)); }

    void prepare(const GridLayout& grid) {
        const bool isNew = !m_grid.hasSameSpectra(grid);
        m_grid = grid;
        if (!isNew)
            return;
        for (int axis = 0; axis < m_dimensions; ++axis) {
            auto& known = m_lines[length(axis)];
            if (!known)
                known = std::make_unique<FourierLine>(length(axis));
        }
        m_kernel = KernelSpectra(grid, m_workers);
        m_complexRow = FourierLine::paddedComplex(length(0));
        m_blocks = columnBlocks(length(0));
        // Room for as many nodes as these transforms allow.
        m_strides.row = FourierLine::paddedReal(length(0));
        m_strides.plane = m_strides.row * length(1) / 2;
        const std::int64_t planes = m_dimensions == 3 ? length(2) / 2 : 1;
        for (std::size_t axis = 0; axis < static_cast<std::size_t>(m_dimensions); ++axis) {
            m_reals[axis] = FourierBuffer<float>(planes * m_strides.plane);
            m_rows[axis] =
                ComplexBuffer(planes * m_complexRow * length(1) / (m_dimensions == 3 ? 1 : 2));
        }
        m_sums.assign(static_cast<std::size_t>((m_dimensions == 3 ? length(1) : 1) * m_blocks),
                      0.0);
    }

    /// Rows of a plane of spectra: only those with nodes in two dimensions, all in three.
    std::int64_t planeOfRows() const {
        return m_complexRow * (m_dimensions == 3 ? length(1) : length(1) / 2);
    }

    float* realRow(std::size_t field, std::int64_t row) {
        return m_reals[field].data() + row / nodes(1) * m_strides.plane +
               row % nodes(1) * m_strides.row;
    }
    Complex* complexRow(std::size_t field, std::int64_t row) {
        return m_rows[field].data() + row / nodes(1) * planeOfRows() +
               row % nodes(1) * m_complexRow;
    }

    void transformRows() {
        const FourierLine& along = line(0);
        m_workers.ranges(planes() * nodes(1), 4, [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t row = first; row < last; ++row)
                along.forwardRow(realRow(0, row), complexRow(0, row));
        });
    }

    void transformRowsBack() {
        const FourierLine& along = line(0);
        const std::int64_t rows = planes() * nodes(1);
        m_workers.ranges(rows * m_dimensions, 4, [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t part = first; part < last; ++part) {
                const auto field = static_cast<std::size_t>(part / rows);
                along.backwardRow(complexRow(field, part % rows), realRow(field, part % rows));
            }
        });
    }

    /// Takes columns of `count` entries, `stride` apart, transforms them, multiplies with the
    /// kernels and puts the fields back in their place.
    double convolve(std::int64_t at, std::int64_t count, std::int64_t stride,
                    const FourierLine& along, const KernelColumns& kernel) {
        const std::int64_t size = along.length() * kFourierColumns;
        ComplexBuffer& room = roomOf(size * m_dimensions);
        std::array<Complex*, 3> columns{};
        for (std::size_t axis = 0; axis < static_cast<std::size_t>(m_dimensions); ++axis)
            columns[axis] = room.data() + static_cast<std::int64_t>(axis) * size;
        takeColumns(m_rows[0].data() + at, stride, count, along.length(), columns[0]);
        along.forwardColumns(columns[0]);
        const double sum =
            multiplySpectra(columns[0], columns.data() + 1, kernel, size, m_dimensions);
        for (std::size_t axis = 0; axis < static_cast<std::size_t>(m_dimensions); ++axis) {
            along.backwardColumns(columns[axis]);
            putColumns(columns[axis], count, m_rows[axis].data() + at, stride);
        }
        return sum;
    }

    double convolveColumns() {
        const FourierLine& along = line(1);
        m_workers.each(m_blocks, [&](std::int64_t block) {
            m_sums[static_cast<std::size_t>(block)] = convolve(
                block * kFourierColumns, nodes(1), m_complexRow, along, m_kernel.columns(0, block));
        });
        return std::accumulate(m_sums.begin(), m_sums.end(), 0.0);
    }

    /// Transforms a plane's columns along y in place, from `count` rows on.
    template <typename Transform>
    void transformPlane(Complex* plane, std::int64_t block, std::int64_t count, std::int64_t wanted,
                        const Transform& transform) {
        ComplexBuffer& room = roomOf(length(1) * kFourierColumns);
        Complex* first = plane + block * kFourierColumns;
        takeColumns(first, m_complexRow, count, length(1), room.data());
        transform(room.data());
        putColumns(room.data(), wanted, first, m_complexRow);
    }

    double convolvePlanes() {
        const FourierLine& alongY = line(1);
        const FourierLine& alongZ = line(2);
        m_workers.each(nodes(2) * m_blocks, [&](std::int64_t part) {
            transformPlane(m_rows[0].data() + part / m_blocks * planeOfRows(), part % m_blocks,
                           nodes(1), length(1),
                           [&](Complex* columns) { alongY.forwardColumns(columns); });
        });
        m_workers.each(length(1) * m_blocks, [&](std::int64_t part) {
            const std::int64_t y = part / m_blocks;
            const std::int64_t block = part % m_blocks;
            m_sums[static_cast<std::size_t>(part)] =
                convolve(y * m_complexRow + block * kFourierColumns, nodes(2), planeOfRows(),
                         alongZ, m_kernel.columns(y, block));
        });
        const std::int64_t parts = nodes(2) * m_blocks;
        m_workers.each(parts * m_dimensions, [&](std::int64_t part) {
            const std::int64_t z = part % parts / m_blocks;
            transformPlane(m_rows[static_cast<std::size_t>(part / parts)].data() +
                               z * planeOfRows(),
                           part % m_blocks, length(1), nodes(1),
                           [&](Complex* columns) { alongY.backwardColumns(columns); });
        });
        return std::accumulate(m_sums.begin(), m_sums.end(), 0.0);
    }

    /// Room of the calling thread.
    static ComplexBuffer& roomOf(std::int64_t size) {
        thread_local ComplexBuffer room;
        if (room.size() < size)
            room = ComplexBuffer(size);
        return room;
    }

    std::int64_t m_count;
    int m_dimensions;
    const Workers& m_workers;
    ChargeGrid m_charges;
    GridLayout m_grid;
    GridStrides m_strides;
    std::int64_t m_complexRow = 0;
    std::int64_t m_blocks = 0;
    std::map<std::int64_t, std::unique_ptr<FourierLine>> m_lines;
    KernelSpectra m_kernel;
    std::array<FourierBuffer<float>, 3> m_reals; ///< charges in the first, then the fields
    std::array<ComplexBuffer, 3> m_rows;
    std::vector<double> m_sums;
};

/// Takes the quicker way, by what both cost on processors of today.
class QuickerRepulsion : public Repulsion {
public:
    QuickerRepulsion(std::int64_t count, int dimensions, const Workers& workers)
        : m_count(count), m_dimensions(dimensions), m_workers(workers),
          m_exact(makeExactRepulsion(count, dimensions, workers)),
          m_grid(count, dimensions, workers) {}

    double compute(std::span<const float> positions, std::span<float> forces) override {
        const GridLayout grid = layoutGrid(positions, m_count, m_dimensions, m_workers);
        double nodes = 1.0;
        for (std::size_t axis = 0; axis < static_cast<std::size_t>(m_dimensions); ++axis)
            nodes *= static_cast<double>(grid.lengths[axis]);
        const double pairs = static_cast<double>(m_count) * static_cast<double>(m_count);
        const bool isExact =
            pairs * kSecondsPerPair <
            nodes * kSecondsPerNode + static_cast<double>(m_count) * kSecondsPerPoint;
        return isExact ? m_exact->compute(positions, forces)
                       : m_grid.compute(grid, positions, forces);
    }

private:
    /// Only their ratios matter.
    static constexpr double kSecondsPerPair = 1.1e-10;
    static constexpr double kSecondsPerNode = 7e-9;
    static constexpr double kSecondsPerPoint = 3e-8;

    std::int64_t m_count;
    int m_dimensions;
    const Workers& m_workers;
    std::unique_ptr<Repulsion> m_exact;
    GridRepulsion m_grid;
};

} // namespace

std::unique_ptr<Repulsion> makeGridRepulsion(std::int64_t count, int dimensions,
                                             const Workers& workers) {
    return std::make_unique<GridRepulsion>(count, dimensions, workers);
}

std::unique_ptr<Repulsion> makeRepulsion(std::int64_t count, int dimensions,
                                         const Workers& workers) {
    return std::make_unique<QuickerRepulsion>(count, dimensions, workers);
}

} // namespace hierascope::analysis
