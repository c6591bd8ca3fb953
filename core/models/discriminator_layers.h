// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/nn/module.h>
#include <torch/nn/pimpl.h>

namespace hierascope::models {

/// A convolution over a ring of tokens whose weight is divided by its largest singular value.
///
/// In training, each call does one power iteration and keeps the vectors `weight_u`, `weight_v`.
/// @source Miyato et al., arXiv:1802.05957; names as torch.nn.utils.spectral_norm has them.
class SpectralConv1dImpl : public torch::nn::Module {
public:
    /// @param kernel odd
    SpectralConv1dImpl(std::int64_t in, std::int64_t out, std::int64_t kernel);

    /// @param x [B, in, T], T at least kernel / 2
    /// @return  [B, out, T]
    at::Tensor forward(const at::Tensor& x);

private:
    at::Tensor normalizedWeight();

    at::Tensor bias;        ///< [out]
    at::Tensor weight_orig; ///< [out, in, kernel]
    at::Tensor weight_u;    ///< [out]
    at::Tensor weight_v;    ///< [in kernel]
};
TORCH_MODULE(SpectralConv1d);

/// Batch norm over groups of at most eight samples, without running averages.
///
/// @source Kwai-Kolors/ResTok, modeling/modules/discriminator_dino.py (from StyleGAN-T,
///         arXiv:2301.09515)
class BatchNormLocalImpl : public torch::nn::Module {
public:
    explicit BatchNormLocalImpl(std::int64_t channels);

    /// How many groups a batch makes; samples must share them evenly.
    static std::int64_t groupsOf(std::int64_t samples);

    /// @param x [B, C, T]
    at::Tensor forward(const at::Tensor& x);

private:
    at::Tensor weight; ///< [C]
    at::Tensor bias;
};
TORCH_MODULE(BatchNormLocal);

} // namespace hierascope::models
