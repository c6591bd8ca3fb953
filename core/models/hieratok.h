// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <torch/nn/module.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/modules/linear.h>
#include <torch/nn/pimpl.h>

#include "core/models/hieratok_decoder.h"
#include "core/models/hieratok_downsampler.h"
#include "core/models/hieratok_encoder.h"
#include "core/models/hieratok_options.h"

namespace hierascope::models {

/// Diagonal Gaussian over the base latent map.
///
/// @source LightningDiT vavae/ldm/modules/distributions: log-variance clamped to [-30, 20].
struct Posterior {
    at::Tensor mean;   ///< [B, C, h, w]
    at::Tensor logvar; ///< [B, C, h, w], clamped

    /// mean + std * noise; `noise` as `mean`.
    at::Tensor sample(const at::Tensor& noise) const;
    /// KL divergence to the standard normal, summed over the latent: [B], nats.
    at::Tensor kl() const;
};

/// HieraTok: a ViT tokenizer whose decoder sees the latent map at several scales.
///
/// Images are in [-1, 1] here, the paper's training range.
/// @source HieraTok, arXiv:2509.23736, section 3.
class HieraTokImpl : public torch::nn::Module {
public:
    explicit HieraTokImpl(HieraTokOptions options);

    /// @param images [B, 3, Y, X] in [-1, 1]
    Posterior posterior(const at::Tensor& images, LayerProbe* probe = nullptr);

    /// Decodes the scales 0 .. levels-1 of a base latent map.
    ///
    /// @param latent [B, C, h, w]
    /// @param levels how many scales, coarse to fine; 0 means all
    /// @return       one image per decoded scale: [B, 3, patch*s, patch*s], unclamped
    std::vector<at::Tensor> decode(const at::Tensor& latent, std::int64_t levels = 0,
                                   LayerProbe* probe = nullptr);

    /// The token map of every scale as the decoder receives it.
    ///
    /// @return one [B, s*s, D] tensor per scale, before position encodings
    std::vector<at::Tensor> tokensFromLatent(const at::Tensor& latent, std::int64_t levels = 0);

    /// Decodes token maps made by `tokensFromLatent` (a prefix of the scales is enough).
    std::vector<at::Tensor> pixelsFromTokens(const std::vector<at::Tensor>& tokens,
                                             LayerProbe* probe = nullptr);

    /// Projects a latent map for the alignment in training: [B, F, h, w].
    at::Tensor alignLatent(const at::Tensor& latent) { return vf_proj->forward(latent); }

    /// The paper trains with 0.1; no effect outside training.
    void setDropPath(double rate) { dec->setDropPath(rate); }

    const HieraTokOptions& options() const { return m_options; }

private:
    HieraTokOptions m_options;
    HieraTokEncoder enc{nullptr};
    torch::nn::Linear moments{nullptr};
    torch::nn::Linear post{nullptr};
    HieraTokDownsampler down{nullptr};
    HieraTokDecoder dec{nullptr};
    torch::nn::Linear to_pixels{nullptr};
    torch::nn::Conv2d vf_proj{nullptr};
};
TORCH_MODULE(HieraTok);

} // namespace hierascope::models
