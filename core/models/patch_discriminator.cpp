// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/patch_discriminator.h"

#include <algorithm>
#include <string>

#include <ATen/TensorOperators.h>
#include <ATen/ops/leaky_relu.h>
#include <c10/core/GradMode.h>
#include <c10/util/Exception.h>
#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/conv.h>

namespace hierascope::models {

namespace {

constexpr double kSlope = 0.2;
constexpr std::int64_t kKernel = 4;
constexpr std::int64_t kMostDoublings = 3;

/// Channels behind convolution `layer`.
std::int64_t widthOf(const PatchDiscriminatorOptions& options, std::int64_t layer) {
    return options.channels << std::min(layer, kMostDoublings);
}

torch::nn::Conv2d makeConvolution(std::int64_t in, std::int64_t out, std::int64_t stride,
                                  bool hasBias) {
    auto convolution = torch::nn::Conv2d(
        torch::nn::Conv2dOptions(in, out, kKernel).stride(stride).padding(1).bias(hasBias));
    const c10::NoGradGuard guard;
    convolution->weight.normal_(0.0, 0.02);
    return convolution;
}

torch::nn::BatchNorm2d makeNorm(std::int64_t channels) {
    auto norm = torch::nn::BatchNorm2d(channels);
    const c10::NoGradGuard guard;
    norm->weight.normal_(1.0, 0.02);
    return norm;
}

} // namespace

double PatchDiscriminatorOptions::forwardFlops(std::int64_t side) const {
    double flops = 0.0;
    std::int64_t in = 3;
    for (std::int64_t layer = 0; layer <= layers + 1; ++layer) {
        side = layer < layers ? side / 2 : side - 1;
        const std::int64_t out = layer <= layers ? widthOf(*this, layer) : 1;
        flops += 2.0 * static_cast<double>(side * side * in * out * kKernel * kKernel);
        in = out;
    }
    return flops;
}

PatchDiscriminatorImpl::PatchDiscriminatorImpl(const PatchDiscriminatorOptions& options)
    : m_smallestSide(options.smallestSide()) {
    auto main = std::make_shared<torch::nn::Module>();
    int number = 0; // as the official list counts, activations included
    const auto add = [&](auto layer) {
        m_layers.push_back(main->register_module(std::to_string(number++), layer.ptr()));
    };
    add(makeConvolution(3, options.channels, 2, true));
    ++number;
    for (std::int64_t layer = 1; layer <= options.layers; ++layer) {
        const std::int64_t out = widthOf(options, layer);
        add(makeConvolution(widthOf(options, layer - 1), out, layer < options.layers ? 2 : 1,
                            false));
        add(makeNorm(out));
        ++number;
    }
    add(makeConvolution(widthOf(options, options.layers), 1, 1, true));
    register_module("main", main);
}

at::Tensor PatchDiscriminatorImpl::forward(const at::Tensor& images,
                                           const std::optional<PictureCrop>& crop) {
    TORCH_CHECK(!crop, "PatchGAN sees whole pictures.");
    TORCH_CHECK(images.dim() == 4 && images.size(1) == 3 && images.size(2) >= m_smallestSide &&
                    images.size(3) >= m_smallestSide,
                "PatchGAN's pictures are ", images.sizes(), ", expected [B, 3, Y, X] of at least ",
                m_smallestSide, " pixels to a side.");
    at::Tensor x = images * 2.0 - 1.0;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        auto* convolution = m_layers[i]->as<torch::nn::Conv2d>();
        x = convolution ? convolution->forward(x)
                        : m_layers[i]->as<torch::nn::BatchNorm2d>()->forward(x);
        const bool isNormedNext =
            i + 1 < m_layers.size() && m_layers[i + 1]->as<torch::nn::BatchNorm2d>();
        if (!isNormedNext && i + 1 < m_layers.size())
            x = at::leaky_relu(x, kSlope);
    }
    return x; // [B, 1, y, x]
}

} // namespace hierascope::models
