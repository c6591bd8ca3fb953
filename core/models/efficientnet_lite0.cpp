// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/efficientnet_lite0.h"

#include <algorithm>
#include <array>

#include <ATen/ops/clamp.h>
#include <ATen/ops/constant_pad_nd.h>

namespace hierascope::models {

namespace {

using torch::nn::BatchNorm2d;
using torch::nn::BatchNormOptions;
using torch::nn::Conv2d;
using torch::nn::Conv2dOptions;

constexpr std::array<std::size_t, 5> kFeatureBlocks{0, 2, 4, 10, 15};

constexpr std::int64_t kHeadWidth = 1280;
constexpr std::int64_t kClasses = 1000;

struct Stage {
    std::int64_t repeats, kernel, stride, expansion, out;
};

constexpr std::array<Stage, 7> kStages{{{1, 3, 1, 1, 16},
                                        {2, 3, 2, 6, 24},
                                        {2, 5, 2, 6, 40},
                                        {3, 3, 2, 6, 80},
                                        {3, 5, 1, 6, 112},
                                        {4, 5, 2, 6, 192},
                                        {1, 3, 1, 6, 320}}};

BatchNorm2d makeNorm(std::int64_t channels) {
    return BatchNorm2d(BatchNormOptions(channels).eps(1e-3));
}

/// TensorFlow's "SAME": as many outputs as strides fit, the odd padding pixel right and below.
at::Tensor convolveSame(Conv2d& conv, const at::Tensor& x) {
    const std::int64_t kernel = conv->options.kernel_size()->at(0);
    const std::int64_t stride = conv->options.stride()->at(0);
    const auto padding = [kernel, stride](std::int64_t size) {
        const std::int64_t outputs = (size + stride - 1) / stride;
        return std::max<std::int64_t>((outputs - 1) * stride + kernel - size, 0);
    };
    const std::int64_t below = padding(x.size(2));
    const std::int64_t right = padding(x.size(3));
    if (below == 0 && right == 0)
        return conv->forward(x);
    return conv->forward(
        at::constant_pad_nd(x, {right / 2, right - right / 2, below / 2, below - below / 2}, 0));
}

at::Tensor clampTo6(const at::Tensor& x) {
    return at::clamp(x, 0.0, 6.0);
}

} // namespace

EfficientNetBlockImpl::EfficientNetBlockImpl(std::int64_t in, std::int64_t out, std::int64_t kernel,
                                             std::int64_t stride, std::int64_t expansion)
    : m_addInput(stride == 1 && in == out) {
    const std::int64_t middle = in * expansion;
    if (expansion != 1) {
        _expand_conv =
            register_module("_expand_conv", Conv2d(Conv2dOptions(in, middle, 1).bias(false)));
        _bn0 = register_module("_bn0", makeNorm(middle));
    }
    _depthwise_conv = register_module(
        "_depthwise_conv",
        Conv2d(Conv2dOptions(middle, middle, kernel).stride(stride).groups(middle).bias(false)));
    _bn1 = register_module("_bn1", makeNorm(middle));
    _project_conv =
        register_module("_project_conv", Conv2d(Conv2dOptions(middle, out, 1).bias(false)));
    _bn2 = register_module("_bn2", makeNorm(out));
}

at::Tensor EfficientNetBlockImpl::forward(const at::Tensor& x) {
    auto y = _expand_conv ? clampTo6(_bn0->forward(_expand_conv->forward(x))) : x;
    y = clampTo6(_bn1->forward(convolveSame(_depthwise_conv, y)));
    y = _bn2->forward(_project_conv->forward(y));
    return m_addInput ? x + y : y;
}

EfficientNetLite0Impl::EfficientNetLite0Impl(bool withHead) {
    _conv_stem =
        register_module("_conv_stem", Conv2d(Conv2dOptions(3, 32, 3).stride(2).bias(false)));
    _bn0 = register_module("_bn0", makeNorm(32));
    _blocks = register_module("_blocks", torch::nn::ModuleList());
    std::int64_t in = 32;
    for (const Stage& stage : kStages) {
        for (std::int64_t repeat = 0; repeat < stage.repeats; ++repeat) {
            const std::int64_t stride = repeat == 0 ? stage.stride : 1;
            _blocks->push_back(
                EfficientNetBlock(in, stage.out, stage.kernel, stride, stage.expansion));
            in = stage.out;
        }
    }
    if (withHead) {
        _conv_head =
            register_module("_conv_head", Conv2d(Conv2dOptions(in, kHeadWidth, 1).bias(false)));
        _bn1 = register_module("_bn1", makeNorm(kHeadWidth));
        _fc = register_module("_fc", torch::nn::Linear(kHeadWidth, kClasses));
    }
    eval();
    for (auto& parameter : parameters())
        parameter.set_requires_grad(false);
}

at::Tensor EfficientNetLite0Impl::stem(const at::Tensor& images) {
    // (v - 127) / 128 for 8-bit values v = 127.5 x + 127.5
    return clampTo6(_bn0->forward(convolveSame(_conv_stem, (images * 127.5 + 0.5) / 128.0)));
}

std::vector<at::Tensor> EfficientNetLite0Impl::features(const at::Tensor& images) {
    auto x = stem(images);
    std::vector<at::Tensor> features;
    for (std::size_t index = 0; index < _blocks->size(); ++index) {
        x = _blocks[index]->as<EfficientNetBlock>()->forward(x);
        if (std::find(kFeatureBlocks.begin(), kFeatureBlocks.end(), index) != kFeatureBlocks.end())
            features.push_back(x);
    }
    return features;
}

EfficientNetHead EfficientNetLite0Impl::classify(const at::Tensor& images) {
    TORCH_CHECK(!_fc.is_empty(), "This EfficientNet-Lite0 was made without its head.");
    auto x = stem(images);
    for (std::size_t index = 0; index < _blocks->size(); ++index)
        x = _blocks[index]->as<EfficientNetBlock>()->forward(x);
    const auto features = clampTo6(_bn1->forward(_conv_head->forward(x))).mean({2, 3}); // [B, 1280]
    return {features, _fc->forward(features)};
}

} // namespace hierascope::models
