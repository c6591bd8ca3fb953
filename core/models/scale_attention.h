// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/models/hieratok_options.h"

namespace hierascope::models {

/// Attention over a token sequence sorted by scale, coarse to fine.
///
/// No dense T x T mask is made: the finest scale may see every token it is given, so only the
/// coarser scales, a quarter of the sequence, need a small mask.
/// @source HieraTok, arXiv:2509.23736, section 3.3; the split in two calls is ours and exact.
class ScaleAttentionPattern {
public:
    /// @param scales side lengths, coarse to fine
    ScaleAttentionPattern(ScaleAttention mode, const std::vector<std::int64_t>& scales);

    /// @param q, k, v [B, A, T, E], T the tokens of the first scales (any whole number of scales)
    /// @return        [B, T, A, E]
    at::Tensor operator()(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v) const;

    /// The declared mask: true where the row may attend to the column.
    ///
    /// @return [T, T] bool
    at::Tensor declaredMask() const;

private:
    at::Tensor causal(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v) const;
    at::Tensor independent(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v) const;

    ScaleAttention m_mode;
    std::vector<std::int64_t> m_starts; ///< first token of each scale, then the total: [S + 1]
};

} // namespace hierascope::models
