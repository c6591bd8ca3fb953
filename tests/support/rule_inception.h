// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <string>

#include "core/models/inception_v3.h"
#include "core/models/state_dict.h"
#include "tests/support/rule_weights.h"

namespace hierascope::testing {

/// An Inception v3 with weights by rule: convolutions as large as a network keeps its activations.
inline models::InceptionV3 ruleInception() {
    models::InceptionV3 network;
    const torch::NoGradGuard guard;
    std::uint32_t stream = 16000;
    for (auto& [name, tensor] : models::stateDict(*network)) {
        if (name.ends_with("num_batches_tracked"))
            continue;
        double bound = 0.1;
        double middle = 0.0;
        if (tensor.dim() > 1) {
            const double fan = static_cast<double>(tensor.numel() / tensor.size(0));
            bound = std::sqrt(2.0) * std::sqrt(3.0 / fan);
        } else if (name.ends_with("bn.weight") || name.ends_with("running_var")) {
            bound = 0.3;
            middle = 1.0;
        }
        tensor.copy_(numbersByRule(tensor.sizes(), stream++, 2.0 * bound, middle - bound));
    }
    return network;
}

} // namespace hierascope::testing
