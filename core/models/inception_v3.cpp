// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/inception_v3.h"

#include <array>

#include <ATen/TensorOperators.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/avg_pool2d.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/max_pool2d.h>
#include <ATen/ops/upsample_bilinear2d.h>
#include <ATen/ops/zeros.h>

#include "core/tensor/shape.h"

namespace hierascope::models {

namespace {

constexpr std::int64_t kSide = 299;
constexpr std::int64_t kSpatialChannels = 7;
constexpr std::int64_t kClasses = 1008;
constexpr std::int64_t kWidth = 2048;

struct StemConv {
    const char* name;
    std::int64_t in, out, kernel, stride, padding;
};
constexpr std::array<StemConv, 5> kStem{{{"Conv2d_1a_3x3", 3, 32, 3, 2, 0},
                                         {"Conv2d_2a_3x3", 32, 32, 3, 1, 0},
                                         {"Conv2d_2b_3x3", 32, 64, 3, 1, 1},
                                         {"Conv2d_3b_1x1", 64, 80, 1, 1, 0},
                                         {"Conv2d_4a_3x3", 80, 192, 3, 1, 0}}};

struct Mixed {
    const char* name;
    InceptionKind kind;
    std::int64_t in, width;
};
constexpr std::array<Mixed, 11> kMixed{{{"Mixed_5b", InceptionKind::A, 192, 32},
                                        {"Mixed_5c", InceptionKind::A, 256, 64},
                                        {"Mixed_5d", InceptionKind::A, 288, 64},
                                        {"Mixed_6a", InceptionKind::B, 288, 0},
                                        {"Mixed_6b", InceptionKind::C, 768, 128},
                                        {"Mixed_6c", InceptionKind::C, 768, 160},
                                        {"Mixed_6d", InceptionKind::C, 768, 160},
                                        {"Mixed_6e", InceptionKind::C, 768, 192},
                                        {"Mixed_7a", InceptionKind::D, 768, 0},
                                        {"Mixed_7b", InceptionKind::E, 1280, 0},
                                        {"Mixed_7c", InceptionKind::Last, 2048, 0}}};

at::Tensor meanPool(const at::Tensor& x) {
    return at::avg_pool2d(x, {3, 3}, {1, 1}, {1, 1}, /*ceil_mode=*/false,
                          /*count_include_pad=*/false);
}

/// A module with the classifier's two tensors, so that their names have a dot.
class Classifier : public torch::nn::Module {
public:
    Classifier()
        : weight(register_parameter("weight", at::zeros({kClasses, kWidth}))),
          bias(register_parameter("bias", at::zeros({kClasses}))) {}
    at::Tensor weight;
    at::Tensor bias;
};

/// One axis of the resizing: the neighbours of each target pixel, and how far it is to the second.
struct Neighbours {
    at::Tensor low;  ///< [side] int64
    at::Tensor high; ///< [side] int64
    at::Tensor part; ///< [side]
};

Neighbours neighboursOf(std::int64_t size, std::int64_t side) {
    const float scale = static_cast<float>(size) / static_cast<float>(side);
    const at::Tensor place = at::arange(side, at::kFloat) * scale;
    const at::Tensor low = place.floor();
    return {low.to(at::kLong), (low + 1).clamp_max(double(size - 1)).to(at::kLong), place - low};
}

} // namespace

InceptionConvImpl::InceptionConvImpl(std::int64_t in, std::int64_t out, at::IntArrayRef kernel,
                                     std::int64_t stride, at::IntArrayRef padding) {
    conv = register_module(
        "conv",
        torch::nn::Conv2d(
            torch::nn::Conv2dOptions(in, out, kernel).stride(stride).padding(padding).bias(false)));
    bn = register_module("bn", torch::nn::BatchNorm2d(torch::nn::BatchNormOptions(out).eps(1e-3)));
}

at::Tensor InceptionConvImpl::forward(const at::Tensor& x) {
    return bn->forward(conv->forward(x)).relu();
}

void InceptionBlockImpl::add(const std::string& name, std::int64_t in, std::int64_t out,
                             std::int64_t rows, std::int64_t columns, std::int64_t stride) {
    const bool isPadded = stride == 1;
    const InceptionConv convolution(
        in, out, std::vector<std::int64_t>{rows, columns}, stride,
        std::vector<std::int64_t>{isPadded ? rows / 2 : 0, isPadded ? columns / 2 : 0});
    m_convolutions.emplace(name, register_module(name, convolution));
}

at::Tensor InceptionBlockImpl::run(const std::string& name, const at::Tensor& x) {
    return m_convolutions.at(name)->forward(x);
}

at::Tensor InceptionBlockImpl::chain(const std::string& name, const at::Tensor& x, int length) {
    at::Tensor y = x;
    for (int i = 1; i <= length; ++i)
        y = run(name + "_" + std::to_string(i), y);
    return y;
}

InceptionBlockImpl::InceptionBlockImpl(InceptionKind kind, std::int64_t in, std::int64_t width)
    : m_kind(kind) {
    switch (kind) {
    case InceptionKind::A:
        add("branch1x1", in, 64);
        add("branch5x5_1", in, 48);
        add("branch5x5_2", 48, 64, 5, 5);
        add("branch3x3dbl_1", in, 64);
        add("branch3x3dbl_2", 64, 96, 3, 3);
        add("branch3x3dbl_3", 96, 96, 3, 3);
        add("branch_pool", in, width);
        break;
    case InceptionKind::B:
        add("branch3x3", in, 384, 3, 3, 2);
        add("branch3x3dbl_1", in, 64);
        add("branch3x3dbl_2", 64, 96, 3, 3);
        add("branch3x3dbl_3", 96, 96, 3, 3, 2);
        break;
    case InceptionKind::C:
        add("branch1x1", in, 192);
        add("branch7x7_1", in, width);
        add("branch7x7_2", width, width, 1, 7);
        add("branch7x7_3", width, 192, 7, 1);
        add("branch7x7dbl_1", in, width);
        add("branch7x7dbl_2", width, width, 7, 1);
        add("branch7x7dbl_3", width, width, 1, 7);
        add("branch7x7dbl_4", width, width, 7, 1);
        add("branch7x7dbl_5", width, 192, 1, 7);
        add("branch_pool", in, 192);
        break;
    case InceptionKind::D:
        add("branch3x3_1", in, 192);
        add("branch3x3_2", 192, 320, 3, 3, 2);
        add("branch7x7x3_1", in, 192);
        add("branch7x7x3_2", 192, 192, 1, 7);
        add("branch7x7x3_3", 192, 192, 7, 1);
        add("branch7x7x3_4", 192, 192, 3, 3, 2);
        break;
    case InceptionKind::E:
    case InceptionKind::Last:
        add("branch1x1", in, 320);
        add("branch3x3_1", in, 384);
        add("branch3x3_2a", 384, 384, 1, 3);
        add("branch3x3_2b", 384, 384, 3, 1);
        add("branch3x3dbl_1", in, 448);
        add("branch3x3dbl_2", 448, 384, 3, 3);
        add("branch3x3dbl_3a", 384, 384, 1, 3);
        add("branch3x3dbl_3b", 384, 384, 3, 1);
        add("branch_pool", in, 192);
        break;
    }
}

at::Tensor InceptionBlockImpl::forward(const at::Tensor& x) {
    switch (m_kind) {
    case InceptionKind::A:
        return at::cat({run("branch1x1", x), chain("branch5x5", x, 2), chain("branch3x3dbl", x, 3),
                        run("branch_pool", meanPool(x))},
                       1);
    case InceptionKind::B:
        return at::cat({run("branch3x3", x), chain("branch3x3dbl", x, 3), at::max_pool2d(x, 3, 2)},
                       1);
    case InceptionKind::C:
        return at::cat({run("branch1x1", x), chain("branch7x7", x, 3), chain("branch7x7dbl", x, 5),
                        run("branch_pool", meanPool(x))},
                       1);
    case InceptionKind::D:
        return at::cat(
            {chain("branch3x3", x, 2), chain("branch7x7x3", x, 4), at::max_pool2d(x, 3, 2)}, 1);
    case InceptionKind::E:
    case InceptionKind::Last:
        break;
    }
    const at::Tensor once = chain("branch3x3", x, 1);
    const at::Tensor twice = chain("branch3x3dbl", x, 2);
    const at::Tensor pooled =
        m_kind == InceptionKind::Last ? at::max_pool2d(x, 3, 1, 1) : meanPool(x);
    return at::cat({run("branch1x1", x), run("branch3x3_2a", once), run("branch3x3_2b", once),
                    run("branch3x3dbl_3a", twice), run("branch3x3dbl_3b", twice),
                    run("branch_pool", pooled)},
                   1);
}

at::Tensor resizeAsTf1(const at::Tensor& images, std::int64_t side) {
    const Neighbours y = neighboursOf(images.size(2), side);
    const Neighbours x = neighboursOf(images.size(3), side);
    const auto mixed = [](const at::Tensor& a, const at::Tensor& b, const at::Tensor& part) {
        return a + (b - a) * part;
    };
    const auto across = [&](const at::Tensor& rows) {
        return mixed(rows.index_select(3, x.low), rows.index_select(3, x.high), x.part);
    };
    return mixed(across(images.index_select(2, y.low)), across(images.index_select(2, y.high)),
                 y.part.view({side, 1})); // [B, C, side, side]
}

at::Tensor inceptionInput(const at::Tensor& images, InceptionResize resize) {
    tensor::checkShape(images, {tensor::kAny, 3, tensor::kAny, tensor::kAny}, "images");
    if (resize == InceptionResize::Tf1)
        return (resizeAsTf1(images * 255.0, kSide) - 128.0) / 128.0;
    return 2.0 * at::upsample_bilinear2d(images, {kSide, kSide}, /*align_corners=*/false) - 1.0;
}

InceptionV3Impl::InceptionV3Impl() {
    for (const StemConv& stem : kStem) {
        const InceptionConv convolution(
            stem.in, stem.out, std::vector<std::int64_t>{stem.kernel, stem.kernel}, stem.stride,
            std::vector<std::int64_t>{stem.padding, stem.padding});
        m_stem.emplace(stem.name, register_module(stem.name, convolution));
    }
    for (const Mixed& mixed : kMixed)
        m_blocks.emplace(
            mixed.name,
            register_module(mixed.name, InceptionBlock(mixed.kind, mixed.in, mixed.width)));
    register_module("fc", std::make_shared<Classifier>());
    eval();
    for (auto& parameter : parameters())
        parameter.set_requires_grad(false);
}

InceptionFeatures InceptionV3Impl::forward(const at::Tensor& images) {
    tensor::checkShape(images, {tensor::kAny, 3, kSide, kSide}, "images");
    at::Tensor x = images;
    for (const StemConv& stem : kStem) {
        x = m_stem.at(stem.name)->forward(x);
        const std::string name = stem.name;
        if (name == "Conv2d_2b_3x3" || name == "Conv2d_4a_3x3")
            x = at::max_pool2d(x, 3, 2);
    }
    InceptionFeatures features;
    for (const Mixed& mixed : kMixed) {
        if (std::string(mixed.name) == "Mixed_6d")
            features.spatial = m_blocks.at(mixed.name)
                                   ->plainBranch(x)
                                   .narrow(1, 0, kSpatialChannels)
                                   .flatten(1); // [B, 7 * 17 * 17]
        x = m_blocks.at(mixed.name)->forward(x);
    }
    features.pooled = x.mean({2, 3});
    features.logits = features.pooled.matmul(named_parameters()["fc.weight"].t());
    return features;
}

} // namespace hierascope::models
