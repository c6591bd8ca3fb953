// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/lpips_vgg.h"

#include <array>
#include <string>

#include <ATen/ops/max_pool2d.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/zeros.h>
#include <c10/core/GradMode.h>
#include <torch/nn/modules/conv.h>

namespace hierascope::models {

namespace {

/// Numbers of the convolutions of each slice, and their channels.
struct Slice {
    std::array<int, 3> numbers; ///< 0 at the end: there are but two
    std::int64_t in;
    std::int64_t out;
};
constexpr std::array<Slice, 5> kSlices{Slice{{0, 2, -1}, 3, 64}, Slice{{5, 7, -1}, 64, 128},
                                       Slice{{10, 12, 14}, 128, 256}, Slice{{17, 19, 21}, 256, 512},
                                       Slice{{24, 26, 28}, 512, 512}};

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

LpipsVggImpl::LpipsVggImpl()
    : m_shift(at::tensor({-0.030, -0.088, -0.188}, at::kFloat).view({1, 3, 1, 1})),
      m_scale(at::tensor({0.458, 0.448, 0.450}, at::kFloat).view({1, 3, 1, 1})) {
    for (std::size_t s = 0; s < kSlices.size(); ++s) {
        auto slice = std::make_shared<torch::nn::Module>();
        std::vector<std::shared_ptr<torch::nn::Module>> convolutions;
        std::int64_t in = kSlices[s].in;
        for (const int number : kSlices[s].numbers) {
            if (number < 0)
                continue;
            const auto conv =
                torch::nn::Conv2d(torch::nn::Conv2dOptions(in, kSlices[s].out, 3).padding(1));
            convolutions.push_back(slice->register_module(std::to_string(number), conv.ptr()));
            in = kSlices[s].out;
        }
        m_slices.push_back(convolutions);
        register_module("slice" + std::to_string(s + 1), slice);
        const auto linear = std::make_shared<Weight>(kSlices[s].out);
        register_module("lin" + std::to_string(s), linear);
        m_weights.push_back(linear);
    }
    for (auto& parameter : parameters())
        parameter.set_requires_grad(false);
    eval();
}

std::vector<at::Tensor> LpipsVggImpl::features(const at::Tensor& images) {
    at::Tensor x = (images - m_shift.to(images.options())) / m_scale.to(images.options());
    std::vector<at::Tensor> taps;
    for (const auto& slice : m_slices) {
        if (!taps.empty())
            x = at::max_pool2d(x, 2, 2);
        for (const auto& convolution : slice)
            x = convolution->as<torch::nn::Conv2d>()->forward(x).relu();
        taps.push_back(x);
    }
    return taps;
}

at::Tensor LpipsVggImpl::forward(const at::Tensor& images, const at::Tensor& references) {
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

std::string lpipsTensorName(const std::string& name) {
    std::string ours = name.starts_with("net.") ? name.substr(4) : name;
    const std::string inside = ".model.1.";
    if (const auto at = ours.find(inside); ours.starts_with("lin") && at != std::string::npos)
        ours.replace(at, inside.size(), ".");
    return ours;
}

} // namespace hierascope::models
