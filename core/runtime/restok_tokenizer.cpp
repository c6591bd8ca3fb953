// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/inside/restok_tokenizer.h"

#include <cmath>
#include <utility>

#include <ATen/ops/arange.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/full.h>
#include <c10/core/InferenceMode.h>

#include "core/runtime/guard.h"
#include "core/runtime/level_figures.h"
#include "core/runtime/tensor_values.h"

namespace hierascope::runtime {

ResTokTokenizer::Encoded ResTokTokenizer::encodeInput(const ImageRgb8& input, bool tokenVectors,
                                                      const TaskContext& context) {
    const at::Tensor pixels = m_preprocessing.modelFromPixels(input).to(m_device, m_type);
    throwIfStopped(context);
    models::LayerProbe probe;
    stopBetweenLayers(probe, context);
    const models::ResTokEncoding encoding = (*m_model)->encode(pixels, &probe);
    const at::Tensor z = encoding.z.to(at::kFloat);
    checkFinite(z, "latents");
    const at::Tensor codes = (*m_model)->codesOf(z); // [1, N]
    Encoded encoded;
    encoded.vectors = (*m_model)->vectorsOf(codes); // [1, C, 1, N]

    TokenPyramid& pyramid = encoded.pyramid;
    pyramid.latentChannels = m_info.latentChannels;
    pyramid.latentRows = m_info.latentRows;
    pyramid.latentColumns = m_info.latentColumns;
    pyramid.latents = valuesOf(encoded.vectors.squeeze(2).transpose(1, 2)); // [1, N, C]
    pyramid.zPreQuant = valuesOf(z.squeeze(2).transpose(1, 2));             // [1, N, C]
    const at::Tensor all = codes.to(at::kCPU).contiguous();
    const auto* code = all.data_ptr<std::int64_t>();
    const float* vector = pyramid.latents.data();
    for (const LevelInfo& level : m_info.levels) {
        LevelTokens tokens{level, 0, {}, {code, code + level.tokens()}};
        if (tokenVectors) {
            tokens.vectorWidth = m_info.latentChannels;
            tokens.vectors.assign(vector, vector + level.tokens() * m_info.latentChannels);
        }
        code += level.tokens();
        vector += level.tokens() * m_info.latentChannels;
        pyramid.levels.push_back(std::move(tokens));
    }
    if (tokenVectors)
        addImageTokens(encoding, pyramid);
    return encoded;
}

void ResTokTokenizer::addImageTokens(const models::ResTokEncoding& encoding,
                                     TokenPyramid& pyramid) const {
    const auto grids = options().hierarchyGrids();
    for (std::size_t i = 0; i < grids.size(); ++i)
        pyramid.hierarchies.push_back(
            {static_cast<int>(grids[i].first), static_cast<int>(grids[i].second),
             static_cast<int>(options().encoder.width), valuesOf(encoding.imageTokens[i])});
}

ImageRgbF32 ResTokTokenizer::pictureOf(const at::Tensor& vectors, std::int64_t keep,
                                       const TaskContext& context,
                                       const std::vector<std::uint8_t>& masked) {
    at::Tensor kept;
    if (!masked.empty()) {
        const auto count = static_cast<std::int64_t>(masked.size());
        const at::Tensor hidden =
            at::from_blob(const_cast<std::uint8_t*>(masked.data()), {1, count}, at::kByte);
        kept = (hidden.eq(0) & at::arange(count).lt(keep)).to(m_device); // [1, N]
    } else if (keep < options().latentTokens) {
        kept = at::full({1}, keep, at::TensorOptions(at::kLong).device(m_device));
    }
    models::LayerProbe probe;
    stopBetweenLayers(probe, context);
    const auto features = (*m_model)->features(vectors.to(m_device, m_type), kept, &probe).image;
    throwIfStopped(context);
    return m_preprocessing.pixelsFromModel((*m_model)->pixels(features.to(at::kFloat)));
}

Result<TokenPyramid> ResTokTokenizer::encode(const ImageRgb8& image, const EncodeOptions& options,
                                             const TaskContext& context) {
    return guarded([&]() -> Result<TokenPyramid> {
        const c10::InferenceMode inference;
        context.report({0, 1, "Encoding"});
        Encoded encoded = encodeInput(preprocess(image), options.tokenVectors, context);
        context.report({1, 1, "Encoding"});
        return std::move(encoded.pyramid);
    });
}

Result<std::vector<float>> ResTokTokenizer::codebookVectors(const TaskContext& context) {
    return guarded([&]() -> Result<std::vector<float>> {
        const c10::InferenceMode inference;
        throwIfStopped(context);
        const at::Tensor codes =
            at::arange(m_info.codebookSize, at::TensorOptions(at::kLong).device(m_device));
        const at::Tensor vectors = (*m_model)->vectorsOf(codes.unsqueeze(0)); // [1, C, 1, V]
        checkFinite(vectors, "a codebook");
        return valuesOf(vectors.squeeze(2).transpose(1, 2)); // [1, V, C]
    });
}

Result<std::int64_t> ResTokTokenizer::tokensToKeep(const DecodeOptions& options) const {
    const auto prefixes = this->options().prefixes();
    const auto levels = static_cast<std::int64_t>(prefixes.size());
    if (options.keepLevels && options.keepTokens)
        return failure(ErrorCode::Usage, "Levels and tokens to keep exclude each other.");
    if (options.keepLevels) {
        if (*options.keepLevels < 1 || *options.keepLevels > levels)
            return failure(ErrorCode::Usage, "The number of levels to keep is " +
                                                 std::to_string(*options.keepLevels) +
                                                 ", expected 1 to " + std::to_string(levels) + ".");
        return prefixes[static_cast<std::size_t>(*options.keepLevels - 1)];
    }
    if (!options.keepTokens)
        return this->options().testLatentTokens;
    if (*options.keepTokens < 1 || *options.keepTokens > this->options().latentTokens)
        return failure(ErrorCode::Usage,
                       "The number of tokens to keep is " + std::to_string(*options.keepTokens) +
                           ", expected 1 to " + std::to_string(this->options().latentTokens) + ".");
    return *options.keepTokens;
}

Result<ImageRgbF32> ResTokTokenizer::decode(const std::vector<float>& latents,
                                            const DecodeOptions& options,
                                            const TaskContext& context) {
    return guarded([&]() -> Result<ImageRgbF32> {
        const c10::InferenceMode inference;
        const std::int64_t tokens = this->options().latentTokens;
        const std::int64_t channels = this->options().tokenSize;
        if (latents.size() != static_cast<std::size_t>(tokens * channels))
            return failure(ErrorCode::BadData, "There are " + std::to_string(latents.size()) +
                                                   " latent numbers, this model expects " +
                                                   std::to_string(tokens * channels) + ".");
        const auto keep = tokensToKeep(options);
        if (!keep)
            return failure(keep);
        context.report({0, 1, "Decoding"});
        const at::Tensor rows =
            at::from_blob(const_cast<float*>(latents.data()), {1, tokens, channels}, at::kFloat);
        auto picture = pictureOf(rows.transpose(1, 2).unsqueeze(2), *keep, context);
        context.report({1, 1, "Decoding"});
        return picture;
    });
}

Result<void> ResTokTokenizer::checkCodes(const std::vector<std::int64_t>& codes,
                                         std::int64_t needed) const {
    const auto count = static_cast<std::int64_t>(codes.size());
    if (count < needed || count > options().latentTokens)
        return failure(ErrorCode::BadData,
                       "There are " + std::to_string(count) + " codes, model '" + m_info.name +
                           "' expects " + std::to_string(needed) +
                           (needed < options().latentTokens
                                ? " to " + std::to_string(options().latentTokens)
                                : "") +
                           ".");
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (codes[i] < 0 || codes[i] >= m_info.codebookSize)
            return failure(ErrorCode::BadData, "Code " + std::to_string(codes[i]) +
                                                   " at position " + std::to_string(i) +
                                                   " is outside of the codebook of model '" +
                                                   m_info.name + "', expected 0 to " +
                                                   std::to_string(m_info.codebookSize - 1) + ".");
    }
    return {};
}

