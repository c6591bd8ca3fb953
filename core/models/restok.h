// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/pixel_network.h"
#include "core/models/restok_decoder.h"
#include "core/models/restok_encoder.h"
#include "core/models/vector_quantizer.h"

namespace hierascope::models {

/// One-dimensional residual tokenizer with merging image hierarchies.
///
/// Images are [B, 3, Y, X] in [0, 1].
/// @source ResTok, arXiv:2601.03955; Kwai-Kolors/ResTok modeling/restok.py.
class ResTokImpl : public torch::nn::Module {
public:
    explicit ResTokImpl(ResTokOptions options);

    const ResTokOptions& options() const { return m_options; }

    /// Makes transformers and pixel encoder compute in another type; codes and pixels stay float32.
    void computeIn(at::ScalarType type);

    /// @param probe looks at the encoder; may be null
    ResTokEncoding encode(const at::Tensor& images, LayerProbe* probe = nullptr);

    Quantized quantize(const at::Tensor& z) { return quantizer->forward(z); }
    at::Tensor codesOf(const at::Tensor& z) { return quantizer->codesOf(z); }
    at::Tensor vectorsOf(const at::Tensor& codes) { return quantizer->vectorsOf(codes); }

    /// @param vectors [B, C, 1, N]
    /// @param keep    [B] int64, how many latents to keep, or [B, N] bool, which; undefined: all
    /// @return        features, and with `aligns` those of the alignment tokens
    ResTokFeatures features(const at::Tensor& vectors, const at::Tensor& keep = {},
                            LayerProbe* probe = nullptr, bool aligns = false) {
        return decoder->forward(vectors, keep, probe, aligns);
    }

    /// @return [B, 3, Y, X], [0, 1] scale, unclamped
    at::Tensor pixels(const at::Tensor& features) { return pixel_decoder->forward(features); }

    /// Features and pixels in one.
    at::Tensor decode(const at::Tensor& vectors, const at::Tensor& keep = {},
                      LayerProbe* probe = nullptr) {
        return pixels(features(vectors, keep, probe).image);
    }

    /// Features of the pixel encoder: [B, pixel channels, h, w].
    at::Tensor pixelFeatures(const at::Tensor& images);

    /// Projects the coarsest image tokens, [B, T, D], for the alignment: [B, T, F].
    at::Tensor alignImageTokens(const at::Tensor& tokens);
    /// Projects the decoder's alignment features, [B, D, h, w]: [B, F, h, w].
    at::Tensor alignFeatures(const at::Tensor& features) { return vf_proj_dec->forward(features); }

private:
    ResTokOptions m_options;
    at::Tensor m_mean; ///< of ImageNet's pixels, [3, 1, 1]
    at::Tensor m_deviation;

    at::Tensor latent_tokens;
    PixelEncoder pixel_encoder{nullptr};
    ResTokEncoder encoder{nullptr};
    VectorQuantizer quantizer{nullptr}; ///< registered as quantize
    ResTokDecoder decoder{nullptr};
    PixelDecoder pixel_decoder{nullptr};
    torch::nn::Conv2d vf_proj{nullptr};
    torch::nn::Conv2d vf_proj_dec{nullptr};
};
TORCH_MODULE(ResTok);

} // namespace hierascope::models
