// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/pixel_network.h"

#include <ATen/ops/avg_pool2d.h>
#include <ATen/ops/silu.h>
#include <ATen/ops/upsample_nearest2d.h>

namespace hierascope::models {

namespace {

constexpr std::int64_t kPictureChannels = 3;

torch::nn::Conv2d makeConv(std::int64_t in, std::int64_t out, std::int64_t kernel, bool bias) {
    return torch::nn::Conv2d(
        torch::nn::Conv2dOptions(in, out, kernel).padding(kernel / 2).bias(bias));
}

torch::nn::GroupNorm makeNorm(std::int64_t channels, std::int64_t groups) {
    return torch::nn::GroupNorm(torch::nn::GroupNormOptions(groups, channels).eps(1e-6));
}

std::int64_t channelsAt(const PixelNetworkOptions& options, std::size_t resolution) {
    return options.hiddenChannels * options.channelMultipliers[resolution];
}

torch::nn::ModuleList makeMiddle(std::int64_t channels, const PixelNetworkOptions& options) {
    torch::nn::ModuleList blocks;
    for (std::int64_t i = 0; i < options.middleBlocks; ++i)
        blocks->push_back(PixelBlock(channels, channels, options.normGroups));
    return blocks;
}

template <typename Block>
at::Tensor runAll(torch::nn::ModuleList& blocks, at::Tensor x) {
    for (std::size_t i = 0; i < blocks->size(); ++i)
        x = blocks->at<Block>(i).forward(x);
    return x;
}

} // namespace

PixelBlockImpl::PixelBlockImpl(std::int64_t in, std::int64_t out, std::int64_t groups) {
    norm1 = register_module("norm1", makeNorm(in, groups));
    conv1 = register_module("conv1", makeConv(in, out, 3, false));
    norm2 = register_module("norm2", makeNorm(out, groups));
    conv2 = register_module("conv2", makeConv(out, out, 3, false));
    if (in != out)
        nin_shortcut = register_module("nin_shortcut", makeConv(out, out, 1, false));
}

at::Tensor PixelBlockImpl::forward(const at::Tensor& x) {
    const auto middle = conv1->forward(at::silu(norm1->forward(x)));
    const auto branch = conv2->forward(at::silu(norm2->forward(middle)));
    return branch + (nin_shortcut ? nin_shortcut->forward(branch) : x);
}

PixelStageImpl::PixelStageImpl(std::int64_t in, std::int64_t out,
                               const PixelNetworkOptions& options, bool enlarges) {
    block = register_module("block", torch::nn::ModuleList());
    for (std::int64_t i = 0; i < options.residualBlocks; ++i)
        block->push_back(PixelBlock(i == 0 ? in : out, out, options.normGroups));
    if (enlarges)
        upsample_conv = register_module("upsample_conv", makeConv(out, out, 3, true));
}

at::Tensor PixelStageImpl::forward(const at::Tensor& x) {
    const auto y = runAll<PixelBlockImpl>(block, x);
    if (!upsample_conv)
        return y;
    return upsample_conv->forward(
        at::upsample_nearest2d(y, {y.size(2) * 2, y.size(3) * 2})); // [B, out, 2 Y, 2 X]
}

PixelEncoderImpl::PixelEncoderImpl(const PixelNetworkOptions& options) {
    const std::size_t resolutions = options.channelMultipliers.size();
    const std::int64_t last = channelsAt(options, resolutions - 1);
    conv_in =
        register_module("conv_in", makeConv(kPictureChannels, options.hiddenChannels, 3, false));
    down = register_module("down", torch::nn::ModuleList());
    for (std::size_t i = 0; i < resolutions; ++i)
        down->push_back(PixelStage(i == 0 ? options.hiddenChannels : channelsAt(options, i - 1),
                                   channelsAt(options, i), options, /*enlarges=*/false));
    mid = register_module("mid", makeMiddle(last, options));
    norm_out = register_module("norm_out", makeNorm(last, options.normGroups));
    conv_out = register_module("conv_out", makeConv(last, options.latentChannels, 1, true));
}

at::Tensor PixelEncoderImpl::forward(const at::Tensor& pixels) {
    auto x = conv_in->forward(pixels);
    for (std::size_t i = 0; i < down->size(); ++i) {
        x = down->at<PixelStageImpl>(i).forward(x);
        if (i + 1 < down->size())
            x = at::avg_pool2d(x, {2, 2}); // [B, channels, Y / 2, X / 2]
    }
    x = runAll<PixelBlockImpl>(mid, x);
    return conv_out->forward(at::silu(norm_out->forward(x)));
}

PixelDecoderImpl::PixelDecoderImpl(const PixelNetworkOptions& options) {
    const std::size_t resolutions = options.channelMultipliers.size();
    const std::int64_t last = channelsAt(options, resolutions - 1);
    conv_in = register_module("conv_in", makeConv(options.latentChannels, last, 3, true));
    mid = register_module("mid", makeMiddle(last, options));
    up = register_module("up", torch::nn::ModuleList());
    for (std::size_t i = 0; i < resolutions; ++i) {
        const std::int64_t in = i + 1 < resolutions ? channelsAt(options, i + 1) : last;
        up->push_back(PixelStage(in, channelsAt(options, i), options, /*enlarges=*/i > 0));
    }
    norm_out = register_module("norm_out", makeNorm(channelsAt(options, 0), options.normGroups));
    conv_out =
        register_module("conv_out", makeConv(channelsAt(options, 0), kPictureChannels, 3, true));
}

at::Tensor PixelDecoderImpl::forward(const at::Tensor& features) {
    auto x = runAll<PixelBlockImpl>(mid, conv_in->forward(features));
    for (std::size_t i = up->size(); i-- > 0;)
        x = up->at<PixelStageImpl>(i).forward(x);
    return conv_out->forward(at::silu(norm_out->forward(x)));
}

} // namespace hierascope::models
