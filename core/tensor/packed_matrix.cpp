// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/packed_matrix.h"

#include <algorithm>

#include <ATen/Parallel.h>
#include <ATen/ops/zeros.h>

#include "core/tensor/cpu_kernels.h"

namespace hierascope::tensor {

namespace {

/// Rows and panel of so much depth fit the nearest caches together.
constexpr std::int64_t kDepthBlock = 512;
/// Fewer multiplications than this, some 10 microseconds, are not worth a second thread.
constexpr std::int64_t kLeastWork = 1 << 19;

/// Lays rows side by side, tile by tile: [tiles][depth][rows of the tile].
void packRows(const float* x, std::int64_t rows, std::int64_t depth, std::int64_t tileRows,
              float* packed) {
    const std::int64_t tiles = (rows + tileRows - 1) / tileRows;
    const std::int64_t grain = std::max<std::int64_t>(1, kLeastWork / (4 * depth * tileRows));
    at::parallel_for(0, tiles, grain, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t tile = begin; tile < end; ++tile) {
            const std::int64_t first = tile * tileRows;
            const std::int64_t count = std::min(tileRows, rows - first);
            float* to = packed + first * depth;
            for (std::int64_t row = 0; row < count; ++row) {
                for (std::int64_t k = 0; k < depth; ++k)
                    to[k * count + row] = x[(first + row) * depth + k];
            }
        }
    });
}

} // namespace

PackedMatrix::PackedMatrix(const std::vector<at::Tensor>& weights) {
    m_in = weights.front().size(1);
    for (const at::Tensor& weight : weights)
        m_out += weight.size(0);
    m_panels = at::zeros({(m_out + kPanelWidth - 1) / kPanelWidth, m_in, kPanelWidth}, at::kFloat);
    float* panels = m_panels.data_ptr<float>();
    std::int64_t first = 0;
    for (const at::Tensor& weight : weights) {
        const at::Tensor plain = weight.detach().to(at::kFloat).contiguous();
        TORCH_CHECK(plain.size(1) == m_in, "Matrices of different widths cannot be joined.");
        const float* from = plain.data_ptr<float>();
        at::parallel_for(0, plain.size(0), 16, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t row = begin; row < end; ++row) {
                const std::int64_t column = first + row;
                float* to =
                    panels + column / kPanelWidth * m_in * kPanelWidth + column % kPanelWidth;
                for (std::int64_t k = 0; k < m_in; ++k)
                    to[k * kPanelWidth] = from[row * m_in + k];
            }
        });
        first += plain.size(0);
    }
}

void PackedMatrix::multiply(const float* x, std::int64_t rows, float* out, bool isAdded) const {
    const CpuKernels& kernels = cpuKernels();
    static thread_local std::vector<float> packed;
    packed.resize(std::max(packed.size(), static_cast<std::size_t>(rows * m_in)));
    packRows(x, rows, m_in, kernels.tileRows, packed.data());
    const float* const packedRows = packed.data();
    const float* const panels = m_panels.data_ptr<float>();
    const std::int64_t grain = std::max<std::int64_t>(1, kLeastWork / (m_in * kPanelWidth * rows));
    at::parallel_for(0, m_panels.size(0), grain, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t panel = begin; panel < end; ++panel) {
            const std::int64_t column = panel * kPanelWidth;
            const std::int64_t columns = std::min(kPanelWidth, m_out - column);
            for (std::int64_t k = 0; k < m_in; k += kDepthBlock) {
                const std::int64_t depth = std::min(kDepthBlock, m_in - k);
                const float* block = panels + (panel * m_in + k) * kPanelWidth;
                for (std::int64_t row = 0; row < rows; row += kernels.tileRows) {
                    const std::int64_t count = std::min(kernels.tileRows, rows - row);
                    kernels.multiply(packedRows + row * m_in + k * count, count, block, depth,
                                     out + row * m_out + column, m_out, columns, isAdded || k > 0);
                }
            }
        }
    });
}

} // namespace hierascope::tensor
