// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/state/generation_choice.h"

#include <QString>

/// The words for steps, tokens and branches.
namespace hierascope::runtime {
struct ModelInfo;
} // namespace hierascope::runtime

namespace hierascope::widgets {

class GenerationState;

/// "Step 7".
QString stepTitle(int step);
/// The same inside a sentence: "step 7".
QString stepWord(int step);
/// "tokens 16–31", or "token 3".
QString tokensTitle(const runtime::StepInfo& step);
/// "noise 87 %": how much of a DiT's map was noise.
QString noiseText(double share);
/// What a step wrote: its tokens, or of a DiT how much was noise before it.
QString stepDetail(const GenerationState& generation, int step);
/// "3 · Dress", "3" where classes have no names, or words for the null class.
QString classTitle(const runtime::GeneratorInfo& info, std::int64_t label);
/// How a generator writes an image: "HAR writes 8 levels in 9 steps: ...".
QString writingTitle(const runtime::GeneratorInfo& info, std::size_t levels);
/// How a DiT makes one: "DiT denoises a map of 4 channels of 8 x 8 in 50 steps: ...".
QString denoisingTitle(const runtime::GeneratorInfo& info, int steps);
/// What a branch does otherwise than its parent: "seed 8", "token 6 = 88".
QString branchTitle(const GenerationChoice& choice, const Branch& branch,
                    const runtime::GeneratorInfo& info);
/// "38 ms", or "1.25 s".
QString secondsText(double seconds);
/// "2.31 bit".
QString bitsText(double bits);
/// "21 %", or "0.3 %".
QString percentText(double share);

/// The sizes of the levels that the codes of a generator fill: those of its tokenizer where they
/// add up, else 1, 1, 2, 4 and so on.
std::vector<std::int64_t> levelSizes(const runtime::GeneratorInfo& info,
                                     const runtime::ModelInfo& tokenizer);

} // namespace hierascope::widgets
