// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "core/runtime/tokenizer.h"

namespace at {
class Tensor;
} // namespace at

namespace hierascope::runtime {

/// Usage naming the layer or head that a part does not have.
///
/// @param parts encoder and decoder
Result<void> checkAttentionRequest(const AttentionRequest& request,
                                   const std::vector<AttentionPart>& parts);

/// Takes the weights of one image, of one head or all, into a map.
///
/// @param weights [1, A, T, T]
void fillAttention(const at::Tensor& weights, const std::optional<std::int64_t>& head,
                   AttentionMap& map);

} // namespace hierascope::runtime
