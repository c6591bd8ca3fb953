// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/image.h"
#include "core/base/result.h"
#include "core/runtime/tokenizer.h"

namespace hierascope::runtime {

/// One of an encoder's image hierarchies as colours, a pixel for each token of the finest one, so
/// that all cover the same area.
struct HierarchyPicture {
    int rows = 0;      ///< of its own tokens
    int columns = 0;   ///< of its own tokens
    ImageRgb8 own;     ///< what its tokens hold: with residuals, what the coarser ones leave
    ImageRgb8 sum;     ///< its tokens and those of all coarser ones, each spread over its area
    double norm = 0.0; ///< mean length of its token vectors
};

/// Colours the image tokens: red, green and blue are the first three principal components, common
/// to all hierarchies, of the tokens and of the sums.
///
/// @return coarsest first; empty where the pyramid has no hierarchies; BadData where a value is not
///         finite
Result<std::vector<HierarchyPicture>> hierarchyPictures(const TokenPyramid& pyramid);

} // namespace hierascope::runtime
