// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace hierascope::tensor {

/// Columns of a packed matrix that lie together: [depth][kPanelWidth] floats.
inline constexpr std::int64_t kPanelWidth = 32;

/// Queries of one head, and the columns that they read.
struct AttentionSpan {
    const float* queries = nullptr; ///< [queryCount, headWidth]
    std::int64_t queryStride = 0;   ///< floats between queries
    std::int64_t queryCount = 0;
    const float* keys = nullptr;           ///< [headWidth, keyStride]: transposed
    std::int64_t keyStride = 0;            ///< a multiple of `kKeyBlock`
    const float* values = nullptr;         ///< [columns, headWidth]
    const std::int64_t* visible = nullptr; ///< columns that each query reads, from the first
    std::int64_t headWidth = 0;
    float* scores = nullptr;       ///< room for `keyStride` floats
    float* output = nullptr;       ///< [queryCount, headWidth]
    std::int64_t outputStride = 0; ///< floats between outputs
};

/// Keys are padded to multiples of this, so that no loop over them has a remainder.
inline constexpr std::int64_t kKeyBlock = 64;

/// Inner loops in float32 for the processor's vector unit.
///
/// Each result depends on its own row only, not on how many rows are computed at once.
struct CpuKernels {
    const char* name; ///< "avx512", "avx2", "base"
    /// Rows of a left matrix that one tile takes.
    std::int64_t tileRows;

    /// Multiplies packed rows by one panel.
    ///
    /// @param rows    [depth][rowCount], rowCount at most `tileRows`
    /// @param panel   [depth][kPanelWidth]
    /// @param out     [rowCount] rows of `columns` (at most kPanelWidth), `outStride` apart
    /// @param isAdded whether the product is added to what is in `out`
    void (*multiply)(const float* rows, std::int64_t rowCount, const float* panel,
                     std::int64_t depth, float* out, std::int64_t outStride, std::int64_t columns,
                     bool isAdded);

    /// Root-mean-square normalisation of one row.
    void (*normalise)(const float* x, const float* gain, double eps, std::int64_t width,
                      float* out);

    /// silu(x[0 .. width)) * x[width .. 2 width).
    void (*gate)(const float* x, std::int64_t width, float* out);

    /// Softmax attention of one head.
    void (*attend)(const AttentionSpan& span);
};

/// The kernels for this processor.
const CpuKernels& cpuKernels();

} // namespace hierascope::tensor
