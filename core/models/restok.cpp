// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/restok.h"

#include <cmath>
#include <utility>

#include <ATen/ops/randn.h>
#include <ATen/ops/tensor.h>
#include <torch/nn/init.h>

#include "core/tensor/shape.h"

namespace hierascope::models {

namespace {

/// Normal(0, 0.02) weights and zero biases; the official cut at 100 standard deviations is none.
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

at::Tensor channelValues(double red, double green, double blue) {
    return at::tensor({red, green, blue}, at::kFloat).view({3, 1, 1});
}

torch::nn::Conv2d makeAlignment(std::int64_t width, std::int64_t channels) {
    return torch::nn::Conv2d(torch::nn::Conv2dOptions(width, channels, 1).bias(false));
}

} // namespace

ResTokImpl::ResTokImpl(ResTokOptions options)
    : m_options(std::move(options)), m_mean(channelValues(0.485, 0.456, 0.406)),
      m_deviation(channelValues(0.229, 0.224, 0.225)) {
    const std::int64_t width = m_options.encoder.width;
    if (m_options.learnableLatents)
        latent_tokens =
            register_parameter("latent_tokens", at::randn({m_options.latentTokens, width}) /
                                                    std::sqrt(static_cast<double>(width)));
    if (m_options.pixelEncoder)
        pixel_encoder = register_module("pixel_encoder", PixelEncoder(m_options.pixel));
    encoder = register_module("encoder", ResTokEncoder(m_options));
    decoder = register_module("decoder", ResTokDecoder(m_options));
    pixel_decoder = register_module("pixel_decoder", PixelDecoder(m_options.pixel));
    apply(initialise);
    quantizer = register_module("quantize", VectorQuantizer(m_options));
    if (m_options.alignmentChannels > 0) {
        vf_proj = register_module("vf_proj", makeAlignment(width, m_options.alignmentChannels));
        vf_proj_dec = register_module(
            "vf_proj_dec", makeAlignment(m_options.decoder.width, m_options.alignmentChannels));
    }
}

void ResTokImpl::computeIn(at::ScalarType type) {
    if (latent_tokens.defined())
        latent_tokens.set_data(latent_tokens.to(type));
    if (pixel_encoder)
        pixel_encoder->to(type);
    encoder->to(type);
    decoder->to(type);
}

at::Tensor ResTokImpl::pixelFeatures(const at::Tensor& images) {
    const std::int64_t side = m_options.imageSize;
    tensor::checkShape(images, {tensor::kAny, 3, side, side}, "images");
    const at::Tensor normalised =
        (images - m_mean.to(images.options())) / m_deviation.to(images.options());
    return pixel_encoder ? pixel_encoder->forward(normalised) : normalised;
}

ResTokEncoding ResTokImpl::encode(const at::Tensor& images, LayerProbe* probe) {
    return encoder->forward(pixelFeatures(images), latent_tokens, probe);
}

at::Tensor ResTokImpl::alignImageTokens(const at::Tensor& tokens) {
    return vf_proj
        ->forward(tokens.transpose(1, 2).unsqueeze(2)) // [B, F, 1, T]
        .squeeze(2)
        .transpose(1, 2);
}

} // namespace hierascope::models
