// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/image.h"
#include "core/base/result.h"
#include "core/runtime/tokenizer.h"

namespace hierascope::runtime {

/// Colours every token by its vector: red, green and blue are the first three principal components.
///
/// Levels whose vectors are equally wide share the components, so that a colour means the same
/// direction at each; if the widths differ, each level has its own. Middle grey (128) is the mean,
/// 0 and 255 lie 2.5 standard deviations of the component away, clamped; a component that does not
/// exist, since the vectors have fewer directions, is middle grey.
/// @return one picture [rows, columns] for each level, empty for a level without vectors; BadData
///         where sizes do not fit or a value is not finite
/// @cost   that of `analysis::principalComponents` for all tokens
Result<std::vector<ImageRgb8>> tokenColors(const TokenPyramid& pyramid);

} // namespace hierascope::runtime
