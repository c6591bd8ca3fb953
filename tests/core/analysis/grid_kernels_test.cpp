// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/grid_kernels.h"

#include <complex>
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

#include "tests/core/analysis/every_processor.h"
#include "tests/core/analysis/sample_points.h"

namespace hierascope::analysis {
namespace {

GridPlace placeAt(float x, float y, float z) {
    GridPlace place;
    const float at[3] = {x, y, z};
    for (int axis = 0; axis < 3; ++axis) {
        const auto cell = static_cast<std::int32_t>(at[axis]);
        place.cell[axis] = cell - 1;
        splineWeights(at[axis] - static_cast<float>(cell), place.weights[axis]);
    }
    return place;
}

TEST(GridKernels, SplineWeightsShareAPointOutAroundItsPlace) {
    for (int i = 0; i <= 20; ++i) {
        const float t = static_cast<float>(i) / 20.0F;
        float weights[4];
        splineWeights(t, weights);
        EXPECT_NEAR(weights[0] + weights[1] + weights[2] + weights[3], 1.0F, 1e-6F);
        EXPECT_NEAR(-weights[0] + weights[2] + 2.0F * weights[3], t, 1e-6F);
        for (const float weight : weights)
            EXPECT_GE(weight, 0.0F);
    }
}

TEST(GridKernels, SpreadingAndGatheringAreEachOthersMirror) {
    onEveryProcessor([] {
        for (const int dimensions : {2, 3}) {
            const std::vector<GridPlace> places = {placeAt(2.25F, 3.5F, 1.75F),
                                                   placeAt(4.0F, 1.125F, 1.5F)};
            const std::vector<std::int32_t> order = {1, 0};
            const GridStrides strides{8, 64};
            std::vector<float> grid(8 * 64, 0.0F);
            spreadCharges(places.data(), order.data(), 2, dimensions, strides, grid.data());
            double sum = 0.0;
            for (const float node : grid)
                sum += static_cast<double>(node);
            EXPECT_NEAR(sum, 2.0, 1e-6);

            std::vector<float> field(grid.size());
            for (std::size_t i = 0; i < field.size(); ++i)
                field[i] = static_cast<float>(sampleAt(static_cast<std::uint32_t>(i), 9));
            double expected = 0.0;
            for (std::size_t i = 0; i < field.size(); ++i)
                expected += static_cast<double>(grid[i]) * static_cast<double>(field[i]);
            const float* fields[3] = {field.data(), field.data(), field.data()};
            std::vector<float> forces(8, -1.0F);
            gatherForces(places.data(), 2, dimensions, strides, fields, forces.data());
            const std::size_t stride = dimensions == 2 ? 2 : 4;
            EXPECT_NEAR(forces[0] + forces[stride], expected, 1e-5);
            EXPECT_EQ(forces[0], forces[1]);
        }
    });
}

TEST(GridKernels, SpectraAreMultipliedByImaginaryKernels) {
    onEveryProcessor([] {
        using Complex = std::complex<float>;
        constexpr std::int64_t kCount = 24;
        std::vector<Complex> charge(kCount);
        std::vector<float> oddX(kCount);
        std::vector<float> oddY(kCount);
        std::vector<float> even(kCount);
        for (std::size_t i = 0; i < kCount; ++i) {
            const auto k = static_cast<std::uint32_t>(i);
            charge[i] = {static_cast<float>(sampleAt(k, 1)), static_cast<float>(sampleAt(k, 2))};
            oddX[i] = static_cast<float>(sampleAt(k, 3));
            oddY[i] = static_cast<float>(sampleAt(k, 4));
            even[i] = static_cast<float>(sampleAt(k, 5));
        }
        const std::vector<Complex> before = charge;
        std::vector<Complex> second(kCount);
        Complex* others[2] = {second.data(), nullptr};
        KernelColumns kernel;
        kernel.odd[0] = oddX.data();
        kernel.odd[1] = oddY.data();
        kernel.even = even.data();
        const double energy = multiplySpectra(charge.data(), others, kernel, kCount, 2);
        double wanted = 0.0;
        for (std::size_t i = 0; i < kCount; ++i) {
            EXPECT_NEAR(std::abs(charge[i] - before[i] * Complex(0.0F, oddX[i])), 0.0F, 1e-6F);
            EXPECT_NEAR(std::abs(second[i] - before[i] * Complex(0.0F, oddY[i])), 0.0F, 1e-6F);
            wanted += static_cast<double>(std::norm(before[i]) * even[i]);
        }
        EXPECT_NEAR(energy, wanted, 1e-5);
    });
}

} // namespace
} // namespace hierascope::analysis
