// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

#include "core/analysis/fourier.h"
#include "core/analysis/grid_kernels.h"
#include "core/analysis/grid_layout.h"
#include "core/analysis/workers.h"

namespace hierascope::analysis {

/// Spectra of t-SNE's kernels on a grid: q^2 d in each direction, which are odd, and q, even.
///
/// They lie as the transformed columns come: blocks of kFourierColumns along x; in three
/// dimensions, such blocks for each frequency along y. A column runs along the last axis.
class KernelSpectra {
public:
    KernelSpectra() = default;
    KernelSpectra(const GridLayout& grid, const Workers& workers);

    /// The columns of one block; `y` is 0 in two dimensions.
    KernelColumns columns(std::int64_t y, std::int64_t block) const;

private:
    void take(const GridLayout& grid, int axis, const Workers& workers);

    int m_dimensions = 0;
    std::int64_t m_blocks = 0;
    std::int64_t m_columnLength = 0;
    std::array<FourierBuffer<float>, 3> m_odd;
    FourierBuffer<float> m_even;
};

/// Blocks of columns that a half spectrum of this length has.
inline std::int64_t columnBlocks(std::int64_t length) {
    return FourierLine::paddedComplex(length) / kFourierColumns;
}

} // namespace hierascope::analysis
