// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include "core/runtime/tokenizer.h"

namespace hierascope::testing {

/// A tokenizer without a network: its levels are the image averaged over ever smaller blocks, the
/// coarser the paler. A posterior sample is the image with noise.
///
/// Five levels of 1, 2, 4, 8 and 16 tokens a side, 8 pixels a token; token vectors are 16 mixtures
/// of the token's mean colour. PSNR and SSIM are made up, errors and commutation are not. Its
/// attention is that of fake_attention.h; one whose name says "leak" has a leak in its mask.
class FakeTokenizer : public runtime::Tokenizer {
public:
    /// @param delay how long a reconstruction takes; it asks for a stop every 5 ms
    explicit FakeTokenizer(const std::filesystem::path& model,
                           std::chrono::milliseconds delay = std::chrono::milliseconds(0));

    const runtime::ModelInfo& info() const override { return m_info; }
    ImageRgb8 preprocess(const ImageRgb8& image) const override;
    Result<runtime::TokenPyramid> encode(const ImageRgb8& image,
                                         const runtime::EncodeOptions& options,
                                         const TaskContext& context) override;
    Result<ImageRgbF32> decode(const std::vector<float>& latents,
                               const runtime::DecodeOptions& options,
                               const TaskContext& context) override;
    Result<runtime::Reconstruction> reconstruct(const ImageRgb8& image,
                                                const runtime::EncodeOptions& options,
                                                const TaskContext& context) override;
    std::vector<runtime::AttentionPart> attentionParts() const override;
    Result<std::shared_ptr<runtime::AttentionRecord>>
    recordAttention(const ImageRgb8& image, runtime::AttentionRequest::Part part,
                    const TaskContext& context) override;
    Result<std::vector<ImageRgbF32>> decodeTokens(const runtime::TokenSequence& sequence,
                                                  const runtime::SequenceOptions& options,
                                                  const TaskContext& context) override;
    std::vector<std::uint8_t> declaredDependency() const override;

private:
    ImageRgbF32 seenBy(const ImageRgb8& image, const runtime::EncodeOptions& options) const;
    void addLevel(const runtime::LevelInfo& info, const ImageRgbF32& seen,
                  runtime::Reconstruction& done) const;

    runtime::ModelInfo m_info;
    std::chrono::milliseconds m_delay;
};

/// Opens a FakeTokenizer, or fails as a reader would where the name says "broken" or "missing".
Result<std::shared_ptr<runtime::Tokenizer>> openFakeTokenizer(const std::filesystem::path& model,
                                                              const TaskContext& context);

/// Makes a picture that depends on the name alone, or fails where the name says "broken".
Result<ImageRgb8> readFakeImage(const std::filesystem::path& file, const TaskContext& context);

} // namespace hierascope::testing
