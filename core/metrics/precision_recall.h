// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <ATen/core/Tensor.h>

namespace hierascope::metrics {

/// How many samples look like references, and how many references the samples cover.
struct PrecisionRecall {
    double precision = 0.0;
    double recall = 0.0;
    std::vector<std::uint8_t> sampleIsInside;    ///< [N]: of a reference's ball
    std::vector<std::uint8_t> referenceIsInside; ///< [M]: of a sample's ball
};

/// A vector is inside a set where it lies within any ball about the set's vectors; a ball's radius
/// is the distance to the k-th nearest of its own set, itself not counted ("<=", squared
/// distances).
///
/// @param references [M, D], M > k, of a floating type that distances are computed in
/// @param samples    [N, D], N > k
/// @throws c10::Error when shapes differ, a set is too small, or a value is not finite
/// @cost    (M + N)^2 D; blocks of 1,000 rows in memory
/// @source  Kynkaanniemi et al., arXiv:1904.06991; openai/guided-diffusion evaluations (k = 3)
PrecisionRecall precisionRecall(const at::Tensor& references, const at::Tensor& samples,
                                std::int64_t k = 3);

} // namespace hierascope::metrics
