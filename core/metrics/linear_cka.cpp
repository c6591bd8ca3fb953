// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/linear_cka.h"

#include <algorithm>
#include <cmath>

#include <ATen/TensorOperators.h>
#include <c10/util/Exception.h>

#include "core/tensor/shape.h"

namespace hierascope::metrics {

namespace {

at::Tensor centred(const at::Tensor& features) {
    const at::Tensor rows = features.to(at::kDouble);
    return rows - rows.mean(0, true);
}

double squaredNorm(const at::Tensor& matrix) {
    return matrix.square().sum().item<double>();
}

} // namespace

double linearCka(const at::Tensor& x, const at::Tensor& y) {
    tensor::checkShape(x, {tensor::kAny, tensor::kAny}, "x");
    tensor::checkShape(y, {x.size(0), tensor::kAny}, "y");
    TORCH_CHECK(x.size(0) >= 2, "CKA needs two rows, there are ", x.size(0), ".");
    const at::Tensor a = centred(x);
    const at::Tensor b = centred(y);
    if (x.size(0) < std::max(x.size(1), y.size(1))) {
        const at::Tensor ka = a.matmul(a.t()); // [N, N]
        const at::Tensor kb = b.matmul(b.t());
        return (ka * kb).sum().item<double>() / std::sqrt(squaredNorm(ka) * squaredNorm(kb));
    }
    const double cross = squaredNorm(a.t().matmul(b)); // [D1, D2]
    return cross / std::sqrt(squaredNorm(a.t().matmul(a)) * squaredNorm(b.t().matmul(b)));
}

} // namespace hierascope::metrics
