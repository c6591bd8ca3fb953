// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include "core/analysis/repulsion.h"
#include "core/analysis/tsne_kernels.h"

namespace hierascope::analysis {

namespace {

class ExactRepulsion : public Repulsion {
public:
    ExactRepulsion(std::int64_t count, int dimensions, const Workers& workers)
        : m_count(count), m_dimensions(dimensions), m_workers(workers) {
        const auto padded = static_cast<std::size_t>((count + kRepulsionBlock - 1) /
                                                     kRepulsionBlock * kRepulsionBlock);
        for (int a = 0; a < dimensions; ++a) {
            m_axes[a].assign(padded, 0.0F);
            m_forces[a].assign(padded, 0.0F);
        }
        m_sums.resize(padded / kRepulsionBlock);
    }

    double compute(std::span<const float> positions, std::span<float> forces) override {
        const std::int64_t stride = strideOf(m_dimensions);
        RepulsionWork work;
        work.count = m_count;
        work.dimensions = m_dimensions;
        for (int a = 0; a < m_dimensions; ++a) {
            work.axes[a] = m_axes[a].data();
            work.forces[a] = m_forces[a].data();
            for (std::int64_t i = 0; i < m_count; ++i)
                m_axes[a][static_cast<std::size_t>(i)] =
                    positions[static_cast<std::size_t>(i * stride + a)];
        }
        m_workers.ranges(m_count, kRepulsionBlock, [&](std::int64_t first, std::int64_t last) {
            RepulsionWork part = work;
            part.first = first;
            part.last = last;
            m_sums[static_cast<std::size_t>(first / kRepulsionBlock)] = repel(part);
            for (std::int64_t i = first; i < last; ++i)
                for (int a = 0; a < m_dimensions; ++a)
                    forces[static_cast<std::size_t>(i * stride + a)] =
                        m_forces[a][static_cast<std::size_t>(i)];
        });
        double z = 0.0;
        for (const double sum : m_sums)
            z += sum;
        return z;
    }

private:
    std::int64_t m_count;
    int m_dimensions;
    const Workers& m_workers;
    std::vector<float> m_axes[3];
    std::vector<float> m_forces[3];
    std::vector<double> m_sums;
};

} // namespace

std::unique_ptr<Repulsion> makeExactRepulsion(std::int64_t count, int dimensions,
                                              const Workers& workers) {
    return std::make_unique<ExactRepulsion>(count, dimensions, workers);
}

} // namespace hierascope::analysis
