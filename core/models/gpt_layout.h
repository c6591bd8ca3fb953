// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/models/gpt_options.h"

namespace hierascope::models {

/// What a generator reads at one position.
struct GptInput {
    enum class Kind { Class, Code, Special };
    Kind kind = Kind::Class;
    std::int64_t index = 0; ///< of the code in the sequence, or of the learned input
    bool operator==(const GptInput&) const = default;
};

/// Positions that one forward pass feeds, and whose codes it predicts.
struct GptStep {
    std::int64_t first = 0;
    std::int64_t count = 0;
    bool operator==(const GptStep&) const = default;
};

/// The forward passes of one image.
///
/// HAR: `arTokenNum` single codes, then whole levels, each as long as all before it. AR: single
/// codes.
/// @source Kwai-Kolors/ResTok gpt_har.py, generate.py
std::vector<GptStep> gptSteps(const GptOptions& options);

/// What is read at each position: the class, then codes (AR), or the codes of the level before
/// followed by learned inputs (HAR: concatenated, not interleaved).
///
/// @return N entries; AR: one more, behind the last code, whose prediction means nothing
std::vector<GptInput> gptInputs(const GptOptions& options);

/// How many positions, counted from the first, each position may read: the group mask as counts.
std::vector<std::int64_t> gptVisible(const GptOptions& options);

} // namespace hierascope::models
