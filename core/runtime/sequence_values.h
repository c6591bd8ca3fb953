// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/tokenizer.h"

namespace at {
class Tensor;
} // namespace at

namespace hierascope::runtime {

/// BadData where tokens are not those of all levels of a model, with as many numbers each as its
/// own.
Result<void> checkSequence(const TokenSequence& sequence, const ModelInfo& info);

/// [1, tokens, width] float32; shares memory with the level.
at::Tensor tensorOf(const LevelTokens& level);

} // namespace hierascope::runtime
