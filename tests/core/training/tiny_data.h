// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/io/dataset.h"

namespace hierascope::training {

/// Pictures made from their own number: smooth, all different.
class TinyData : public io::ImageDataset {
public:
    TinyData(std::int64_t size, int side) : m_size(size), m_side(side) {}

    std::int64_t size() const override { return m_size; }
    Result<ImageRgb8> image(std::int64_t index) const override {
        ImageRgb8 image(m_side, m_side);
        for (std::size_t i = 0; i < image.pixels.size(); ++i)
            image.pixels[i] =
                static_cast<std::uint8_t>((static_cast<std::size_t>(index) * 37 + i / 7) % 256);
        return image;
    }
    std::optional<int> label(std::int64_t) const override { return std::nullopt; }
    const std::vector<std::string>& classes() const override { return m_classes; }
    std::string description() const override { return "tiny"; }
    const std::map<std::string, std::string>& metadata() const override { return m_metadata; }

private:
    std::int64_t m_size;
    int m_side;
    std::vector<std::string> m_classes;
    std::map<std::string, std::string> m_metadata;
};

/// A HieraTok of a few thousand parameters for 16 x 16 pictures.
inline nlohmann::json tinyModelConfig() {
    const nlohmann::json vit{{"layers", 1}, {"width", 16}, {"heads", 2}, {"mlp_ratio", 2.0}};
    return {{"format", 1},
            {"family", "hieratok"},
            {"options",
             {{"image_size", 16},
              {"patch_size", 4},
              {"latent_channels", 4},
              {"scales", {1, 2, 4}},
              {"encoder", vit},
              {"decoder", vit}}},
            {"preprocess", {{"size", 16}, {"range", {-1, 1}}, {"filter", "bicubic"}}}};
}

/// A ResTok of a few thousand parameters for 16 x 16 pictures, with codes that are re-seeded.
inline nlohmann::json tinyResTokConfig() {
    const nlohmann::json size{{"layers", 2}, {"width", 16}, {"heads", 2}};
    return {{"format", 1},
            {"family", "restok"},
            {"options",
             {{"image_size", 16},
              {"encoder", size},
              {"decoder", size},
              {"pixel",
               {{"hidden_channels", 8},
                {"channel_mult", {1, 1, 1}},
                {"num_res_blocks", 1},
                {"z_channels", 8},
                {"group_norm_groups", 4}}},
              {"codebook_size", 16},
              {"token_size", 4},
              {"num_latent_tokens", 16},
              {"num_min_tokens", 1},
              {"hierarchy_stages", 2},
              {"is_legacy", false}}},
            {"preprocess", {{"size", 16}, {"range", {0, 1}}, {"filter", "bicubic"}}}};
}

} // namespace hierascope::training
