// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "core/base/image.h"
#include "core/runtime/tokenizer.h"

namespace hierascope::testing {

/// Attention without a network: tokens read their neighbours in the image, the higher the head the
/// nearer, and in the decoder no level reads a finer one.
///
/// The encoder has two layers of three heads over one grid, the decoder three layers of four heads
/// over all levels.
std::shared_ptr<runtime::AttentionRecord>
makeFakeAttention(const std::vector<runtime::LevelInfo>& levels,
                  runtime::AttentionRequest::Part part);
std::vector<runtime::AttentionPart> fakeAttentionParts();

/// Pictures in which each level adds the colours of its tokens to those of the coarser ones.
///
/// @param isLeaking the coarsest picture sees what the finest token holds
std::vector<ImageRgbF32> decodeFakeTokens(const runtime::TokenSequence& sequence, bool isLeaking);

} // namespace hierascope::testing
