// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/lpips.h"

#include <string>

#include <ATen/ops/max_pool2d.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/zeros.h>
#include <c10/core/GradMode.h>
#include <torch/nn/modules/conv.h>

namespace hierascope::models {

namespace {

/// One convolution, as torchvision counts and sizes it.
struct Convolution {
    int number;
    std::int64_t in;
    std::int64_t out;
    std::int64_t kernel = 3;
    std::int64_t stride = 1;
    std::int64_t padding = 1;
};

/// The convolutions up to an activation that is compared.
struct Slice {
    std::int64_t pool; ///< pixels of the largest-value pooling before it, stride 2; 0: none
    std::vector<Convolution> convolutions;
};

std::vector<Slice> slicesOf(LpipsBackbone backbone) {
    if (backbone == LpipsBackbone::AlexNet)
        return {{0, {{0, 3, 64, 11, 4, 2}}},
                {3, {{3, 64, 192, 5, 1, 2}}},
                {3, {{6, 192, 384}}},
                {0, {{8, 384, 256}}},
                {0, {{10, 256, 256}}}};
    return {{0, {{0, 3, 64}, {2, 64, 64}}},
            {2, {{5, 64, 128}, {7, 128, 128}}},
            {2, {{10, 128, 256}, {12, 256, 256}, {14, 256, 256}}},
            {2, {{17, 256, 512}, {19, 512, 512}, {21, 512, 512}}},
            {2, {{24, 512, 512}, {26, 512, 512}, {28, 512, 512}}}};
}

/// The slice, counted from 1, of a convolution; 0 where the network has no such.
int sliceOf(const std::string& number, LpipsBackbone backbone) {
    int count = 0;
    for (const Slice& slice : slicesOf(backbone)) {
        ++count;
        for (const Convolution& convolution : slice.convolutions) {
            if (std::to_string(convolution.number) == number)
                return count;
        }
    }
    return 0;
}

at::Tensor unitLength(const at::Tensor& features) {
    return features / (features.square().sum(1, /*keepdim=*/true).sqrt() + 1e-10);
}

/// A module with one tensor, so that the tensor's name has a dot.
class Weight : public torch::nn::Module {
public:
    explicit Weight(std::int64_t channels)
        : weight(register_parameter("weight", at::zeros({1, channels, 1, 1}))) {}
    at::Tensor weight;
};

} // namespace

LpipsImpl::LpipsImpl(LpipsBackbone backbone)
    : m_isVgg(backbone == LpipsBackbone::Vgg16),
      m_shift(at::tensor({-0.030, -0.088, -0.188}, at::kFloat).view({1, 3, 1, 1})),
      m_scale(at::tensor({0.458, 0.448, 0.450}, at::kFloat).view({1, 3, 1, 1})) {
    int number = 0;
    for (const Slice& description : slicesOf(backbone)) {
        auto slice = std::make_shared<torch::nn::Module>();
        std::vector<std::shared_ptr<torch::nn::Module>> convolutions;
        for (const Convolution& size : description.convolutions) {
            const auto convolution =
                torch::nn::Conv2d(torch::nn::Conv2dOptions(size.in, size.out, size.kernel)
                                      .stride(size.stride)
                                      .padding(size.padding));
            convolutions.push_back(
                slice->register_module(std::to_string(size.number), convolution.ptr()));
        }
        m_slices.push_back(convolutions);
        const auto linear = std::make_shared<Weight>(description.convolutions.back().out);
        register_module("lin" + std::to_string(number), linear);
        m_weights.push_back(linear);
        register_module("slice" + std::to_string(++number), slice);
    }
    for (auto& parameter : parameters())
        parameter.set_requires_grad(false);
    eval();
}

std::vector<at::Tensor> LpipsImpl::features(const at::Tensor& images) {
    at::Tensor x = (images - m_shift.to(images.options())) / m_scale.to(images.options());
    std::vector<at::Tensor> taps;
    const auto slices = slicesOf(m_isVgg ? LpipsBackbone::Vgg16 : LpipsBackbone::AlexNet);
    for (std::size_t i = 0; i < m_slices.size(); ++i) {
        if (const std::int64_t pool = slices[i].pool; pool > 0)
            x = at::max_pool2d(x, pool, 2);
        for (const auto& convolution : m_slices[i])
            x = convolution->as<torch::nn::Conv2d>()->forward(x).relu();
        taps.push_back(x);
    }
    return taps;
}

at::Tensor LpipsImpl::forward(const at::Tensor& images, const at::Tensor& references) {
    std::vector<at::Tensor> wanted;
    {
        const c10::NoGradGuard guard;
        wanted = features(references);
    }
    const auto found = features(images);
    at::Tensor distance = at::zeros({images.size(0)}, images.options());
    for (std::size_t tap = 0; tap < found.size(); ++tap) {
        const auto square = (unitLength(found[tap]) - unitLength(wanted[tap])).square();
        distance =
            distance + (square * m_weights[tap]->named_parameters()["weight"]).sum(1).mean({1, 2});
    }
    return distance; // [B]
}

LpipsBackbone lpipsBackboneOf(const std::map<std::string, at::Tensor>& tensors) {
    for (const auto& [name, tensor] : tensors) {
        const bool isFirst = name.ends_with("slice1.0.weight") || name == "features.0.weight";
        if (isFirst && tensor.dim() == 4)
            return tensor.size(2) == 11 ? LpipsBackbone::AlexNet : LpipsBackbone::Vgg16;
    }
    return LpipsBackbone::Vgg16;
}

std::string lpipsTensorName(const std::string& name, LpipsBackbone backbone) {
    for (const char* other : {"scaling_layer", "classifier.", "lins."}) {
        if (name.starts_with(other))
            return {};
    }
    const std::string classifier = "features.";
    if (name.starts_with(classifier)) {
        const std::string rest = name.substr(classifier.size()); // 0.weight
        const int slice = sliceOf(rest.substr(0, rest.find('.')), backbone);
        return "slice" + std::to_string(slice) + "." + rest;
    }
    std::string ours = name.starts_with("net.") ? name.substr(4) : name;
    const std::string inside = ".model.1.";
    if (const auto at = ours.find(inside); ours.starts_with("lin") && at != std::string::npos)
        ours.replace(at, inside.size(), ".");
    return ours;
}

std::map<std::string, at::Tensor> lpipsTensors(const std::map<std::string, at::Tensor>& tensors,
                                               LpipsBackbone backbone) {
    std::map<std::string, at::Tensor> ours;
    for (const auto& [name, tensor] : tensors)
        if (const auto own = lpipsTensorName(name, backbone); !own.empty())
            ours[own] = tensor;
    return ours;
}

} // namespace hierascope::models
