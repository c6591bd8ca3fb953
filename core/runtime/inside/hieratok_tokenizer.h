// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/models/hieratok.h"
#include "core/runtime/preprocessing.h"
#include "core/runtime/tokenizer.h"

namespace hierascope::runtime {

/// A tokenizer of the HieraTok family.
class HieraTokTokenizer final : public Tokenizer {
public:
    HieraTokTokenizer(std::shared_ptr<models::HieraTok> model, ModelInfo info,
                      Preprocessing preprocessing, at::Device device, at::ScalarType type)
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
    std::vector<std::uint8_t> declaredDependency() const override;

private:
    /// A pyramid, and the posterior and latent map that it was made from.
    struct Encoded {
        models::Posterior posterior; ///< float32
        at::Tensor latent;           ///< [1, C, h, w] in the model's type
        TokenPyramid pyramid;
    };

    Encoded encodeInput(const ImageRgb8& input, const EncodeOptions& options,
                        const TaskContext& context);
    Result<std::int64_t> levelsToKeep(const DecodeOptions& options) const;
    std::vector<at::Tensor> picturesOf(const std::vector<at::Tensor>& tokens, bool everyLevel,
                                       const TaskContext& context);
    std::vector<TokenBlock> blocksOf(AttentionRequest::Part part) const;
    void watch(const ImageRgb8& image, AttentionRequest::Part part, models::LayerProbe& probe,
               const TaskContext& context);
    Result<void> addLevels(const std::vector<at::Tensor>& pictures, Reconstruction& result,
                           const TaskContext& context) const;

    std::shared_ptr<models::HieraTok> m_model;
    ModelInfo m_info;
    Preprocessing m_preprocessing;
    at::Device m_device;
    at::ScalarType m_type;
};

} // namespace hierascope::runtime
