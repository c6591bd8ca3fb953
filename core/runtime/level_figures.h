// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/tokenizer.h"

namespace hierascope::runtime {

/// Fills in PSNR and SSIM of one level, measured on the 8-bit picture that would be written.
///
/// @param input what went into the model: `psnr` compares with it reduced to the level's size by
///              area means, `psnrFull` at its own size with the level enlarged bicubically
void measureLevel(LevelReconstruction& level, const ImageRgb8& input);

/// Picture minus the coarser one enlarged bicubically to its size.
ImageRgbF32 residualOf(const ImageRgbF32& picture, const ImageRgbF32& coarser);

} // namespace hierascope::runtime
