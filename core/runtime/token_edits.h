// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/runtime/tokenizer.h"

/// Token surgery: something else in the place of tokens, and what the decoder makes of it.
namespace hierascope::runtime {

/// The place of a token in a pyramid.
struct TokenAt {
    int level = 0;
    std::int64_t token = 0; ///< row-major in its level
    auto operator<=>(const TokenAt&) const = default;
};

/// The code of a token whose vector is none of the codebook's.
inline constexpr std::int64_t kNoCode = -1;

/// What takes the place of some tokens; it works on what the edits before it left.
struct TokenEdit {
    enum class Kind {
        Codes,   ///< the codebook's vectors of `codes`
        Zero,    ///< numbers that are all zero
        Mask,    ///< the mask token, where the family has one
        Noise,   ///< normal numbers are added
        Blend,   ///< a share `strength` of `vectors`, the rest of what stood there
        Copy,    ///< `vectors`
        Restore, ///< what stood there before all edits
    };
    Kind kind = Kind::Zero;
    std::vector<TokenAt> tokens;     ///< each once
    std::vector<std::int64_t> codes; ///< Codes: one for each token, in [0, V)
    std::vector<float> vectors;      ///< Blend, Copy: the numbers of each token, one after another
    /// Noise: in standard deviations of each channel of the level; Blend: in [0, 1].
    double strength = 1.0;
    std::uint64_t seed = 0; ///< Noise
    bool operator==(const TokenEdit&) const = default;
};

/// Applies edits, one after another.
///
/// @param base     with the vectors of all levels
/// @param codebook [V, width], as `Tokenizer::codebookVectors` gives them; may be empty where no
///                 edit is of kind Codes
/// @return         codes are `kNoCode` where a vector is none of the codebook's; BadData naming a
///                 level, token, code or count that does not exist or fit
Result<TokenSequence> applyEdits(const TokenPyramid& base, const std::vector<TokenEdit>& edits,
                                 const std::vector<float>& codebook);

/// Decodes and measures edited tokens as `Tokenizer::reconstruct` does those of an image; without
/// edits its pictures are those of `base`, bit for bit.
///
/// What describes the image and not its tokens stays: the input, the posterior, the hierarchies.
/// The bits of a KL family's finest level are none: they are of the posterior.
/// @return Usage where the family has no mask token or no codebook and an edit asks for one
Result<Reconstruction> reconstructEdited(Tokenizer& model, const Reconstruction& base,
                                         const std::vector<TokenEdit>& edits,
                                         const TaskContext& context);

/// The numbers of these tokens, one token after another; BadData where one does not exist.
Result<std::vector<float>> vectorsAt(const std::vector<LevelTokens>& levels,
                                     const std::vector<TokenAt>& tokens);

/// The codes of these tokens; none at all where one of them has no code.
std::vector<std::int64_t> codesAt(const std::vector<LevelTokens>& levels,
                                  const std::vector<TokenAt>& tokens);

} // namespace hierascope::runtime
