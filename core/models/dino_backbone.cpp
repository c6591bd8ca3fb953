// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/dino_backbone.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/adaptive_avg_pool2d.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/gelu.h>
#include <ATen/ops/scaled_dot_product_attention.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/upsample_bicubic2d.h>
#include <ATen/ops/zeros.h>
#include <c10/util/Exception.h>
#include <torch/nn/modules/linear.h>
#include <torch/nn/modules/normalization.h>

namespace hierascope::models {

namespace {

torch::nn::LayerNorm makeNorm(std::int64_t width) {
    return torch::nn::LayerNorm(torch::nn::LayerNormOptions({width}).eps(1e-6));
}

class Attention : public torch::nn::Module {
public:
    Attention(std::int64_t width, std::int64_t heads) : m_heads(heads) {
        qkv = register_module("qkv", torch::nn::Linear(width, 3 * width));
        proj = register_module("proj", torch::nn::Linear(width, width));
    }

    at::Tensor forward(const at::Tensor& x) {
        const std::int64_t batch = x.size(0);
        const std::int64_t tokens = x.size(1);
        const auto split = qkv->forward(x)                            // [B, T, 3 D]
                               .view({batch, tokens, 3, m_heads, -1}) // [B, T, 3, A, E]
                               .permute({2, 0, 3, 1, 4})              // [3, B, A, T, E]
                               .unbind(0);
        const auto attended =
            at::scaled_dot_product_attention(split[0], split[1], split[2]); // [B, A, T, E]
        return proj->forward(attended.transpose(1, 2).reshape({batch, tokens, -1}));
    }

private:
    std::int64_t m_heads;
    torch::nn::Linear qkv{nullptr};
    torch::nn::Linear proj{nullptr};
};

class Mlp : public torch::nn::Module {
public:
    explicit Mlp(std::int64_t width) {
        fc1 = register_module("fc1", torch::nn::Linear(width, 4 * width));
        fc2 = register_module("fc2", torch::nn::Linear(4 * width, width));
    }

    at::Tensor forward(const at::Tensor& x) {
        return fc2->forward(at::gelu(fc1->forward(x), "tanh"));
    }

private:
    torch::nn::Linear fc1{nullptr};
    torch::nn::Linear fc2{nullptr};
};

class Block : public torch::nn::Module {
public:
    Block(std::int64_t width, std::int64_t heads) {
        norm1 = register_module("norm1", makeNorm(width));
        attn = register_module("attn", std::make_shared<Attention>(width, heads));
        norm2 = register_module("norm2", makeNorm(width));
        mlp = register_module("mlp", std::make_shared<Mlp>(width));
    }

    at::Tensor forward(const at::Tensor& x) {
        const auto middle = x + attn->forward(norm1->forward(x));
        return middle + mlp->forward(norm2->forward(middle));
    }

private:
    torch::nn::LayerNorm norm1{nullptr};
    std::shared_ptr<Attention> attn;
    torch::nn::LayerNorm norm2{nullptr};
    std::shared_ptr<Mlp> mlp;
};

/// Patch tokens plus the class token.
at::Tensor readout(const at::Tensor& x) {
    return (x.narrow(1, 1, x.size(1) - 1) + x.narrow(1, 0, 1)).transpose(1, 2); // [B, D, T]
}

} // namespace

DinoBackboneImpl::DinoBackboneImpl(const DinoDiscriminatorOptions& options) : m_options(options) {
    const auto mean = at::tensor({0.485, 0.456, 0.406}, at::kFloat).view({1, 3, 1, 1});
    const auto deviation = at::tensor({0.229, 0.224, 0.225}, at::kFloat).view({1, 3, 1, 1});
    m_scale = 0.5 / deviation;
    m_shift = (0.5 - mean) / deviation;
    cls_token = register_parameter("cls_token", at::zeros({1, 1, options.width}));
    pos_embed =
        register_parameter("pos_embed", at::zeros({1, 1 + options.tokens(), options.width}));
    auto patchEmbed = std::make_shared<torch::nn::Module>();
    proj = patchEmbed->register_module(
        "proj", torch::nn::Conv2d(torch::nn::Conv2dOptions(3, options.width, options.patchSize)
                                      .stride(options.patchSize)));
    register_module("patch_embed", patchEmbed);
    blocks = register_module("blocks", torch::nn::ModuleList());
    for (std::int64_t i = 0; i < options.depth; ++i)
        blocks->push_back(std::make_shared<Block>(options.width, options.heads));
    for (auto& parameter : parameters())
        parameter.set_requires_grad(false);
    eval();
}

at::Tensor DinoBackboneImpl::fitted(const at::Tensor& images,
                                    const std::optional<PictureCrop>& crop) const {
    const std::int64_t side = m_options.imageSize;
    if (crop)
        return images.narrow(2, crop->top, side).narrow(3, crop->left, side);
    return images.size(2) > side
               ? at::adaptive_avg_pool2d(images, {side, side})
               : at::upsample_bicubic2d(images, {side, side}, /*align_corners=*/false);
}

std::vector<at::Tensor> DinoBackboneImpl::forward(const at::Tensor& images,
                                                  const std::optional<PictureCrop>& crop) {
    TORCH_CHECK(images.dim() == 4 && images.size(1) == 3, "The discriminator's pictures are ",
                images.sizes(), ", expected [B, 3, Y, X].");
    const auto wanted = pos_embed.options(); // float32, whatever the pictures are
    const auto normal = m_scale.to(wanted) * (images.to(wanted) * 2.0 - 1.0) + m_shift.to(wanted);
    const auto patches =
        proj->forward(fitted(normal, crop)).flatten(2).transpose(1, 2); // [B, T, D]
    auto x = at::cat({cls_token.expand({images.size(0), -1, -1}), patches}, 1) + pos_embed;
    std::vector<at::Tensor> readouts{readout(x)};
    for (std::int64_t i = 0; i <= m_options.lastKeyDepth(); ++i) {
        x = blocks->ptr<Block>(static_cast<std::size_t>(i))->forward(x); // [B, 1 + T, D]
        if (m_options.isKeyDepth(i))
            readouts.push_back(readout(x));
    }
    return readouts;
}

} // namespace hierascope::models
