// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include <ATen/core/Tensor.h>

namespace hierascope::models {

/// Where tokens stand, for rotary position encoding on two axes.
///
/// A row token has the same place on both axes; a grid token has its row and its column. Whatever
/// comes next begins behind all tokens so far: behind their number, not behind their sides.
/// @source Kwai-Kolors/ResTok modeling/modules/rope.py.
class TokenPositions {
public:
    void appendRow(std::int64_t tokens);
    void appendGrid(std::int64_t rows, std::int64_t columns);

    const std::vector<std::pair<std::int64_t, std::int64_t>>& places() const { return m_places; }

private:
    std::vector<std::pair<std::int64_t, std::int64_t>> m_places;
    std::int64_t m_offset = 0;
};

/// The rotations of every token: the first half of the pairs turns with the row, the other half
/// with the column. Angles are computed in float64.
///
/// @param headWidth E, a multiple of 4
/// @return          [T, E / 2] complex64
at::Tensor rotations(const TokenPositions& positions, std::int64_t headWidth, double base);

/// Turns adjacent channels (2m, 2m + 1) of each token.
///
/// @param x         [B, A, T, E] of any floating type, contiguous; turned in float32
/// @param rotations [T, E / 2] complex64
at::Tensor rotate(const at::Tensor& x, const at::Tensor& rotations);

} // namespace hierascope::models
