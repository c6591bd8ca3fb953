// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include <ATen/core/Tensor.h>

namespace hierascope::tensor {

/// A size that any value fits: `checkShape(x, {kAny, 3, kAny, kAny}, "images")`.
inline constexpr std::int64_t kAny = -1;

/// Demands that `tensor` has exactly the sizes `expected`.
///
/// @throws c10::Error naming the tensor, what it is and what was expected.
void checkShape(const at::Tensor& tensor, std::initializer_list<std::int64_t> expected,
                std::string_view name);

} // namespace hierascope::tensor
