// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/tokenizer.h"

#include <algorithm>

namespace hierascope::runtime {

std::vector<std::int64_t> TokenPyramid::codes() const {
    std::vector<std::int64_t> all;
    for (const LevelTokens& level : levels)
        all.insert(all.end(), level.codes.begin(), level.codes.end());
    return all;
}

Result<ImageRgbF32> Tokenizer::decodeCodes(const std::vector<std::int64_t>&, const DecodeOptions&,
                                           const TaskContext&) {
    return failure(ErrorCode::Usage, "Model '" + info().name + "' of the family " + info().family +
                                         " has no codebook; it decodes latents.");
}

Result<AttentionMap> Tokenizer::attend(const ImageRgb8&, const AttentionRequest&,
                                       const TaskContext&) {
    return failure(ErrorCode::Usage, "Model '" + info().name + "' of the family " + info().family +
                                         " does not tell its attention.");
}

Result<std::shared_ptr<AttentionRecord>>
Tokenizer::recordAttention(const ImageRgb8&, AttentionRequest::Part, const TaskContext&) {
    return failure(ErrorCode::Usage, "Model '" + info().name + "' of the family " + info().family +
                                         " does not tell its attention.");
}

Result<std::vector<ImageRgbF32>>
Tokenizer::decodeTokens(const TokenSequence&, const SequenceOptions&, const TaskContext&) {
    return failure(ErrorCode::Usage, "Model '" + info().name + "' of the family " + info().family +
                                         " does not decode single tokens.");
}

std::vector<std::uint8_t> Tokenizer::declaredDependency() const {
    const std::size_t count = info().levels.size();
    std::vector<std::uint8_t> declared(count * count, 0);
    for (std::size_t row = 0; row < count; ++row)
        std::fill_n(declared.begin() + static_cast<std::ptrdiff_t>(row * count), row + 1, 1);
    return declared;
}

Result<std::vector<float>> Tokenizer::codebookVectors(const TaskContext&) {
    return failure(ErrorCode::Usage, "Model '" + info().name + "' of the family " + info().family +
                                         " has no codebook.");
}

} // namespace hierascope::runtime
