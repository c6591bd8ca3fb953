// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/frechet.h"

#include <algorithm>
#include <cmath>

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/isfinite.h>
#include <ATen/ops/linalg_cholesky_ex.h>
#include <ATen/ops/linalg_eigh.h>
#include <ATen/ops/linalg_eigvalsh.h>
#include <ATen/ops/outer.h>
#include <ATen/ops/zeros.h>
#include <c10/util/Exception.h>

#include "core/tensor/shape.h"

namespace hierascope::metrics {

namespace {

constexpr std::int64_t kRowsAtOnce = 512;
constexpr std::int64_t kColumnsOfABlock = 256;

/// A matrix F with F F^T = `matrix`, positive semi-definite: as few columns as its rank.
at::Tensor factorOf(const at::Tensor& matrix, bool isSingular) {
    if (!isSingular) {
        const auto [lower, info] = at::linalg_cholesky_ex(matrix);
        if (info.item<int>() == 0)
            return lower;
    }
    const auto [values, vectors] = at::linalg_eigh(matrix); // ascending
    const double least =
        1e-14 * static_cast<double>(matrix.size(0)) * std::max(values[-1].item<double>(), 0.0);
    const std::int64_t none = (values <= least).sum().item<std::int64_t>();
    const std::int64_t rank = matrix.size(0) - none;
    return vectors.narrow(1, none, rank) * values.narrow(0, none, rank).sqrt();
}

} // namespace

void MomentSum::add(const at::Tensor& features) {
    const std::int64_t width = m_shift.defined() ? m_shift.size(0) : tensor::kAny;
    tensor::checkShape(features, {tensor::kAny, width}, "features");
    if (features.size(0) == 0)
        return;
    const at::Tensor rows = features.to(at::kCPU, at::kDouble);
    TORCH_CHECK(at::isfinite(rows).all().item<bool>(), "Features hold a value that is not finite.");
    if (!m_shift.defined()) {
        m_shift = rows.mean(0);
        m_sum = at::zeros({rows.size(1)}, at::kDouble);
        m_products = at::zeros({rows.size(1), rows.size(1)}, at::kDouble);
    }
    m_waiting.push_back(rows - m_shift);
    m_waitingRows += rows.size(0);
    m_count += rows.size(0);
    if (m_count <= rows.size(1))
        m_few.push_back(m_waiting.back());
    else
        m_few.clear();
    if (m_waitingRows >= kRowsAtOnce)
        flush();
}

void MomentSum::flush() {
    if (m_waiting.empty())
        return;
    const at::Tensor rows = m_waiting.size() == 1 ? m_waiting.front() : at::cat(m_waiting);
    m_sum += rows.sum(0);
    const std::int64_t width = rows.size(1);
    for (std::int64_t first = 0; first < width; first += kColumnsOfABlock) {
        const std::int64_t columns = std::min(kColumnsOfABlock, width - first);
        m_products.narrow(0, first, columns)
            .narrow(1, first, width - first)
            .addmm_(rows.narrow(1, first, columns).t(), rows.narrow(1, first, width - first));
    }
    m_waiting.clear();
    m_waitingRows = 0;
}

Moments MomentSum::moments() {
    TORCH_CHECK(m_count >= 2, "A covariance needs two feature vectors, there are ", m_count, ".");
    flush();
    const auto count = static_cast<double>(m_count);
    const at::Tensor upper = m_products.triu();
    const at::Tensor products = upper + m_products.triu(1).t();
    const at::Tensor mean = m_sum / count; // [D], shifted
    Moments moments{m_count, mean + m_shift, (products - at::outer(mean, m_sum)) / (count - 1.0)};
    if (!m_few.empty())
        moments.factor = ((at::cat(m_few) - mean) / std::sqrt(count - 1.0)).t().contiguous();
    return moments;
}

FrechetDistance frechetDistance(const Moments& a, const Moments& b) {
    const std::int64_t width = a.width();
    tensor::checkShape(b.mean, {width}, "mean of b");
    tensor::checkShape(a.covariance, {width, width}, "covariance of a");
    tensor::checkShape(b.covariance, {width, width}, "covariance of b");
    // The smaller set has the lower rank: its factor makes the smaller product.
    const bool isAFirst = a.count <= b.count;
    const Moments& first = isAFirst ? a : b;
    const Moments& second = isAFirst ? b : a;
    FrechetDistance distance;
    distance.isSingular = a.isSingular() || b.isSingular();
    distance.meanPart = (a.mean - b.mean).square().sum().item<double>();
    const at::Tensor factor = first.factor.defined()
                                  ? first.factor
                                  : factorOf(first.covariance, first.isSingular()); // [D, r]
    double root = 0.0;
    if (factor.size(1) > 0) {
        const at::Tensor product = factor.t().matmul(second.covariance.matmul(factor)); // [r, r]
        root = at::linalg_eigvalsh((product + product.t()) / 2.0)
                   .clamp_min(0.0)
                   .sqrt()
                   .sum()
                   .item<double>();
    }
    distance.deviationPart =
        (a.covariance.trace() + b.covariance.trace()).item<double>() - 2.0 * root;
    distance.value = distance.meanPart + distance.deviationPart;
    return distance;
}

} // namespace hierascope::metrics
