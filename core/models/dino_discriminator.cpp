// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/dino_discriminator.h"

#include <memory>
#include <numbers>

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/leaky_relu.h>

#include "core/models/discriminator_layers.h"

namespace hierascope::models {

namespace {

constexpr double kSlope = 0.2;

class ConvBlock : public torch::nn::Module {
public:
    ConvBlock(std::int64_t width, std::int64_t kernel)
        : m_convolution(register_module("0", SpectralConv1d(width, width, kernel))),
          m_norm(register_module("1", BatchNormLocal(width))) {}

    at::Tensor forward(const at::Tensor& x) {
        return at::leaky_relu(m_norm->forward(m_convolution->forward(x)), kSlope);
    }

private:
    SpectralConv1d m_convolution;
    BatchNormLocal m_norm;
};

class ResidualBlock : public torch::nn::Module {
public:
    ResidualBlock(std::int64_t width, std::int64_t kernel)
        : fn(register_module("fn", std::make_shared<ConvBlock>(width, kernel))) {}

    at::Tensor forward(const at::Tensor& x) {
        return (fn->forward(x) + x) * (1.0 / std::numbers::sqrt2);
    }

private:
    std::shared_ptr<ConvBlock> fn;
};

class Head : public torch::nn::Module {
public:
    Head(std::int64_t width, std::int64_t kernel)
        : m_first(register_module("0", std::make_shared<ConvBlock>(width, 1))),
          m_second(register_module("1", std::make_shared<ResidualBlock>(width, kernel))),
          m_last(register_module("2", SpectralConv1d(width, 1, 1))) {}

    at::Tensor forward(const at::Tensor& x) {
        return m_last->forward(m_second->forward(m_first->forward(x))).flatten(1); // [B, T]
    }

private:
    std::shared_ptr<ConvBlock> m_first;
    std::shared_ptr<ResidualBlock> m_second;
    SpectralConv1d m_last;
};

} // namespace

DinoDiscriminatorImpl::DinoDiscriminatorImpl(const DinoDiscriminatorOptions& options)
    : m_options(options), m_backbone(options) {
    heads = register_module("heads", torch::nn::ModuleList());
    for (std::int64_t i = 0; i < options.readouts(); ++i)
        heads->push_back(std::make_shared<Head>(options.width, options.kernel));
}

void DinoDiscriminatorImpl::to(torch::Device device, bool nonBlocking) {
    torch::nn::Module::to(device, nonBlocking);
    m_backbone->to(device, nonBlocking);
}

at::Tensor DinoDiscriminatorImpl::forward(const at::Tensor& images,
                                          const std::optional<PictureCrop>& crop) {
    return judge(m_backbone->forward(images, crop));
}

at::Tensor DinoDiscriminatorImpl::judge(const std::vector<at::Tensor>& readouts) {
    std::vector<at::Tensor> logits;
    for (std::size_t i = 0; i < readouts.size(); ++i)
        logits.push_back(heads->ptr<Head>(i)->forward(readouts[i]));
    return at::cat(logits, 1); // [B, R T]
}

} // namespace hierascope::models
