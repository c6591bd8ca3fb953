// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <torch/nn/pimpl.h>

#include "core/models/discriminator.h"

namespace hierascope::models {

/// Size of PatchGAN; defaults are those of VQGAN and VA-VAE.
struct PatchDiscriminatorOptions {
    std::int64_t channels = 64; ///< of the first convolution; doubled with each, at most 8 times
    std::int64_t layers = 3;    ///< convolutions with stride 2

    /// The smallest picture that leaves a logit, pixels to a side.
    std::int64_t smallestSide() const { return 3 * (std::int64_t{1} << layers); }
    /// Floating point operations of one pass over a picture, two for each multiply-add.
    double forwardFlops(std::int64_t side) const;
};

/// PatchGAN: convolutions of 4 x 4 whose outputs each judge one patch of a picture.
///
/// Names are those of the official file (`main.0.weight`, ...). Batch norm uses the present batch.
/// @source Isola et al., arXiv:1611.07004; CompVis/taming-transformers
///         modules/discriminator/model.py: NLayerDiscriminator, and its weights_init
class PatchDiscriminatorImpl : public Discriminator {
public:
    explicit PatchDiscriminatorImpl(const PatchDiscriminatorOptions& options);

    /// @return [B, 1, y, x]
    at::Tensor forward(const at::Tensor& images,
                       const std::optional<PictureCrop>& crop = {}) override;

    std::int64_t side() const override { return 0; }

private:
    std::int64_t m_smallestSide;
    std::vector<std::shared_ptr<torch::nn::Module>> m_layers; ///< registered inside of `main`
};
TORCH_MODULE(PatchDiscriminator);

} // namespace hierascope::models
