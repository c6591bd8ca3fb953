// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/tokenizer.h"

namespace hierascope::runtime {

/// Fills in PSNR, SSIM, error and commutation of one level, all measured on the 8-bit picture that
/// would be written.
///
/// @param input  what went into the model: `psnr` compares with it reduced to the level's size by
///               area means, `psnrFull` at its own size with the level enlarged bicubically
/// @param finest the finest level's picture as it would be written; square, as the input is
void measureLevel(LevelReconstruction& level, const ImageRgb8& input, const ImageRgb8& finest);

/// Picture minus the coarser one enlarged bicubically to its size.
ImageRgbF32 residualOf(const ImageRgbF32& picture, const ImageRgbF32& coarser);

} // namespace hierascope::runtime
