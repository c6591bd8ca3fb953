// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/models/restok.h"
#include "core/runtime/preprocessing.h"
#include "core/runtime/tokenizer.h"

namespace hierascope::runtime {

/// A tokenizer of the ResTok family.
class ResTokTokenizer final : public Tokenizer {
public:
    ResTokTokenizer(std::shared_ptr<models::ResTok> model, ModelInfo info,
                    const Preprocessing& preprocessing, at::Device device, at::ScalarType type)
        : m_model(std::move(model)), m_info(std::move(info)), m_preprocessing(preprocessing),
          m_device(device), m_type(type) {}

    const ModelInfo& info() const override { return m_info; }
    ImageRgb8 preprocess(const ImageRgb8& image) const override {
        return m_preprocessing.fit(image);
    }
    Result<TokenPyramid> encode(const ImageRgb8& image, const EncodeOptions& options,
                                const TaskContext& context) override;
    Result<ImageRgbF32> decode(const std::vector<float>& latents, const DecodeOptions& options,
                               const TaskContext& context) override;
    Result<ImageRgbF32> decodeCodes(const std::vector<std::int64_t>& codes,
                                    const DecodeOptions& options,
                                    const TaskContext& context) override;
    Result<Reconstruction> reconstruct(const ImageRgb8& image, const EncodeOptions& options,
                                       const TaskContext& context) override;
    Result<AttentionMap> attend(const ImageRgb8& image, const AttentionRequest& request,
                                const TaskContext& context) override;
    std::vector<AttentionPart> attentionParts() const override;
    Result<std::shared_ptr<AttentionRecord>> recordAttention(const ImageRgb8& image,
                                                             AttentionRequest::Part part,
                                                             const TaskContext& context) override;
    Result<std::vector<ImageRgbF32>> decodeTokens(const TokenSequence& sequence,
                                                  const SequenceOptions& options,
                                                  const TaskContext& context) override;
    Result<std::vector<float>> codebookVectors(const TaskContext& context) override;

private:
    /// A pyramid, and the vectors [1, C, 1, N] that the decoder gets.
    struct Encoded {
        at::Tensor vectors;
        TokenPyramid pyramid;
    };

    const models::ResTokOptions& options() const { return (*m_model)->options(); }
    Encoded encodeInput(const ImageRgb8& input, bool tokenVectors, const TaskContext& context);
    void addImageTokens(const models::ResTokEncoding& encoding, TokenPyramid& pyramid) const;
    ImageRgbF32 pictureOf(const at::Tensor& vectors, std::int64_t keep, const TaskContext& context,
                          const std::vector<std::uint8_t>& masked = {});
    Result<std::int64_t> tokensToKeep(const DecodeOptions& options) const;
    Result<void> checkCodes(const std::vector<std::int64_t>& codes, std::int64_t needed) const;
    std::vector<TokenBlock> blocksOf(AttentionRequest::Part part, std::int64_t layer) const;
    void watch(const ImageRgb8& image, AttentionRequest::Part part, models::LayerProbe& probe,
               const TaskContext& context);
    void addLevel(std::size_t index, ImageRgbF32 picture, Reconstruction& result) const;

    std::shared_ptr<models::ResTok> m_model;
    ModelInfo m_info;
    Preprocessing m_preprocessing;
    at::Device m_device;
    at::ScalarType m_type;
};

} // namespace hierascope::runtime
