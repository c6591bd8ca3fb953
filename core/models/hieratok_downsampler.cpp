// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/hieratok_downsampler.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/tensor/image_tensor.h"

namespace hierascope::models {

namespace {

using torch::nn::Conv2d;
using torch::nn::Conv2dOptions;

/// Three strides whose product is `ratio`, as even as possible, larger ones first.
std::array<std::int64_t, 3> stridesOf(std::int64_t ratio) {
    std::vector<std::int64_t> factors;
    for (std::int64_t factor = 2; ratio > 1; ++factor) {
        for (; ratio % factor == 0; ratio /= factor)
            factors.push_back(factor);
    }
    std::array<std::int64_t, 3> strides{1, 1, 1};
    for (auto factor = factors.rbegin(); factor != factors.rend(); ++factor)
        *std::min_element(strides.begin(), strides.end()) *= *factor;
    std::sort(strides.rbegin(), strides.rend());
    return strides;
}

torch::nn::LayerNorm makeNorm(std::int64_t width) {
    return torch::nn::LayerNorm(torch::nn::LayerNormOptions({width}).eps(1e-6));
}

/// LayerNorm over the channels of [B, D, s, s].
at::Tensor overChannels(torch::nn::LayerNorm& norm, const at::Tensor& x) {
    return norm->forward(x.permute({0, 2, 3, 1})).permute({0, 3, 1, 2});
}

} // namespace

ScaleBranchImpl::ScaleBranchImpl(const HieraTokOptions& options, std::int64_t scale) {
    const std::int64_t grid = options.gridSize();
    const bool divides = grid % scale == 0;
    const std::int64_t ratio = divides ? grid / scale : 1;
    m_poolTo = divides ? 0 : scale;
    if (options.convWidth == ConvWidth::Narrow)
        makeNarrow(options.latentChannels, ratio);
    else if (scale == grid && options.finest == FinestLevel::Projection)
        proj = register_module(
            "proj", Conv2d(Conv2dOptions(options.latentChannels, options.decoder.width, 1)));
    else
        makeWide(options.latentChannels, options.decoder.width, ratio);
}

void ScaleBranchImpl::makeWide(std::int64_t channels, std::int64_t width, std::int64_t ratio) {
    conv_a = register_module(
        "conv_a", Conv2d(Conv2dOptions(channels, width, ratio).stride(ratio).bias(false)));
    norm_a = register_module("norm_a", makeNorm(width));
    conv_b = register_module("conv_b", Conv2d(Conv2dOptions(width, width, 1).bias(false)));
    norm_b = register_module("norm_b", makeNorm(width));
    conv_c =
        register_module("conv_c", Conv2d(Conv2dOptions(width, width, 3).padding(1).bias(false)));
    norm_c = register_module("norm_c", makeNorm(width));
}

void ScaleBranchImpl::makeNarrow(std::int64_t channels, std::int64_t ratio) {
    const auto strides = stridesOf(ratio);
    const auto conv = [channels](std::int64_t stride) {
        return Conv2d(Conv2dOptions(channels, channels, 3).padding(1).stride(stride));
    };
    conv_a = register_module("conv_a", conv(strides[0]));
    conv_b = register_module("conv_b", conv(strides[1]));
    conv_c = register_module("conv_c", conv(strides[2]));
}

at::Tensor ScaleBranchImpl::forward(const at::Tensor& latent) {
    auto x = m_poolTo > 0 ? tensor::areaResize(latent, m_poolTo) : latent;
    if (proj)
        return proj->forward(x); // [B, D, s, s]
    if (!norm_a)
        return conv_c->forward(conv_b->forward(conv_a->forward(x))); // [B, C, s, s]
    x = overChannels(norm_a, conv_a->forward(x));                    // [B, D, s, s]
    x = overChannels(norm_b, conv_b->forward(x));
    return overChannels(norm_c, conv_c->forward(x));
}

HieraTokDownsamplerImpl::HieraTokDownsamplerImpl(const HieraTokOptions& options)
    : m_scales(options.scales), m_narrow(options.convWidth == ConvWidth::Narrow) {
    for (std::size_t level = 0; level < m_scales.size(); ++level) {
        const bool isBase = m_scales[level] == options.gridSize();
        const bool hasBranch = options.downsample == Downsample::Conv && !options.isSingleScale() &&
                               !(m_narrow && isBase);
        m_branches.push_back(hasBranch ? register_module(std::to_string(level),
                                                         ScaleBranch(options, m_scales[level]))
                                       : ScaleBranch(nullptr));
    }
}

bool HieraTokDownsamplerImpl::needsProjection(std::size_t level) const {
    return m_narrow || m_branches[level].is_empty();
}

at::Tensor HieraTokDownsamplerImpl::forward(const at::Tensor& latent, std::size_t level) {
    if (m_branches[level].is_empty())
        return tensor::areaResize(latent, m_scales[level]);
    return m_branches[level]->forward(latent);
}

} // namespace hierascope::models
