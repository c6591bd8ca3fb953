// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <ATen/core/Tensor.h>

namespace hierascope::metrics {

/// exp of the mean divergence of each image's classes from all images' classes.
struct InceptionScore {
    double mean = 0.0;      ///< over the parts
    double deviation = 0.0; ///< over the parts, of the population; 0 for one part
    std::int64_t parts = 0;
};

/// @param logits [N, K], without the classifier's bias in the official protocols
/// @param parts  consecutive, as equal as they go, at least one image each: one for ResTok's
///               evaluator, N / 5000 for ADM's, ten for torch-fidelity's (which shuffles first)
/// @throws c10::Error for a value that is not finite, or more parts than images
/// @source Salimans et al., arXiv:1606.03498
InceptionScore inceptionScore(const at::Tensor& logits, std::int64_t parts);

} // namespace hierascope::metrics
