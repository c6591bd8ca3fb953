// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/hieratok.h"

#include <utility>

#include <torch/nn/init.h>

#include "core/tensor/shape.h"

namespace hierascope::models {

namespace {

/// Normal(0, 0.02) weights and zero biases (HieraTok Table 8, "initializer range").
void initialise(torch::nn::Module& module) {
    const torch::NoGradGuard guard;
    if (auto* linear = module.as<torch::nn::Linear>()) {
        torch::nn::init::normal_(linear->weight, 0.0, 0.02);
        if (linear->bias.defined())
            torch::nn::init::zeros_(linear->bias);
    } else if (auto* conv = module.as<torch::nn::Conv2d>()) {
        torch::nn::init::normal_(conv->weight, 0.0, 0.02);
        if (conv->bias.defined())
            torch::nn::init::zeros_(conv->bias);
    }
}

} // namespace

at::Tensor Posterior::sample(const at::Tensor& noise) const {
    return mean + (0.5 * logvar).exp() * noise;
}

at::Tensor Posterior::kl() const {
    return 0.5 * (mean.square() + logvar.exp() - 1.0 - logvar).flatten(1).sum(1); // [B]
}

HieraTokImpl::HieraTokImpl(HieraTokOptions options) : m_options(std::move(options)) {
    const std::int64_t channels = m_options.latentChannels;
    const std::int64_t width = m_options.decoder.width;
    enc = register_module("enc", HieraTokEncoder(m_options));
    moments = register_module("moments", torch::nn::Linear(m_options.encoder.width, 2 * channels));
    down = register_module("down", HieraTokDownsampler(m_options));
    bool projects = false;
    for (std::size_t level = 0; level < m_options.scales.size(); ++level)
        projects = projects || down->needsProjection(level);
    if (projects)
        post = register_module("post", torch::nn::Linear(channels, width));
    dec = register_module("dec", HieraTokDecoder(m_options));
    to_pixels = register_module(
        "to_pixels", torch::nn::Linear(width, 3 * m_options.patchSize * m_options.patchSize));
    apply(initialise);
    if (m_options.alignmentChannels > 0)
        vf_proj = register_module(
            "vf_proj",
            torch::nn::Conv2d(
                torch::nn::Conv2dOptions(channels, m_options.alignmentChannels, 1).bias(false)));
}

Posterior HieraTokImpl::posterior(const at::Tensor& images, LayerProbe* probe) {
    const std::int64_t side = m_options.imageSize;
    tensor::checkShape(images, {tensor::kAny, 3, side, side}, "images");
    const std::int64_t grid = m_options.gridSize();
    const auto parts = moments
                           ->forward(enc->forward(images, probe)) // [B, h*w, 2 C]
                           .transpose(1, 2)
                           .unflatten(2, {grid, grid}) // [B, 2 C, h, w]
                           .chunk(2, 1);
    return {parts[0].contiguous(), parts[1].clamp(-30.0, 20.0).contiguous()};
}

std::vector<at::Tensor> HieraTokImpl::tokensFromLatent(const at::Tensor& latent,
                                                       std::int64_t levels) {
    const std::int64_t grid = m_options.gridSize();
    tensor::checkShape(latent, {tensor::kAny, m_options.latentChannels, grid, grid}, "latent");
    const auto all = m_options.scales.size();
    const auto count = levels > 0 ? static_cast<std::size_t>(levels) : all;
    TORCH_CHECK(count <= all, "Levels is ", levels, ", expected at most ", all, ".");
    std::vector<at::Tensor> tokens;
    for (std::size_t level = 0; level < count; ++level) {
        auto map = down->forward(latent, level).flatten(2).transpose(1, 2); // [B, s*s, C or D]
        tokens.push_back(down->needsProjection(level) ? post->forward(map) : map);
    }
    return tokens;
}

std::vector<at::Tensor> HieraTokImpl::pixelsFromTokens(const std::vector<at::Tensor>& tokens,
                                                       LayerProbe* probe) {
    const std::int64_t patch = m_options.patchSize;
    const auto patches = to_pixels->forward(dec->forward(tokens, probe)); // [B, T, 3 p p]
    std::vector<at::Tensor> images;
    std::int64_t start = 0;
    for (std::size_t level = 0; level < tokens.size(); ++level) {
        const std::int64_t side = m_options.scales[level];
        images.push_back(patches.narrow(1, start, side * side)
                             .reshape({-1, side, side, patch, patch, 3})
                             .permute({0, 5, 1, 3, 2, 4})
                             .reshape({-1, 3, side * patch, side * patch}));
        start += side * side;
    }
    return images;
}

std::vector<at::Tensor> HieraTokImpl::decode(const at::Tensor& latent, std::int64_t levels,
                                             LayerProbe* probe) {
    return pixelsFromTokens(tokensFromLatent(latent, levels), probe);
}

} // namespace hierascope::models
