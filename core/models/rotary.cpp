// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/rotary.h"

#include <cmath>
#include <complex>

#include <ATen/TensorOperators.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/view_as_complex.h>
#include <ATen/ops/view_as_real.h>
#include <c10/util/Exception.h>

namespace hierascope::models {

void TokenPositions::appendRow(std::int64_t tokens) {
    for (std::int64_t i = 0; i < tokens; ++i)
        m_places.emplace_back(m_offset + i, m_offset + i);
    m_offset += tokens;
}

void TokenPositions::appendGrid(std::int64_t rows, std::int64_t columns) {
    for (std::int64_t row = 0; row < rows; ++row) {
        for (std::int64_t column = 0; column < columns; ++column)
            m_places.emplace_back(m_offset + row, m_offset + column);
    }
    m_offset += rows * columns;
}

at::Tensor rotations(const TokenPositions& positions, std::int64_t headWidth, double base) {
    TORCH_CHECK(headWidth % 4 == 0, "The head width is ", headWidth, ", expected a multiple of 4.");
    const std::int64_t perAxis = headWidth / 4;
    std::vector<double> frequencies;
    for (std::int64_t j = 0; j < perAxis; ++j)
        frequencies.push_back(
            1.0 / std::pow(base, static_cast<double>(2 * j) / static_cast<double>(2 * perAxis)));
    const auto tokens = static_cast<std::int64_t>(positions.places().size());
    const at::Tensor table = at::empty({tokens, headWidth / 2}, at::kComplexFloat);
    auto* out = table.data_ptr<c10::complex<float>>();
    for (const auto& [row, column] : positions.places()) {
        for (const std::int64_t place : {row, column}) {
            for (const double frequency : frequencies) {
                const double angle = static_cast<double>(place) * frequency;
                *out++ = {static_cast<float>(std::cos(angle)), static_cast<float>(std::sin(angle))};
            }
        }
    }
    return table;
}

at::Tensor rotate(const at::Tensor& x, const at::Tensor& rotations) {
    const at::Tensor pairs =
        at::view_as_complex(x.to(at::kFloat).unflatten(-1, {-1, 2}));           // [B, A, T, E / 2]
    return at::view_as_real(pairs * rotations).flatten(-2).to(x.scalar_type()); // [B, A, T, E]
}

} // namespace hierascope::models
