// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/flow_loss.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/cosine_similarity.h>
#include <c10/util/Exception.h>

namespace hierascope::training {

FlowLoss flowLoss(const at::Tensor& output, const at::Tensor& data, const at::Tensor& noise) {
    const std::int64_t channels = data.size(1);
    TORCH_CHECK(output.dim() == 4 && (output.size(1) == channels || output.size(1) == 2 * channels),
                "The output is ", output.sizes(), ", expected once or twice the channels of ",
                data.sizes(), ".");
    const auto found = output.narrow(1, 0, channels);
    const auto wanted = data - noise;
    return {(found - wanted).square().flatten(1).mean(1),
            (1.0 - at::cosine_similarity(found, wanted, 1)).flatten(1).mean(1)};
}

at::Tensor logitNormalTimes(const at::Tensor& normal) {
    return normal.sigmoid();
}

} // namespace hierascope::training
