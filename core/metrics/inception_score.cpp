// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/inception_score.h"

#include <algorithm>
#include <cmath>

#include <ATen/TensorOperators.h>
#include <ATen/ops/isfinite.h>
#include <ATen/ops/log_softmax.h>
#include <c10/util/Exception.h>

#include "core/tensor/shape.h"

namespace hierascope::metrics {

InceptionScore inceptionScore(const at::Tensor& logits, std::int64_t parts) {
    tensor::checkShape(logits, {tensor::kAny, tensor::kAny}, "logits");
    const std::int64_t count = logits.size(0);
    TORCH_CHECK(parts >= 1 && parts <= count, "There are ", count, " images for ", parts,
                " parts of an Inception score.");
    const at::Tensor logShares = at::log_softmax(logits.to(at::kDouble), 1); // [N, K]
    TORCH_CHECK(at::isfinite(logShares).all().item<bool>(),
                "Logits hold a value that is not finite.");
    InceptionScore score;
    score.parts = parts;
    double squares = 0.0;
    for (std::int64_t part = 0; part < parts; ++part) {
        const std::int64_t first = part * count / parts;
        const at::Tensor own = logShares.narrow(0, first, (part + 1) * count / parts - first);
        const at::Tensor shares = own.exp();
        const at::Tensor all = shares.mean(0).clamp_min(1e-300).log(); // [K]
        const double value = std::exp((shares * (own - all)).sum(1).mean().item<double>());
        score.mean += value;
        squares += value * value;
    }
    score.mean /= static_cast<double>(parts);
    const double variance = squares / static_cast<double>(parts) - score.mean * score.mean;
    score.deviation = parts > 1 ? std::sqrt(std::max(variance, 0.0)) : 0.0;
    return score;
}

} // namespace hierascope::metrics
