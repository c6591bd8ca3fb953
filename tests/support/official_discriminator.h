// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/io/json_file.h"
#include "core/io/tensor_file.h"
#include "core/models/dino_discriminator.h"
#include "core/models/state_dict.h"
#include "tests/support/rule_weights.h"

namespace hierascope::testing {

inline const std::filesystem::path kOfficialLosses = HIERASCOPE_TEST_DATA "/official/restok_losses";

inline const nlohmann::json& officialLosses() {
    static const nlohmann::json object = *io::readJsonFile(kOfficialLosses / "expected.json");
    return object;
}

inline at::Tensor officialTensor(const std::string& name) {
    static const io::TensorMap tensors = *io::loadTensors(kOfficialLosses / "expected.safetensors");
    return tensors.at(name);
}

inline double maxDifference(const at::Tensor& a, const at::Tensor& b) {
    EXPECT_EQ(a.sizes(), b.sizes());
    return (a - b).abs().max().item<double>();
}

/// The tensor of a name's place in a sorted list: matrices about 1 / sqrt(fan in), biases small,
/// other vectors about 1.
inline at::Tensor rankedTensor(const std::string& name, at::IntArrayRef shape, std::uint32_t rank) {
    if (shape.size() >= 2) {
        double fan = 1.0;
        for (const std::int64_t size : shape.slice(1))
            fan *= static_cast<double>(size);
        const double bound = std::sqrt(3.0 / fan);
        return numbersByRule(shape, rank, 2.0 * bound, -bound);
    }
    return name.ends_with("bias") ? numbersByRule(shape, rank, 0.1, -0.05)
                                  : numbersByRule(shape, rank, 0.2, 0.9);
}

/// The discriminator that the official numbers were made with: three blocks, read after 0 and 2.
inline models::DinoDiscriminator officialDiscriminator() {
    models::DinoDiscriminatorOptions options;
    options.depth = 3;
    options.keyDepths = {0, 2};
    models::DinoDiscriminator discriminator(options);
    const nlohmann::json& rules = officialLosses()["dino_disc"];
    const torch::NoGradGuard guard;
    auto backbone = models::stateDict(*discriminator->backbone());
    std::uint32_t rank = 12100;
    for (const std::string name : rules["dino_names"]) {
        if (const auto found = backbone.find(name); found != backbone.end())
            found->second.copy_(rankedTensor(name, found->second.sizes(), rank));
        ++rank;
    }
    for (const auto& [name, number] :
         {std::pair{"cls_token", 12300}, std::pair{"pos_embed", 12301}})
        backbone.at(name).copy_(numbersByRule(backbone.at(name).sizes(),
                                              static_cast<std::uint32_t>(number), 0.4, -0.2));
    auto heads = models::stateDict(*discriminator);
    rank = 12200;
    for (const std::string name : rules["head_names"]) {
        at::Tensor tensor = heads.at("heads." + name);
        tensor.copy_(rankedTensor(name, tensor.sizes(), rank++));
    }
    rank = 12310;
    for (const std::string name : rules["buffers"]) {
        at::Tensor tensor = heads.at("heads." + name);
        tensor.copy_(numbersByRule(tensor.sizes(), rank++, 2.0, -1.0));
        tensor.div_(tensor.norm());
    }
    return discriminator;
}

/// A DINO of 12 x 12 pixels and three narrow blocks, with the names of DINO's own files.
inline io::TensorMap tinyDino() {
    models::DinoDiscriminatorOptions options;
    options.width = 64;
    options.heads = 1;
    options.depth = 3;
    options.imageSize = 12;
    options.patchSize = 4;
    models::DinoBackbone backbone(options);
    io::TensorMap tensors;
    std::uint32_t rank = 0;
    for (const auto& [name, tensor] : models::stateDict(*backbone))
        tensors[name] = rankedTensor(name, tensor.sizes(), rank++);
    tensors["norm.weight"] = numbersByRule({64}, rank);
    tensors["norm.bias"] = numbersByRule({64}, rank);
    return tensors;
}

} // namespace hierascope::testing
