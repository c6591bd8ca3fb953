// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/models/gpt_engine.h"

namespace hierascope::models {

/// An engine of own loops in float32 for the CPU: matrices packed once, buffers kept between calls.
///
/// A position's logits do not depend on which positions are fed with it, nor on the number of
/// threads, so that a prefix fed at once goes on exactly as the steps did.
/// @param takesWeights whether the model gives up its matrices, which are then held once only; its
///                     other functions cannot be used afterwards
std::unique_ptr<GptEngine> makeGptCpuEngine(const Gpt& model, bool takesWeights);

} // namespace hierascope::models
