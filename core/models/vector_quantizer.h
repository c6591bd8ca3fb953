// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/nn/module.h>
#include <torch/nn/modules/embedding.h>
#include <torch/nn/pimpl.h>

#include "core/models/restok_options.h"

namespace hierascope::models {

/// What the quantiser makes of vectors.
struct Quantized {
    at::Tensor codes;      ///< [B, T] int64 in [0, V)
    at::Tensor inputs;     ///< [B T, C]: what was replaced, on the sphere; detached
    at::Tensor vectors;    ///< [B, C, 1, T]: the codes' vectors; gradients pass straight through
    at::Tensor commitment; ///< scalar: pulls vectors to their codes; its weight is in it
    at::Tensor codebook;   ///< scalar: pulls codes to their vectors
    at::Tensor entropy;    ///< scalar, weighted; undefined where its ratio is 0
};

/// Replaces each vector by its nearest codeword, on the unit sphere if so chosen.
///
/// @source Kwai-Kolors/ResTok modeling/quantizer/quantizer.py. Always in float32.
class VectorQuantizerImpl : public torch::nn::Module {
public:
    explicit VectorQuantizerImpl(const ResTokOptions& options);

    /// @param z [B, C, 1, T]
    Quantized forward(const at::Tensor& z);

    /// @param z [B, C, 1, T]
    /// @return  [B, T] int64
    at::Tensor codesOf(const at::Tensor& z);

    /// @param codes [B, T] int64 in [0, V)
    /// @return      [B, C, 1, T]
    at::Tensor vectorsOf(const at::Tensor& codes);

private:
    at::Tensor onSphere(const at::Tensor& vectors) const;
    at::Tensor distances(const at::Tensor& rows, const at::Tensor& book) const;

    bool m_useL2Norm;
    double m_commitmentCost;
    double m_entropyRatio;
    torch::nn::Embedding embedding{nullptr};
};
TORCH_MODULE(VectorQuantizer);

} // namespace hierascope::models
