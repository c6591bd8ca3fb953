// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/inside/hieratok_tokenizer.h"

#include <numbers>
#include <utility>

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/randn.h>
#include <c10/core/InferenceMode.h>

#include "core/runtime/guard.h"
#include "core/runtime/level_figures.h"
#include "core/runtime/tensor_values.h"

namespace hierascope::runtime {

namespace {

/// Values at the finest level are all values: the tokens so far times the latent's channels.
std::int64_t valuesSoFar(const ModelInfo& info, std::size_t level) {
    std::int64_t tokens = 0;
    for (std::size_t i = 0; i <= level; ++i)
        tokens += info.levels[i].tokens();
    return tokens * info.latentChannels;
}

} // namespace

HieraTokTokenizer::Encoded HieraTokTokenizer::encodeInput(const ImageRgb8& input,
                                                          const EncodeOptions& options,
                                                          const TaskContext& context) {
    models::LayerProbe probe;
    stopBetweenLayers(probe, context);
    const models::Posterior raw =
        (*m_model)->posterior(m_preprocessing.modelFromPixels(input).to(m_device, m_type), &probe);
    Encoded encoded;
    encoded.posterior = {raw.mean.to(at::kCPU, at::kFloat), raw.logvar.to(at::kCPU, at::kFloat)};
    checkFinite(encoded.posterior.mean, "a latent mean");
    checkFinite(encoded.posterior.logvar, "a latent log-variance");
    at::Tensor latent = encoded.posterior.mean;
    if (options.sample) {
        const at::Generator generator = at::detail::createCPUGenerator(options.seed);
        latent = encoded.posterior.sample(at::randn(latent.sizes(), generator));
    }
    encoded.latent = latent.to(m_device, m_type);

    TokenPyramid& pyramid = encoded.pyramid;
    pyramid.latentChannels = m_info.latentChannels;
    pyramid.latentRows = m_info.latentRows;
    pyramid.latentColumns = m_info.latentColumns;
    pyramid.latents = valuesOf(latent.flatten(2).transpose(1, 2)); // [1, h*w, C]
    pyramid.mean = valuesOf(encoded.posterior.mean);
    pyramid.logvar = valuesOf(encoded.posterior.logvar);
    for (const LevelInfo& level : m_info.levels)
        pyramid.levels.push_back({level, 0, {}, {}});
    if (options.tokenVectors) {
        const auto tokens = (*m_model)->tokensFromLatent(encoded.latent);
        for (std::size_t level = 0; level < tokens.size(); ++level) {
            pyramid.levels[level].vectorWidth = static_cast<int>(tokens[level].size(2));
            pyramid.levels[level].vectors = valuesOf(tokens[level]);
        }
    }
    return encoded;
}

Result<TokenPyramid> HieraTokTokenizer::encode(const ImageRgb8& image, const EncodeOptions& options,
                                               const TaskContext& context) {
    return guarded([&]() -> Result<TokenPyramid> {
        const c10::InferenceMode inference;
        context.report({0, 1, "Encoding"});
        const ImageRgb8 input = preprocess(image);
        if (context.stopRequested())
            return cancelled();
        Encoded encoded = encodeInput(input, options, context);
        if (context.stopRequested())
            return cancelled();
        context.report({1, 1, "Encoding"});
        return std::move(encoded.pyramid);
    });
}

Result<std::int64_t> HieraTokTokenizer::levelsToKeep(const DecodeOptions& options) const {
    const auto all = static_cast<std::int64_t>(m_info.levels.size());
    if (options.keepLevels && options.keepTokens)
        return failure(ErrorCode::Usage, "Levels and tokens to keep exclude each other.");
    if (options.keepLevels) {
        if (*options.keepLevels < 1 || *options.keepLevels > all)
            return failure(ErrorCode::Usage, "The number of levels to keep is " +
                                                 std::to_string(*options.keepLevels) +
                                                 ", expected 1 to " + std::to_string(all) + ".");
        return *options.keepLevels;
    }
    if (!options.keepTokens)
        return all;
    std::int64_t tokens = 0;
    std::string legal;
    for (std::int64_t level = 0; level < all; ++level) {
        tokens += m_info.levels[static_cast<std::size_t>(level)].tokens();
        if (tokens == *options.keepTokens)
            return level + 1;
        legal += (legal.empty() ? "" : ", ") + std::to_string(tokens);
    }
    return failure(ErrorCode::Usage, "The number of tokens to keep is " +
                                         std::to_string(*options.keepTokens) +
                                         ", expected whole levels: one of " + legal + ".");
}

Result<ImageRgbF32> HieraTokTokenizer::decode(const std::vector<float>& latents,
                                              const DecodeOptions& options,
                                              const TaskContext& context) {
    return guarded([&]() -> Result<ImageRgbF32> {
        const c10::InferenceMode inference;
        const std::int64_t rows = m_info.latentRows;
        const std::int64_t columns = m_info.latentColumns;
        const std::int64_t channels = m_info.latentChannels;
        const auto expected = static_cast<std::size_t>(rows * columns * channels);
        if (latents.size() != expected)
            return failure(ErrorCode::BadData,
                           "The latent map has " + std::to_string(latents.size()) +
                               " numbers, this model expects " + std::to_string(expected) + ".");
        const auto levels = levelsToKeep(options);
        if (!levels)
            return failure(levels);
        if (context.stopRequested())
            return cancelled();
        context.report({0, 1, "Decoding"});
        const at::Tensor tokens = at::from_blob(const_cast<float*>(latents.data()),
                                                {1, rows * columns, channels}, at::kFloat);
        const at::Tensor latent =
            tokens.transpose(1, 2).reshape({1, channels, rows, columns}).to(m_device, m_type);
        models::LayerProbe probe;
        stopBetweenLayers(probe, context);
        const auto pictures = (*m_model)->decode(latent, *levels, &probe);
        context.report({1, 1, "Decoding"});
        if (context.stopRequested())
            return cancelled();
        return m_preprocessing.pixelsFromModel(pictures.back());
    });
}

/// The picture of the finest level or of every one, each from its own and the coarser levels only.
///
/// Under full attention a coarse level would see the finer ones in one common pass, so that each
/// gets a pass of its own there.
std::vector<at::Tensor> HieraTokTokenizer::picturesOf(const std::vector<at::Tensor>& tokens,
                                                      bool everyLevel, const TaskContext& context) {
    models::LayerProbe probe;
    stopBetweenLayers(probe, context);
    std::vector<at::Tensor> pictures;
    const bool isFull = (*m_model)->options().attention == models::ScaleAttention::Full;
    if (!everyLevel || !isFull) {
        pictures = (*m_model)->pixelsFromTokens(tokens, &probe);
        if (!everyLevel)
            pictures.erase(pictures.begin(), pictures.end() - 1);
        return pictures;
    }
    for (auto end = tokens.begin() + 1; end <= tokens.end(); ++end)
        pictures.push_back((*m_model)->pixelsFromTokens({tokens.begin(), end}, &probe).back());
    return pictures;
}

/// Measures every level; the finest is needed from the first on, to be compared with each.
Result<void> HieraTokTokenizer::addLevels(const std::vector<at::Tensor>& pictures,
                                          Reconstruction& result,
                                          const TaskContext& context) const {
    std::vector<ImageRgbF32> decoded;
    for (const at::Tensor& picture : pictures)
        decoded.push_back(m_preprocessing.pixelsFromModel(picture));
    const ImageRgb8 finest = toRgb8(decoded.back());
    const auto total = static_cast<std::int64_t>(decoded.size()) + 2;
    for (std::size_t i = 0; i < decoded.size(); ++i) {
        if (context.stopRequested())
            return cancelled();
        context.report({static_cast<std::int64_t>(i) + 2, total, "Measuring"});
        LevelReconstruction level;
        level.level = m_info.levels[i];
        level.picture = std::move(decoded[i]);
        if (i > 0)
            level.residual = residualOf(level.picture, result.levels.back().picture);
        measureLevel(level, result.input, finest);
        level.values = valuesSoFar(m_info, i);
        result.levels.push_back(std::move(level));
    }
    context.report({total, total, "Measuring"});
    return {};
}

Result<Reconstruction> HieraTokTokenizer::reconstruct(const ImageRgb8& image,
                                                      const EncodeOptions& options,
                                                      const TaskContext& context) {
    return guarded([&]() -> Result<Reconstruction> {
        const c10::InferenceMode inference;
        const auto total = static_cast<std::int64_t>(m_info.levels.size()) + 2;
        context.report({0, total, "Encoding"});
        Reconstruction result;
        result.input = preprocess(image);
        Encoded encoded = encodeInput(result.input, options, context);
        result.pyramid = std::move(encoded.pyramid);
        if (context.stopRequested())
            return cancelled();
        context.report({1, total, "Decoding"});
        const auto tokens = (*m_model)->tokensFromLatent(encoded.latent);
        const auto pictures = picturesOf(tokens, true, context);
        if (const auto added = addLevels(pictures, result, context); !added)
            return failure(added);
        result.levels.back().bits = encoded.posterior.kl().item<double>() / std::numbers::ln2;
        return result;
    });
}

} // namespace hierascope::runtime
