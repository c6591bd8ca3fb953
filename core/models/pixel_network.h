// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/nn/module.h>
#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/modules/normalization.h>
#include <torch/nn/pimpl.h>

#include "core/models/restok_options.h"

namespace hierascope::models {

/// Two 3 x 3 convolutions, each after GroupNorm and SiLU, around which the input is added.
///
/// @source MaskGIT's VQGAN as in Kwai-Kolors/ResTok modeling/modules/maskgit_vqgan.py, quirk kept:
///         where the channels change, what is added is a projection of the convolutions' own
///         output, not of the input.
class PixelBlockImpl : public torch::nn::Module {
public:
    PixelBlockImpl(std::int64_t in, std::int64_t out, std::int64_t groups);

    /// @param x [B, in, Y, X]
    /// @return  [B, out, Y, X]
    at::Tensor forward(const at::Tensor& x);

private:
    torch::nn::GroupNorm norm1{nullptr};
    torch::nn::Conv2d conv1{nullptr};
    torch::nn::GroupNorm norm2{nullptr};
    torch::nn::Conv2d conv2{nullptr};
    torch::nn::Conv2d nin_shortcut{nullptr};
};
TORCH_MODULE(PixelBlock);

/// The blocks of one resolution, and what enlarges their output, if anything does.
class PixelStageImpl : public torch::nn::Module {
public:
    PixelStageImpl(std::int64_t in, std::int64_t out, const PixelNetworkOptions& options,
                   bool enlarges);

    at::Tensor forward(const at::Tensor& x);

private:
    torch::nn::ModuleList block;
    torch::nn::Conv2d upsample_conv{nullptr};
};
TORCH_MODULE(PixelStage);

/// Pixels to patch features.
class PixelEncoderImpl : public torch::nn::Module {
public:
    explicit PixelEncoderImpl(const PixelNetworkOptions& options);

    /// @param pixels [B, 3, Y, X], normalised
    /// @return       [B, latentChannels, Y / reduction, X / reduction]
    at::Tensor forward(const at::Tensor& pixels);

private:
    torch::nn::Conv2d conv_in{nullptr};
    torch::nn::ModuleList down;
    torch::nn::ModuleList mid;
    torch::nn::GroupNorm norm_out{nullptr};
    torch::nn::Conv2d conv_out{nullptr};
};
TORCH_MODULE(PixelEncoder);

/// Patch features to pixels.
class PixelDecoderImpl : public torch::nn::Module {
public:
    explicit PixelDecoderImpl(const PixelNetworkOptions& options);

    /// @param features [B, latentChannels, h, w]
    /// @return         [B, 3, h * reduction, w * reduction], [0, 1] scale, unclamped
    at::Tensor forward(const at::Tensor& features);

private:
    torch::nn::Conv2d conv_in{nullptr};
    torch::nn::ModuleList mid;
    torch::nn::ModuleList up; ///< index 0 is the finest resolution, the last to run
    torch::nn::GroupNorm norm_out{nullptr};
    torch::nn::Conv2d conv_out{nullptr};
};
TORCH_MODULE(PixelDecoder);

} // namespace hierascope::models
