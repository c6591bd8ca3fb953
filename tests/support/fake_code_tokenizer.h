// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include "core/runtime/tokenizer.h"

namespace hierascope::testing {

/// A tokenizer of codes without a network: eight levels of 1, 1, 2, 4, ... 64 tokens, 1024 codes.
///
/// Every code is a colour; a picture is the sum of its levels, the finer the weaker. An image is
/// encoded by the mean brightness of each token's place, in 32 steps: codes from 32 times the
/// level.
class FakeCodeTokenizer : public runtime::Tokenizer {
public:
    explicit FakeCodeTokenizer(const std::filesystem::path& model);

    const runtime::ModelInfo& info() const override { return m_info; }
    ImageRgb8 preprocess(const ImageRgb8& image) const override;
    Result<runtime::TokenPyramid> encode(const ImageRgb8& image,
                                         const runtime::EncodeOptions& options,
                                         const TaskContext& context) override;
    Result<ImageRgbF32> decode(const std::vector<float>& latents,
                               const runtime::DecodeOptions& options,
                               const TaskContext& context) override;
    Result<ImageRgbF32> decodeCodes(const std::vector<std::int64_t>& codes,
                                    const runtime::DecodeOptions& options,
                                    const TaskContext& context) override;
    Result<runtime::Reconstruction> reconstruct(const ImageRgb8& image,
                                                const runtime::EncodeOptions& options,
                                                const TaskContext& context) override;
    Result<std::vector<ImageRgbF32>> decodeTokens(const runtime::TokenSequence& sequence,
                                                  const runtime::SequenceOptions& options,
                                                  const TaskContext& context) override;
    Result<std::vector<float>> codebookVectors(const TaskContext& context) override;

private:
    runtime::ModelInfo m_info;
};

/// Opens a FakeCodeTokenizer where the name begins with "codes", else a FakeTokenizer.
Result<std::shared_ptr<runtime::Tokenizer>> openAnyFakeTokenizer(const std::filesystem::path& model,
                                                                 const TaskContext& context);

} // namespace hierascope::testing
