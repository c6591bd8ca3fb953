// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/precision_recall.h"

#include <algorithm>
#include <numeric>

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/isfinite.h>
#include <ATen/ops/kthvalue.h>
#include <c10/util/Exception.h>

#include "core/tensor/shape.h"

namespace hierascope::metrics {

namespace {

constexpr std::int64_t kRowsAtOnce = 1000;

/// Rows about a common middle, and their squared lengths.
struct Points {
    at::Tensor rows;    ///< [N, D]
    at::Tensor squares; ///< [N, 1]
};

Points pointsOf(const at::Tensor& features, const at::Tensor& middle) {
    const at::Tensor rows = (features - middle).contiguous();
    return {rows, rows.square().sum(1, true)};
}

/// Squared distances of some of a's rows to all of b's: [rows, N].
at::Tensor distances(const Points& a, std::int64_t first, std::int64_t count, const Points& b) {
    const at::Tensor products = a.rows.narrow(0, first, count).matmul(b.rows.t());
    return (a.squares.narrow(0, first, count) + b.squares.t() - 2.0 * products).clamp_min(0.0);
}

template <typename Work>
at::Tensor byBlocks(const Points& points, const Work& work) {
    std::vector<at::Tensor> parts;
    const std::int64_t count = points.rows.size(0);
    for (std::int64_t first = 0; first < count; first += kRowsAtOnce)
        parts.push_back(work(first, std::min(kRowsAtOnce, count - first)));
    return at::cat(parts);
}

/// [N]: squared distance of each to its k-th neighbour.
at::Tensor radii(const Points& points, std::int64_t k) {
    return byBlocks(points, [&](std::int64_t first, std::int64_t count) {
        return std::get<0>(at::kthvalue(distances(points, first, count, points), k + 1, 1));
    });
}

std::vector<std::uint8_t> inside(const Points& asked, const Points& set, const at::Tensor& radii) {
    const at::Tensor flags =
        byBlocks(asked,
                 [&](std::int64_t first, std::int64_t count) {
                     return (distances(asked, first, count, set) <= radii).any(1);
                 })
            .to(at::kByte)
            .contiguous();
    const auto* data = flags.data_ptr<std::uint8_t>();
    return {data, data + flags.numel()};
}

double share(const std::vector<std::uint8_t>& flags) {
    return std::accumulate(flags.begin(), flags.end(), 0.0) / static_cast<double>(flags.size());
}

} // namespace

PrecisionRecall precisionRecall(const at::Tensor& references, const at::Tensor& samples,
                                std::int64_t k) {
    tensor::checkShape(references, {tensor::kAny, tensor::kAny}, "references");
    tensor::checkShape(samples, {tensor::kAny, references.size(1)}, "samples");
    const std::int64_t fewest = std::min(references.size(0), samples.size(0));
    TORCH_CHECK(fewest > k, "Precision and recall with ", k, " neighbours need ", k + 1,
                " images, there are ", fewest, ".");
    for (const at::Tensor& set : {references, samples})
        TORCH_CHECK(at::isfinite(set).all().item<bool>(),
                    "Features hold a value that is not finite.");
    const at::Tensor middle = references.mean(0, true);
    const Points reference = pointsOf(references, middle);
    const Points sample = pointsOf(samples, middle);
    PrecisionRecall result;
    result.sampleIsInside = inside(sample, reference, radii(reference, k));
    result.referenceIsInside = inside(reference, sample, radii(sample, k));
    result.precision = share(result.sampleIsInside);
    result.recall = share(result.referenceIsInside);
    return result;
}

} // namespace hierascope::metrics
