// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/density_kernels.h"

#include <cmath>
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

#include "tests/core/analysis/every_processor.h"
#include "tests/core/analysis/sample_points.h"

namespace hierascope::analysis {
namespace {

TEST(DensityKernels, AddUpPowersOfTwo) {
    onEveryProcessor([] {
        constexpr std::int64_t kCount = 1500; // more than one run of sums, no whole block
        constexpr std::int64_t kPadded = 1536;
        std::vector<std::vector<float>> axes(3, std::vector<float>(kPadded, 0.0F));
        for (std::size_t axis = 0; axis < axes.size(); ++axis)
            for (std::size_t i = 0; i < kCount; ++i)
                axes[axis][i] =
                    static_cast<float>(8.0 * sampleAt(static_cast<std::uint32_t>(i),
                                                      static_cast<std::uint32_t>(axis)));
        axes[0][3] = 1000.0F; // so far that nothing is left
        for (const int dimensions : {2, 3}) {
            std::vector<double> sums(kPadded, -1.0);
            DensityWork work;
            for (int axis = 0; axis < dimensions; ++axis)
                work.axes[axis] = axes[static_cast<std::size_t>(axis)].data();
            work.dimensions = dimensions;
            work.count = kCount;
            work.last = kPadded;
            work.sums = sums.data();
            sumGaussians(work);
            for (const std::size_t i : {0U, 3U, 700U, 1499U}) {
                double wanted = 0.0;
                for (std::size_t j = 0; j < kCount; ++j) {
                    double square = 0.0;
                    for (std::size_t axis = 0; axis < static_cast<std::size_t>(dimensions);
                         ++axis) {
                        const double apart =
                            static_cast<double>(axes[axis][i]) - static_cast<double>(axes[axis][j]);
                        square += apart * apart;
                    }
                    wanted += std::exp2(-square);
                }
                EXPECT_NEAR(sums[i] / wanted, 1.0, 1e-5) << dimensions << ", point " << i;
            }
        }
    });
}

} // namespace
} // namespace hierascope::analysis
