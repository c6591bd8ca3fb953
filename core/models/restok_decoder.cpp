// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/restok_decoder.h"

#include <cmath>

#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/upsample_nearest2d.h>
#include <ATen/ops/where.h>

#include "core/models/restok_encoder.h"
#include "core/models/rotary.h"
#include "core/tensor/shape.h"

namespace hierascope::models {

ResTokDecoderImpl::ResTokDecoderImpl(const ResTokOptions& options) : m_options(options) {
    const std::int64_t width = options.decoder.width;
    const double scale = 1.0 / std::sqrt(static_cast<double>(width));
    latent_mask_token =
        register_parameter("latent_mask_token", scale * at::randn({1, 1, options.tokenSize}));
    if (options.learnableImageTokens)
        mask_token = register_parameter("mask_token", scale * at::randn({1, 1, width}));
    if (options.alignmentChannels > 0)
        feat_mask_token = register_parameter("feat_mask_token", scale * at::randn({1, 1, width}));
    ln_pre = register_module("ln_pre", makeResTokNorm(width));
    blocks = register_module("blocks", torch::nn::ModuleList());
    for (std::int64_t layer = 0; layer < options.decoder.layers; ++layer)
        blocks->push_back(ResTokBlock(options.decoder));
    ln_post = register_module("ln_post", makeResTokNorm(width));
    ffn = register_module(
        "ffn", torch::nn::Conv2d(torch::nn::Conv2dOptions(width, options.pixel.latentChannels, 1)));
    const std::size_t levels = options.levelTokens().size();
    latent_token_level_embedding =
        register_module("latent_token_level_embedding", makeLevelEmbeddings(levels, width));
    if (options.multiQuant) {
        decoder_embed = register_module("decoder_embed", torch::nn::ModuleList());
        for (std::size_t level = 0; level < levels; ++level)
            decoder_embed->push_back(torch::nn::Linear(options.tokenSize, width));
    } else {
        m_embed = register_module("decoder_embed", torch::nn::Linear(options.tokenSize, width));
    }
    TokenPositions positions;
    positions.appendRow(options.latentTokens);
    positions.appendGrid(options.gridSize(), options.gridSize());
    m_setting.rotations =
        rotations(positions, width / options.decoder.heads, static_cast<double>(options.ropeBase));
}

at::Tensor ResTokDecoderImpl::embed(const at::Tensor& rows) {
    if (m_embed)
        return m_embed->forward(rows); // [B, N, D]
    std::vector<at::Tensor> parts;
    std::int64_t start = 0;
    const auto tokens = m_options.levelTokens();
    for (std::size_t level = 0; level < tokens.size(); ++level) {
        parts.push_back(decoder_embed->at<torch::nn::LinearImpl>(level).forward(
            rows.narrow(1, start, tokens[level])));
        start += tokens[level];
    }
    return at::cat(parts, 1); // [B, N, D]
}

/// Every level enlarged to the grid; residual levels are summed, others averaged.
at::Tensor ResTokDecoderImpl::spread(const at::Tensor& rows) const {
    const std::int64_t grid = m_options.gridSize();
    at::Tensor sum;
    std::int64_t start = 0;
    const auto grids = m_options.levelGrids();
    for (const auto& [height, width] : grids) {
        const auto map = rows.narrow(1, start, height * width)
                             .transpose(1, 2)
                             .unflatten(2, {height, width})
                             .contiguous(); // [B, D, h, w] of the level
        const auto enlarged = at::upsample_nearest2d(map, {grid, grid});
        sum = sum.defined() ? sum + enlarged : enlarged;
        start += height * width;
    }
    if (!m_options.residualLatents)
        sum = sum / static_cast<double>(grids.size());
    return sum.flatten(2).transpose(1, 2); // [B, h w, D]
}

at::Tensor ResTokDecoderImpl::mapOf(const at::Tensor& rows) const {
    const std::int64_t grid = m_options.gridSize();
    return rows.transpose(1, 2).unflatten(2, {grid, grid}).contiguous(); // [B, D, h, w]
}

ResTokFeatures ResTokDecoderImpl::forward(const at::Tensor& vectors, const at::Tensor& keep,
                                          LayerProbe* probe, bool aligns) {
    const std::int64_t count = m_options.latentTokens;
    const std::int64_t batch = vectors.size(0);
    tensor::checkShape(vectors, {tensor::kAny, m_options.tokenSize, 1, count}, "vectors");
    at::Tensor rows = vectors.squeeze(2).transpose(1, 2); // [B, N, C]
    if (keep.defined()) {
        const at::Tensor kept =
            keep.dim() == 2 ? keep // [B, N]
                            : at::arange(count, keep.options()).unsqueeze(0) < keep.unsqueeze(1);
        rows = at::where(kept.unsqueeze(2), rows, latent_mask_token.to(rows.scalar_type()));
    }
    rows = embed(rows);
    const std::int64_t patches = m_options.gridSize() * m_options.gridSize();
    at::Tensor image =
        mask_token.defined() ? mask_token.expand({batch, patches, -1}) : spread(rows);
    rows = withLevelEmbeddings(rows, m_options, latent_token_level_embedding);
    if (aligns) {
        TORCH_CHECK(feat_mask_token.defined(), "This model has no alignment tokens.");
        image = at::cat({image, feat_mask_token.expand({batch, patches, -1})});
        rows = at::cat({rows, rows});
    }
    at::Tensor x = ln_pre->forward(at::cat({rows, image}, 1)); // [B, N + h w, D]
    if (m_setting.rotations.device() != x.device())
        m_setting.rotations = m_setting.rotations.to(x.device());
    for (std::size_t layer = 0; layer < blocks->size(); ++layer) {
        const auto index = static_cast<std::int64_t>(layer);
        if (probe && probe->beforeLayer)
            probe->beforeLayer(index);
        auto& block = blocks->at<ResTokBlockImpl>(layer);
        x = block.forward(x, m_setting, {}, watchOf(probe, index));
        if (probe && probe->afterLayer)
            probe->afterLayer(index, x);
    }
    x = x.narrow(1, count, patches);
    ResTokFeatures features;
    if (aligns) {
        features.alignment = mapOf(x.narrow(0, batch, batch));
        x = x.narrow(0, 0, batch);
    }
    features.image = ffn->forward(mapOf(ln_post->forward(x)));
    return features;
}

} // namespace hierascope::models
