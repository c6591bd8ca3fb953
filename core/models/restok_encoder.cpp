// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/restok_encoder.h"

#include <algorithm>
#include <cmath>

#include <ATen/ops/adaptive_avg_pool2d.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/upsample_nearest1d.h>
#include <ATen/ops/upsample_nearest2d.h>

#include "core/models/rotary.h"
#include "core/tensor/shape.h"

namespace hierascope::models {

namespace {

/// [B, T, D] along T, as `interpolate(mode="nearest")` does.
at::Tensor nearestTokens(const at::Tensor& rows, std::int64_t count) {
    return at::upsample_nearest1d(rows.transpose(1, 2), {count}).transpose(1, 2);
}

/// [B, D, h, w] to [B, h w, D].
at::Tensor rowsOf(const at::Tensor& map) {
    return map.flatten(2).transpose(1, 2);
}

} // namespace

PatchProjectionImpl::PatchProjectionImpl(std::int64_t patch, std::int64_t width) {
    proj = register_module(
        "proj", torch::nn::Conv2d(torch::nn::Conv2dOptions(3, width, patch).stride(patch)));
}

torch::nn::ParameterList makeLevelEmbeddings(std::size_t count, std::int64_t width) {
    torch::nn::ParameterList list;
    for (std::size_t i = 0; i < count; ++i)
        list->append((at::randn({1, width}) / std::sqrt(static_cast<double>(width)))
                         .set_requires_grad(true)); // a list takes a tensor as it is
    return list;
}

at::Tensor withLevelEmbeddings(const at::Tensor& rows, const ResTokOptions& options,
                               torch::nn::ParameterList& embeddings) {
    const auto tokens = options.levelTokens();
    std::vector<at::Tensor> perToken;
    for (std::size_t level = 0; level < tokens.size(); ++level)
        perToken.push_back((*embeddings)[level].expand({tokens[level], -1}));
    return rows + at::cat(perToken); // [B, N, D]
}

ResTokEncoderImpl::ResTokEncoderImpl(const ResTokOptions& options)
    : m_options(options), m_mergingLayers(options.mergingLayers()) {
    const std::int64_t width = options.encoder.width;
    if (options.pixelEncoder)
        m_features = register_module("patch_embed", torch::nn::Conv2d(torch::nn::Conv2dOptions(
                                                        options.pixel.latentChannels, width, 1)));
    else
        m_patches = register_module("patch_embed", PatchProjection(options.patchSize(), width));
    ln_pre = register_module("ln_pre", makeResTokNorm(width));
    blocks = register_module("blocks", torch::nn::ModuleList());
    for (std::int64_t layer = 0; layer < options.encoder.layers; ++layer)
        blocks->push_back(ResTokBlock(options.encoder));
    ln_post = register_module("ln_post", makeResTokNorm(width));
    level_embedding =
        register_module("level_embedding", makeLevelEmbeddings(m_mergingLayers.size() + 1, width));
    const std::size_t levels = options.levelTokens().size();
    latent_token_level_embedding =
        register_module("latent_token_level_embedding", makeLevelEmbeddings(levels, width));
    const auto makeHead = [&] {
        return torch::nn::Conv2d(torch::nn::Conv2dOptions(width, options.tokenSize, 1));
    };
    if (options.multiQuant) {
        conv_out = register_module("conv_out", torch::nn::ModuleList());
        for (std::size_t level = 0; level < levels; ++level)
            conv_out->push_back(makeHead());
    } else {
        m_head = register_module("conv_out", makeHead());
    }
    prepareSettings();
}

/// Positions and masks depend on how many hierarchies there are, and on nothing else.
void ResTokEncoderImpl::prepareSettings() {
    const auto grids = m_options.hierarchyGrids();
    const auto latents = m_options.levelTokens();
    const std::int64_t headWidth = m_options.encoder.width / m_options.encoder.heads;
    for (std::size_t count = 1; count <= grids.size(); ++count) {
        TokenPositions positions;
        std::vector<std::int64_t> sizes;
        for (std::size_t i = grids.size() - count; i < grids.size(); ++i) {
            positions.appendGrid(grids[i].first, grids[i].second);
            sizes.push_back(grids[i].first * grids[i].second);
        }
        positions.appendRow(m_options.latentTokens);
        sizes.insert(sizes.end(), latents.begin(), latents.end());
        m_settings.push_back(
            {rotations(positions, headWidth, static_cast<double>(m_options.ropeBase)),
             blockCausalMask(sizes)});
    }
}

/// Pools the features level by level, each from what the coarser ones left.
at::Tensor ResTokEncoderImpl::pooledLatents(const at::Tensor& map) const {
    at::Tensor rest = map;
    std::vector<at::Tensor> rows;
    for (const auto& [height, width] : m_options.levelGrids()) {
        const at::Tensor pooled = at::adaptive_avg_pool2d(rest, {height, width}); // [B, D, h, w]
        rows.push_back(rowsOf(pooled));
        if (m_options.residualLatents)
            rest = rest - at::upsample_nearest2d(pooled, {map.size(2), map.size(3)});
    }
    return at::cat(rows, 1); // [B, N, D]
}

at::Tensor ResTokEncoderImpl::latentRows(const at::Tensor& map, const at::Tensor& latents) const {
    if (latents.defined())
        return latents.unsqueeze(0).expand({map.size(0), -1, -1});
    if (m_options.latentHierarchy)
        return pooledLatents(map);
    return at::adaptive_avg_pool2d(map.flatten(2).unsqueeze(2), {1, m_options.latentTokens})
        .squeeze(2)
        .transpose(1, 2); // [B, N, D]
}

/// The merging that turns `stage` hierarchies into one more.
SequenceChange ResTokEncoderImpl::mergeAt(std::size_t stage) const {
    const auto grids = m_options.hierarchyGrids();
    const auto [rows, columns] = grids[grids.size() - stage];
    const auto [mergedRows, mergedColumns] = grids[grids.size() - stage - 1];
    const std::int64_t count = rows * columns;
    const std::int64_t merged = mergedRows * mergedColumns;
    return [this, count, merged](const at::Tensor& x) {
        const at::Tensor coarsest = x.narrow(1, 0, count);
        const at::Tensor fewer = m_options.merge == TokenMerge::Average
                                     ? coarsest.unflatten(1, {merged, -1}).mean(2)
                                     : nearestTokens(coarsest, merged); // [B, merged, D]
        const at::Tensor left =
            m_options.residualImageTokens ? coarsest - nearestTokens(fewer, count) : coarsest;
        return at::cat({fewer, left, x.narrow(1, count, x.size(1) - count)}, 1);
    };
}

at::Tensor ResTokEncoderImpl::heads(const at::Tensor& latents) {
    const std::int64_t batch = latents.size(0);
    const std::int64_t width = m_options.encoder.width;
    const std::int64_t count = m_options.latentTokens;
    const at::Tensor columns =
        m_options.isLegacy ? latents.reshape({batch, width, count, 1})
                           : latents.transpose(1, 2).unsqueeze(3).contiguous(); // [B, D, N, 1]
    if (m_head)
        return m_head->forward(columns).transpose(2, 3); // [B, C, 1, N]
    std::vector<at::Tensor> parts;
    std::int64_t start = 0;
    const auto tokens = m_options.levelTokens();
    for (std::size_t level = 0; level < tokens.size(); ++level) {
        parts.push_back(conv_out->at<torch::nn::Conv2dImpl>(level).forward(
            columns.narrow(2, start, tokens[level])));
        start += tokens[level];
    }
    return at::cat(parts, 2).transpose(2, 3); // [B, C, 1, N]
}

ResTokEncoding ResTokEncoderImpl::forward(const at::Tensor& features, const at::Tensor& latents,
                                          LayerProbe* probe) {
    const at::Tensor map =
        m_features ? m_features->forward(features) : m_patches->forward(features); // [B, D, h, w]
    const std::int64_t grid = m_options.gridSize();
    tensor::checkShape(map, {tensor::kAny, m_options.encoder.width, grid, grid}, "features");
    const at::Tensor image = rowsOf(map) + (*level_embedding)[0];
    const at::Tensor rows =
        withLevelEmbeddings(latentRows(map, latents), m_options, latent_token_level_embedding);
    at::Tensor x = ln_pre->forward(at::cat({image, rows}, 1)); // [B, h w + N, D]

    std::size_t stage = 1;
    const auto grids = m_options.hierarchyGrids();
    for (std::size_t layer = 0; layer < blocks->size(); ++layer) {
        const auto index = static_cast<std::int64_t>(layer);
        if (probe && probe->beforeLayer)
            probe->beforeLayer(index);
        AttentionSetting& setting = m_settings[stage - 1];
        if (setting.rotations.device() != x.device()) {
            setting.rotations = setting.rotations.to(x.device());
            setting.mask = setting.mask->to(x.device());
        }
        auto& block = blocks->at<ResTokBlockImpl>(layer);
        const bool merges = std::find(m_mergingLayers.begin(), m_mergingLayers.end(), index) !=
                            m_mergingLayers.end();
        x = block.forward(x, setting, merges ? mergeAt(stage) : SequenceChange{},
                          watchOf(probe, index));
        if (probe && probe->afterLayer)
            probe->afterLayer(index, x);
        if (merges) {
            const auto [height, width] = grids[grids.size() - stage - 1];
            const std::int64_t merged = height * width;
            x = at::cat({x.narrow(1, 0, merged) + (*level_embedding)[stage],
                         x.narrow(1, merged, x.size(1) - merged)},
                        1);
            ++stage;
        }
    }

    ResTokEncoding result;
    const std::int64_t count = m_options.latentTokens;
    result.latents = ln_post->forward(x.narrow(1, x.size(1) - count, count)); // [B, N, D]
    result.z = heads(result.latents);
    std::int64_t start = 0;
    for (const auto& [height, width] : grids) {
        result.imageTokens.push_back(x.narrow(1, start, height * width));
        start += height * width;
    }
    return result;
}

} // namespace hierascope::models
