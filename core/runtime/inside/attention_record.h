// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/models/layer_probe.h"
#include "core/runtime/attention.h"

namespace hierascope::runtime {

/// Takes queries and keys out of a forward pass.
class AttentionRecorder {
public:
    /// Makes a probe hand over what it sees; the probe's forward must end before the recorder does.
    void attach(models::LayerProbe& probe);

    /// @param blocks the sequence of each layer
    std::shared_ptr<AttentionRecord> finish(std::vector<std::vector<TokenBlock>> blocks) &&;

private:
    std::vector<models::AttentionOperands> m_layers;
};

} // namespace hierascope::runtime
