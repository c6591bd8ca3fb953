// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

#include <torch/nn/module.h>
#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/pimpl.h>

#include "core/models/dit_block.h"
#include "core/models/dit_options.h"
#include "core/models/layer_probe.h"

namespace hierascope::models {

/// A transformer that denoises latent maps, given the time and the class.
///
/// @source DiT, arXiv:2212.09748; facebookresearch/DiT models.py; state-dict names are theirs.
class DitImpl : public torch::nn::Module {
public:
    /// Leaves the weights undefined, but for the positions: load them, or call `initialise`.
    explicit DitImpl(DitOptions options);

    /// Draws weights: Xavier-uniform; classes and times Normal(0, 0.02); everything that steers
    /// and the output are 0.
    void initialise();

    /// What the network makes of noised maps.
    ///
    /// @param x      [B, C, H, W], normalised
    /// @param times  [B]: of a diffusion 0 to 999, of a flow 0 (noise) to 1
    /// @param labels [B] int64, classes or the null class
    /// @return       [B, C or 2 C, H, W]: noise or velocity, then how much variance
    at::Tensor forward(const at::Tensor& x, const at::Tensor& times, const at::Tensor& labels,
                       LayerProbe* probe = nullptr);

    /// Classifier-free guidance in one pass: rows with their class, then the same rows with
    /// another, of which only the first half's maps are read.
    ///
    /// @param channels how many of the output's channels are guided; others are each half's own.
    ///                 The official code guides 3; `inChannels` is what guidance means
    /// @return         as `forward`; guided channels are equal in both halves
    at::Tensor forwardWithGuidance(const at::Tensor& x, const at::Tensor& times,
                                   const at::Tensor& labels, double scale, std::int64_t channels,
                                   LayerProbe* probe = nullptr);

    /// Replaces the labels that are dropped by the null class.
    ///
    /// @param labels  [B] int64
    /// @param dropped [B] bool
    at::Tensor withDroppedLabels(const at::Tensor& labels, const at::Tensor& dropped) const;

    at::Tensor timeEmbedding(const at::Tensor& times); ///< [B] to [B, D]

    /// What the network sees of a tokenizer's latents [B, C, H, W], and back.
    at::Tensor normalised(const at::Tensor& latents) const;
    at::Tensor denormalised(const at::Tensor& maps) const;

    /// Takes other statistics of a tokenizer's latents: one number for each channel.
    void setStatistics(std::vector<double> mean, std::vector<double> deviation) {
        m_options.latentMean = std::move(mean);
        m_options.latentStd = std::move(deviation);
    }

    const DitOptions& options() const { return m_options; }

private:
    at::Tensor patchesOf(const at::Tensor& x) const;
    at::Tensor mapsOf(const at::Tensor& patches) const;
    at::Tensor perChannel(const std::vector<double>& values, const at::Tensor& like) const;

    DitOptions m_options;
    DitLinear m_patches{nullptr};
    DitLinear m_time1{nullptr};
    DitLinear m_time2{nullptr};
    at::Tensor m_classes;
    at::Tensor pos_embed; ///< [1, T, D]
    torch::nn::ModuleList blocks;
    DitLinear m_lastModulation{nullptr};
    DitLinear m_last{nullptr};
};
TORCH_MODULE(Dit);

/// Cosines, then sines of times: [B] to [B, width].
at::Tensor timeSinusoids(const at::Tensor& times, std::int64_t width);

/// Fixed positions of a square grid: [side * side, width]; the first half of the channels tells the
/// column.
at::Tensor gridSinusoids(std::int64_t side, std::int64_t width);

} // namespace hierascope::models
