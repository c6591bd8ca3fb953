// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/tokenizer.h"

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

Result<std::vector<float>> Tokenizer::codebookVectors(const TaskContext&) {
    return failure(ErrorCode::Usage, "Model '" + info().name + "' of the family " + info().family +
                                         " has no codebook.");
}

} // namespace hierascope::runtime
