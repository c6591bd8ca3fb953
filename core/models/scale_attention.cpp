// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/scale_attention.h"

#include <algorithm>

#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/scaled_dot_product_attention.h>
#include <ATen/ops/searchsorted.h>
#include <ATen/ops/tensor.h>
#include <c10/util/Exception.h>

namespace hierascope::models {

namespace {

at::Tensor attend(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                  const std::optional<at::Tensor>& mask = std::nullopt) {
    return at::scaled_dot_product_attention(q, k, v, mask).transpose(1, 2); // [B, T, A, E]
}

/// The scale of every token: [T] int64.
at::Tensor scaleOfToken(const std::vector<std::int64_t>& starts, std::int64_t tokens,
                        at::Device device) {
    const at::Tensor ends =
        at::tensor(at::ArrayRef<std::int64_t>(starts).slice(1), at::kLong).to(device);
    return at::searchsorted(ends, at::arange(tokens, ends.options()), false, /*right=*/true);
}

at::Tensor causalMask(const std::vector<std::int64_t>& starts, std::int64_t tokens,
                      at::Device device) {
    const at::Tensor scale = scaleOfToken(starts, tokens, device);
    return scale.unsqueeze(1).ge(scale.unsqueeze(0)); // [T, T]
}

} // namespace

ScaleAttentionPattern::ScaleAttentionPattern(ScaleAttention mode,
                                             const std::vector<std::int64_t>& scales)
    : m_mode(mode), m_starts{0} {
    for (const std::int64_t scale : scales)
        m_starts.push_back(m_starts.back() + scale * scale);
}

at::Tensor ScaleAttentionPattern::operator()(const at::Tensor& q, const at::Tensor& k,
                                             const at::Tensor& v) const {
    const std::int64_t tokens = q.size(2);
    TORCH_CHECK(std::binary_search(m_starts.begin(), m_starts.end(), tokens), "A sequence of ",
                tokens, " tokens is not a whole number of scales.");
    if (m_mode == ScaleAttention::Full || tokens <= m_starts[1])
        return attend(q, k, v);
    return m_mode == ScaleAttention::ScaleCausal ? causal(q, k, v) : independent(q, k, v);
}

at::Tensor ScaleAttentionPattern::causal(const at::Tensor& q, const at::Tensor& k,
                                         const at::Tensor& v) const {
    const std::int64_t tokens = q.size(2);
    const auto end = std::find(m_starts.begin(), m_starts.end(), tokens);
    const std::int64_t coarse = *(end - 1); // tokens before the finest scale of this sequence
    std::optional<at::Tensor> mask;
    if (end - m_starts.begin() > 2)
        mask = causalMask(m_starts, coarse, q.device());
    const auto head = [coarse](const at::Tensor& x) { return x.narrow(2, 0, coarse); };
    return at::cat({attend(head(q), head(k), head(v), mask),
                    attend(q.narrow(2, coarse, tokens - coarse), k, v)},
                   1);
}

at::Tensor ScaleAttentionPattern::independent(const at::Tensor& q, const at::Tensor& k,
                                              const at::Tensor& v) const {
    std::vector<at::Tensor> outputs;
    for (std::size_t scale = 0; m_starts[scale] < q.size(2); ++scale) {
        const auto own = [this, scale](const at::Tensor& x) {
            return x.narrow(2, m_starts[scale], m_starts[scale + 1] - m_starts[scale]);
        };
        outputs.push_back(attend(own(q), own(k), own(v)));
    }
    return at::cat(outputs, 1);
}

at::Tensor ScaleAttentionPattern::declaredMask() const {
    const std::int64_t tokens = m_starts.back();
    const at::Tensor scale = scaleOfToken(m_starts, tokens, at::kCPU);
    const at::Tensor row = scale.unsqueeze(1);
    const at::Tensor column = scale.unsqueeze(0);
    switch (m_mode) {
    case ScaleAttention::Full:
        return row.ge(column.minimum(row));
    case ScaleAttention::ScaleIndependent:
        return row.eq(column);
    case ScaleAttention::ScaleCausal:
        break;
    }
    return row.ge(column);
}

} // namespace hierascope::models
