// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/frozen_vit.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include <ATen/TensorOperators.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/gelu.h>
#include <ATen/ops/layer_norm.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/pow.h>
#include <ATen/ops/scaled_dot_product_attention.h>
#include <ATen/ops/upsample_bicubic2d.h>
#include <c10/core/GradMode.h>
#include <c10/util/Exception.h>

namespace hierascope::models {

namespace {

constexpr std::int64_t kHeadWidth = 64;
constexpr double kTemperature = 100.0; // of DINOv3's rotations

tl::unexpected<Error> shapeFailure(const std::string& name, const at::Tensor& tensor,
                                   const std::string& expected) {
    std::string sizes;
    for (const std::int64_t size : tensor.sizes())
        sizes += (sizes.empty() ? "" : ", ") + std::to_string(size);
    return failure(ErrorCode::BadData,
                   "Tensor '" + name + "' is [" + sizes + "], expected " + expected + ".");
}

/// Angles of DINOv3's rotation for a grid: [h w, 64], the second half as the first.
at::Tensor rotationAngles(std::int64_t rows, std::int64_t columns, const at::TensorOptions& type) {
    const auto places = [&type](std::int64_t count) {
        return (at::arange(count, type) + 0.5) / static_cast<double>(count) * 2.0 - 1.0;
    };
    const auto periods = at::pow(kTemperature, at::arange(kHeadWidth / 4, type) * 2.0 /
                                                   static_cast<double>(kHeadWidth / 2));
    const auto row = places(rows).view({-1, 1, 1}).expand({rows, columns, 1});
    const auto column = places(columns).view({1, -1, 1}).expand({rows, columns, 1});
    const double turn = 2.0 * std::numbers::pi;
    const auto half = at::cat({turn * row / periods, turn * column / periods}, 2).flatten(0, 1);
    return at::cat({half, half}, 1);
}

/// Turns the patches of queries or keys; the tokens before them stay.
at::Tensor rotated(const at::Tensor& x, const at::Tensor& angles) {
    const std::int64_t before = x.size(2) - angles.size(0);
    const auto patches = x.narrow(2, before, angles.size(0)); // [B, A, h w, E]
    const auto halves = patches.chunk(2, 3);
    const auto turned = at::cat({-halves[1], halves[0]}, 3);
    return at::cat({x.narrow(2, 0, before), patches * angles.cos() + turned * angles.sin()}, 2);
}

/// One name for what DINO, DINOv3 and timm call differently.
std::string commonName(std::string name) {
    const auto replace = [&name](const std::string& from, const std::string& to) {
        if (const auto at = name.find(from); at != std::string::npos)
            name.replace(at, from.size(), to);
    };
    replace(".gamma_1", ".ls1.gamma");
    replace(".gamma_2", ".ls2.gamma");
    if (name == "reg_token" || name == "storage_tokens")
        name = "register_tokens";
    return name;
}

} // namespace

Result<FrozenVit> FrozenVit::fromTensors(std::map<std::string, at::Tensor> tensors) {
    std::map<std::string, at::Tensor> ours;
    for (auto& [name, tensor] : tensors) {
        if (tensor.is_floating_point())
            ours[commonName(name)] = tensor.to(at::kFloat).contiguous();
    }
    FrozenVit network(std::move(ours));
    if (auto read = network.readSizes(); !read)
        return failure(read);
    if (auto fit = network.requireShapes(); !fit)
        return failure(fit);
    return network;
}

Result<void> FrozenVit::readSizes() {
    for (const char* name : {"patch_embed.proj.weight", "patch_embed.proj.bias", "cls_token"}) {
        if (!m_tensors.contains(name))
            return failure(ErrorCode::BadData, std::string("Tensor '") + name +
                                                   "' is missing, expected a vision transformer "
                                                   "with the names of DINO or timm.");
    }
    const at::Tensor& patches = tensor("patch_embed.proj.weight");
    if (patches.dim() != 4 || patches.size(1) != 3 || patches.size(0) % kHeadWidth != 0)
        return shapeFailure("patch_embed.proj.weight", patches,
                            "[a multiple of 64, 3, patch, patch]");
    m_width = patches.size(0);
    m_patch = patches.size(2);
    if (const auto registers = find("register_tokens"); registers.defined())
        m_registers = registers.dim() == 3 ? registers.size(1) : 0;
    m_isRotating = !m_tensors.contains("pos_embed");
    while (m_tensors.contains("blocks." + std::to_string(m_depth) + ".norm1.weight"))
        ++m_depth;
    return {};
}

/// Checks everything that `features` reads.
Result<void> FrozenVit::requireShapes() const {
    const std::int64_t wide = m_width;
    std::map<std::string, std::vector<std::int64_t>> wanted{
        {"cls_token", {1, 1, wide}}, {"norm.weight", {wide}}, {"norm.bias", {wide}}};
    wanted["patch_embed.proj.bias"] = {wide};
    wanted["patch_embed.proj.weight"] = {wide, 3, m_patch, m_patch};
    if (m_tensors.contains("register_tokens"))
        wanted["register_tokens"] = {1, m_registers, wide};
    std::int64_t inner = 4 * wide;
    if (const auto first = find("blocks.0.mlp.fc1.weight"); first.defined() && first.dim() == 2)
        inner = first.size(0);
    for (std::int64_t i = 0; i < std::max<std::int64_t>(m_depth, 1); ++i) {
        const std::string block = "blocks." + std::to_string(i) + ".";
        for (const char* name : {"norm1.weight", "norm1.bias", "norm2.weight", "norm2.bias",
                                 "attn.proj.bias", "mlp.fc2.bias"})
            wanted[block + name] = {wide};
        wanted[block + "attn.qkv.weight"] = {3 * wide, wide};
        wanted[block + "attn.proj.weight"] = {wide, wide};
        wanted[block + "mlp.fc1.weight"] = {inner, wide};
        wanted[block + "mlp.fc1.bias"] = {inner};
        wanted[block + "mlp.fc2.weight"] = {wide, inner};
        for (const auto& [name, size] :
             {std::pair{"attn.qkv.bias", 3 * wide}, std::pair{"attn.qkv.bias_mask", 3 * wide},
              std::pair{"ls1.gamma", wide}, std::pair{"ls2.gamma", wide}}) {
            if (m_tensors.contains(block + name))
                wanted[block + name] = {size};
        }
    }
    for (const auto& [name, shape] : wanted) {
        const auto found = find(name);
        if (!found.defined())
            return failure(ErrorCode::BadData, "Tensor '" + name +
                                                   "' is missing, expected a vision transformer "
                                                   "with the names of DINO or timm.");
        if (found.sizes() != at::IntArrayRef(shape)) {
            std::string expected;
            for (const std::int64_t size : shape)
                expected += (expected.empty() ? "[" : ", ") + std::to_string(size);
            return shapeFailure(name, found, expected + "]");
        }
    }
    if (m_isRotating)
        return {};
    const auto positions = tensor("pos_embed");
    const auto places = positions.dim() == 3 ? positions.size(1) : -1;
    const auto isSquare = [](std::int64_t n) {
        const auto side =
            std::llround(std::sqrt(static_cast<double>(std::max<std::int64_t>(n, 0))));
        return n > 0 && side * side == n;
    };
    if (positions.dim() != 3 || positions.size(2) != wide ||
        !(isSquare(places) || isSquare(places - 1)))
        return shapeFailure("pos_embed", positions,
                            "[1, a square or one more, " + std::to_string(wide) + "]");
    return {};
}

void FrozenVit::to(at::Device device) {
    for (auto& [name, tensor] : m_tensors)
        tensor = tensor.to(device);
}

at::Tensor FrozenVit::find(const std::string& name) const {
    const auto found = m_tensors.find(name);
    return found == m_tensors.end() ? at::Tensor() : found->second;
}

at::Tensor FrozenVit::linear(const at::Tensor& x, const std::string& name) const {
    auto bias = find(name + ".bias");
    // DINOv3's own files keep a bias of keys that a mask takes away.
    if (const auto mask = find(name + ".bias_mask"); mask.defined() && bias.defined())
        bias = bias * mask.nan_to_num(0.0);
    return at::linear(x, tensor(name + ".weight"), bias);
}

at::Tensor FrozenVit::norm(const at::Tensor& x, const std::string& name) const {
    return at::layer_norm(x, {m_width}, tensor(name + ".weight"), tensor(name + ".bias"),
                          m_isRotating ? 1e-5 : 1e-6);
}

/// Class token, registers and patches with their learned positions: [B, 1 + R + h w, D].
at::Tensor FrozenVit::embedded(const at::Tensor& images) const {
    const auto grid = at::conv2d(images, tensor("patch_embed.proj.weight"),
                                 tensor("patch_embed.proj.bias"), m_patch); // [B, D, h, w]
    auto patches = grid.flatten(2).transpose(1, 2);
    auto first = tensor("cls_token");
    if (!m_isRotating) {
        auto positions = tensor("pos_embed"); // [1, places, D]
        const auto side = static_cast<std::int64_t>(
            std::sqrt(static_cast<double>(positions.size(1)) + 0.5)); // rounds down
        if (side * side != positions.size(1)) {
            first = first + positions.narrow(1, 0, 1);
            positions = positions.narrow(1, 1, positions.size(1) - 1);
        }
        if (side != grid.size(2) || side != grid.size(3))
            positions = at::upsample_bicubic2d(
                            positions.transpose(1, 2).unflatten(2, {side, side}).contiguous(),
                            {grid.size(2), grid.size(3)}, /*align_corners=*/false)
                            .flatten(2)
                            .transpose(1, 2);
        patches = patches + positions;
    }
    std::vector<at::Tensor> tokens{first.expand({images.size(0), -1, -1})};
    if (m_registers > 0)
        tokens.push_back(tensor("register_tokens").expand({images.size(0), -1, -1}));
    tokens.push_back(patches);
    return at::cat(tokens, 1);
}

at::Tensor FrozenVit::attended(const at::Tensor& x, const std::string& block,
                               const at::Tensor& angles) const {
    auto parts = linear(x, block + "attn.qkv")
                     .view({x.size(0), x.size(1), 3, m_width / kHeadWidth, kHeadWidth})
                     .permute({2, 0, 3, 1, 4}) // [3, B, A, T, E]
                     .unbind(0);
    if (m_isRotating) {
        parts[0] = rotated(parts[0], angles);
        parts[1] = rotated(parts[1], angles);
    }
    const auto seen = at::scaled_dot_product_attention(parts[0], parts[1], parts[2]);
    return linear(seen.transpose(1, 2).reshape(x.sizes()), block + "attn.proj");
}

VitFeatures FrozenVit::features(const at::Tensor& images) const {
    TORCH_CHECK(images.dim() == 4 && images.size(1) == 3 && images.size(2) % m_patch == 0 &&
                    images.size(3) % m_patch == 0,
                "The teacher's pictures are ", images.sizes(), ", expected multiples of ", m_patch,
                " pixels.");
    const c10::NoGradGuard guard;
    const std::int64_t rows = images.size(2) / m_patch;
    const std::int64_t columns = images.size(3) / m_patch;
    const auto angles =
        m_isRotating ? rotationAngles(rows, columns, images.options()) : at::Tensor();
    const auto scaled = [this](const at::Tensor& x, const std::string& name) {
        const auto scale = find(name);
        return scale.defined() ? x * scale : x;
    };
    auto x = embedded(images);
    for (std::int64_t i = 0; i < m_depth; ++i) {
        const std::string block = "blocks." + std::to_string(i) + ".";
        x = x + scaled(attended(norm(x, block + "norm1"), block, angles), block + "ls1.gamma");
        const auto inner = at::gelu(linear(norm(x, block + "norm2"), block + "mlp.fc1"));
        x = x + scaled(linear(inner, block + "mlp.fc2"), block + "ls2.gamma");
    }
    x = norm(x, "norm");
    const std::int64_t before = 1 + m_registers;
    return {x.select(1, 0), x.narrow(1, before, rows * columns)
                                .transpose(1, 2)
                                .unflatten(2, {rows, columns})
                                .contiguous()};
}

} // namespace hierascope::models
