// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <torch/nn/module.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/modules/normalization.h>
#include <torch/nn/pimpl.h>

#include "core/models/hieratok_options.h"

namespace hierascope::models {

/// Makes the latent map of one scale from the base map, by three convolutions or one projection.
///
/// Wide: conv r x r stride r to the decoder's width, 1 x 1, 3 x 3, each followed by LayerNorm over
/// channels. Narrow: three 3 x 3 at the latent's width whose strides multiply to r. Where the scale
/// does not divide the grid, area pooling comes first and r is 1.
/// @source HieraTok, arXiv:2509.23736, section 3.2 ("three convolutional kernels", "similar to
///         ViTDet"); the order of kernels is ViTDet's, the rest our choice (docs/papers.md).
class ScaleBranchImpl : public torch::nn::Module {
public:
    ScaleBranchImpl(const HieraTokOptions& options, std::int64_t scale);

    /// @param latent [B, C, h, w]
    /// @return       [B, D, s, s] (narrow: [B, C, s, s])
    at::Tensor forward(const at::Tensor& latent);

private:
    void makeWide(std::int64_t channels, std::int64_t width, std::int64_t ratio);
    void makeNarrow(std::int64_t channels, std::int64_t ratio);

    std::int64_t m_poolTo = 0; ///< side to area-pool to first; 0: no pooling
    torch::nn::Conv2d conv_a{nullptr};
    torch::nn::LayerNorm norm_a{nullptr};
    torch::nn::Conv2d conv_b{nullptr};
    torch::nn::LayerNorm norm_b{nullptr};
    torch::nn::Conv2d conv_c{nullptr};
    torch::nn::LayerNorm norm_c{nullptr};
    torch::nn::Conv2d proj{nullptr};
};
TORCH_MODULE(ScaleBranch);

/// The latent maps of all scales: D_s of the paper.
///
/// A scale without a branch (interpolation; narrow convolutions at the base map's own scale) is
/// area-pooled, and needs the projection that all such scales share.
class HieraTokDownsamplerImpl : public torch::nn::Module {
public:
    explicit HieraTokDownsamplerImpl(const HieraTokOptions& options);

    /// @param latent [B, C, h, w]
    /// @param level  index into the scales
    /// @return       [B, D or C, s, s]; C where `needsProjection`
    at::Tensor forward(const at::Tensor& latent, std::size_t level);

    bool needsProjection(std::size_t level) const;

private:
    std::vector<std::int64_t> m_scales;
    bool m_narrow;
    std::vector<ScaleBranch> m_branches; ///< empty holders where a scale has no branch
};
TORCH_MODULE(HieraTokDownsampler);

} // namespace hierascope::models
