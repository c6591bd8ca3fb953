// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <ATen/core/Tensor.h>

namespace hierascope::tensor {

/// A matrix laid out once for fast products with few rows on the CPU, in float32.
///
/// A row's result does not depend on the rows that are multiplied with it, nor on the number of
/// threads.
class PackedMatrix {
public:
    PackedMatrix() = default;
    /// @param weights [out, in] each, of any type, on the CPU; joined along `out`
    explicit PackedMatrix(const std::vector<at::Tensor>& weights);

    std::int64_t inWidth() const { return m_in; }
    std::int64_t outWidth() const { return m_out; }

    /// Multiplies `rows` rows: out = x W^T.
    ///
    /// @param x       [rows, in]
    /// @param out     [rows, out]
    /// @param isAdded whether the product is added to what is in `out`
    void multiply(const float* x, std::int64_t rows, float* out, bool isAdded = false) const;

private:
    std::int64_t m_in = 0;
    std::int64_t m_out = 0;
    at::Tensor m_panels; ///< [ceil(out / kPanelWidth), in, kPanelWidth], padded with 0
};

} // namespace hierascope::tensor
