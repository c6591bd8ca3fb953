// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

#include "core/models/lpips.h"
#include "core/models/state_dict.h"
#include "tests/support/rule_weights.h"

namespace hierascope::testing {

/// An LPIPS with weights by rule: the convolutions as large as a network keeps its activations.
inline models::Lpips ruleLpips(models::LpipsBackbone backbone = models::LpipsBackbone::Vgg16) {
    models::Lpips network(backbone);
    const torch::NoGradGuard guard;
    std::uint32_t index = 0;
    for (auto& [name, tensor] : models::stateDict(*network)) {
        if (name.starts_with("lin")) {
            const auto number = static_cast<std::uint32_t>(name[3] - '0');
            tensor.copy_(numbersByRule(tensor.sizes(), 12040 + number,
                                       4.0 / static_cast<double>(tensor.numel())));
            continue;
        }
        const double fan = static_cast<double>(tensor.numel() / tensor.size(0));
        const double bound = tensor.dim() > 1 ? std::sqrt(2.0) * std::sqrt(3.0 / fan) : 0.05;
        tensor.copy_(numbersByRule(tensor.sizes(), 12000 + index, 2.0 * bound, -bound));
        ++index;
    }
    return network;
}

} // namespace hierascope::testing
