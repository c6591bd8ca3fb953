// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <torch/nn/module.h>
#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/pimpl.h>

#include "core/models/gpt_block.h"
#include "core/models/gpt_layout.h"
#include "core/models/gpt_options.h"

namespace hierascope::models {

/// A generator of codes: HAR, which writes whole levels, or the vanilla one (AR).
///
/// Positions carry the class, codes and, in HAR, learned inputs (`gptInputs`); the logits at
/// position p are of code p.
/// @source Kwai-Kolors/ResTok gpt_har.py, gpt_vanilla.py; state-dict names are theirs.
class GptImpl : public torch::nn::Module {
public:
    /// Leaves the weights undefined: load them, or call `initialise`.
    explicit GptImpl(GptOptions options);

    /// Draws weights from Normal(0, `initializerRange`); gains are 1, the output is 0.
    void initialise();

    /// Teacher forcing: the logits of every code from the codes before it.
    ///
    /// @param codes  [B, n] int64; HAR: n = N; AR: any n up to N, and [B, N - 1] is enough for all
    /// @param labels [B] int64, classes or the null class
    /// @return       [B, N, V] (HAR) or [B, n + 1, V] (AR)
    at::Tensor forward(const at::Tensor& codes, const at::Tensor& labels);

    /// Replaces the labels that are dropped by the null class.
    ///
    /// @param labels  [B] int64
    /// @param dropped [B] bool; the official training drops each with probability `classDropout`
    at::Tensor withDroppedLabels(const at::Tensor& labels, const at::Tensor& dropped) const;

    /// What the positions `first .. first+count-1` read.
    ///
    /// @param codes  [B, n] int64, all that those positions name
    /// @param labels [B] int64
    /// @return       [B, count, D]
    at::Tensor inputs(const at::Tensor& codes, const at::Tensor& labels, std::int64_t first,
                      std::int64_t count) const;

    /// Logits of the last layer's x: [B, T, D] to [B, T, V].
    at::Tensor logits(const at::Tensor& x) const;

    /// The declared mask of the first `count` positions: true where the row may read the column.
    at::Tensor declaredMask(std::int64_t count) const; ///< [count, count] bool

    std::size_t layerCount() const { return layers->size(); }
    GptBlockImpl& layer(std::size_t index) const;
    const GptOptions& options() const { return m_options; }

private:
    at::Tensor piece(const GptInput& start, std::int64_t count, const at::Tensor& codes,
                     const at::Tensor& labels) const;

    GptOptions m_options;
    std::vector<GptInput> m_inputs;
    GptWeight m_classTable{nullptr};
    GptWeight tok_embeddings{nullptr};
    GptWeight m_specialTable{nullptr};
    torch::nn::ModuleList layers;
    GptWeight norm{nullptr};
    GptWeight output{nullptr};
};
TORCH_MODULE(Gpt);

} // namespace hierascope::models