Result<ImageRgbF32> ResTokTokenizer::decodeCodes(const std::vector<std::int64_t>& codes,
                                                 const DecodeOptions& options,
                                                 const TaskContext& context) {
    return guarded([&]() -> Result<ImageRgbF32> {
        const c10::InferenceMode inference;
        const auto keep = tokensToKeep(options);
        if (!keep)
            return failure(keep);
        const bool isPrefix = options.keepLevels || options.keepTokens;
        if (auto valid = checkCodes(codes, isPrefix ? *keep : this->options().latentTokens); !valid)
            return failure(valid);
        context.report({0, 1, "Decoding"});
        std::vector<std::int64_t> all = codes;
        all.resize(static_cast<std::size_t>(this->options().latentTokens), 0); // masked below
        const at::Tensor rows =
            at::from_blob(all.data(), {1, this->options().latentTokens}, at::kLong).to(m_device);
        auto picture = pictureOf((*m_model)->vectorsOf(rows), *keep, context);
        context.report({1, 1, "Decoding"});
        return picture;
    });
}

void ResTokTokenizer::addLevel(std::size_t index, ImageRgbF32 picture,
                               Reconstruction& result) const {
    LevelReconstruction level;
    level.level = m_info.levels[index];
    level.picture = std::move(picture);
    if (index > 0)
        level.residual = residualOf(level.picture, result.levels.back().picture);
    const std::int64_t tokens = options().prefixes()[index];
    level.values = tokens * options().tokenSize;
    level.bits =
        static_cast<double>(tokens) * std::log2(static_cast<double>(options().codebookSize));
    result.levels.push_back(std::move(level));
}

Result<Reconstruction> ResTokTokenizer::reconstruct(const ImageRgb8& image,
                                                    const EncodeOptions& options,
                                                    const TaskContext& context) {
    return guarded([&]() -> Result<Reconstruction> {
        const c10::InferenceMode inference;
        const auto prefixes = this->options().prefixes();
        const auto total = static_cast<std::int64_t>(prefixes.size()) + 2;
        context.report({0, total, "Encoding"});
        Reconstruction result;
        result.input = preprocess(image);
        Encoded encoded = encodeInput(result.input, options.tokenVectors, context);
        result.pyramid = std::move(encoded.pyramid);
        for (std::size_t i = 0; i < prefixes.size(); ++i) {
            context.report({static_cast<std::int64_t>(i) + 1, total, "Decoding"});
            addLevel(i, pictureOf(encoded.vectors, prefixes[i], context), result);
        }
        context.report({total - 1, total, "Measuring"});
        const ImageRgb8 finest = toRgb8(result.levels.back().picture);
        for (LevelReconstruction& level : result.levels) {
            throwIfStopped(context);
            measureLevel(level, result.input, finest);
        }
        context.report({total, total, "Measuring"});
        return result;
    });
}

} // namespace hierascope::runtime
