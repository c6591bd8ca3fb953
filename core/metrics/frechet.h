// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <ATen/core/Tensor.h>

namespace hierascope::metrics {

/// Mean and covariance of a set of feature vectors.
struct Moments {
    std::int64_t count = 0;
    at::Tensor mean;       ///< [D] float64, CPU
    at::Tensor covariance; ///< [D, D] float64, CPU; over count - 1
    /// [D, count]: factor times its transpose is the covariance; where there are no more vectors
    /// than dimensions and they are at hand, else undefined.
    at::Tensor factor{};

    std::int64_t width() const { return mean.size(0); }
    /// Whether there are too few vectors for a covariance of full rank.
    bool isSingular() const { return count <= width(); }
};

/// Gathers mean and covariance batch by batch; memory does not grow with the number of vectors.
///
/// Sums are taken in float64 about the first batch's mean, so that a large mean costs no digits.
class MomentSum {
public:
    /// @param features [B, D] of any floating type; D as in the first batch
    /// @throws c10::Error when the shape differs, or a value is not finite
    void add(const at::Tensor& features);

    std::int64_t count() const { return m_count; }

    /// @throws c10::Error for fewer than two vectors
    Moments moments();

private:
    void flush();

    std::int64_t m_count = 0;
    at::Tensor m_shift;                ///< [D]
    at::Tensor m_sum;                  ///< [D], of what was shifted
    at::Tensor m_products;             ///< [D, D], blocks on and above the diagonal
    std::vector<at::Tensor> m_waiting; ///< shifted rows that are not yet in the products
    std::int64_t m_waitingRows = 0;
    std::vector<at::Tensor> m_few; ///< all shifted rows, while they are no more than D
};

/// The distance of two normal distributions, and what it is made of.
struct FrechetDistance {
    double value = 0.0;
    double meanPart = 0.0;      ///< |m1 - m2|^2
    double deviationPart = 0.0; ///< tr(S1) + tr(S2) - 2 tr sqrt(S1 S2)
    bool isSingular = false;    ///< one of the sets has no more vectors than dimensions
};

/// @param a, b of the same width
/// @throws c10::Error when the widths differ
/// @cost    one factorisation and the eigenvalues of a symmetric [D, D] matrix; of few vectors the
///          eigenvalues of an [n, n] one
/// @source  Dowson and Landau 1982; Heusel et al., arXiv:1706.08500. tr sqrt(S1 S2) is the sum of
///          the roots of the eigenvalues of F^T S2 F with S1 = F F^T: the same number as
///          pytorch-fid's sqrtm, and right for singular matrices, where that one adds 1e-6.
FrechetDistance frechetDistance(const Moments& a, const Moments& b);

} // namespace hierascope::metrics
