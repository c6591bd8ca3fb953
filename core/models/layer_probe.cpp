// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/layer_probe.h"

#include <cmath>
#include <limits>

#include <ATen/TensorOperators.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/softmax.h>

namespace hierascope::models {

at::Tensor AttentionOperands::weights() const {
    const double scale = 1.0 / std::sqrt(static_cast<double>(queries.size(-1)));
    at::Tensor scores = at::matmul(queries * scale, keys.transpose(-2, -1)); // [B, A, T, T]
    if (mask.defined())
        scores = scores.masked_fill(mask.to(queries.device()).logical_not(),
                                    -std::numeric_limits<double>::infinity());
    return at::softmax(scores, -1);
}

} // namespace hierascope::models
