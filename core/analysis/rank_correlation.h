// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace hierascope::analysis {

/// Spearman's rank correlation, ties with their mean rank; NaN where one side does not vary or
/// there are fewer than two values.
///
/// @param a, b [N], finite
double rankCorrelation(std::span<const float> a, std::span<const float> b);

} // namespace hierascope::analysis
