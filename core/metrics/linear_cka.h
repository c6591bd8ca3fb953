// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace hierascope::metrics {

/// How alike two representations of the same things are, up to a rotation and one scale: 0 to 1.
///
/// @param x [N, D1], @param y [N, D2] of any floating type, N at least 2
/// @return  nan where one of them does not vary
/// @throws c10::Error when N differs
/// @source Kornblith et al., arXiv:1905.00414, eq. 3 and 5: linear kernel, columns centred
double linearCka(const at::Tensor& x, const at::Tensor& y);

} // namespace hierascope::metrics
