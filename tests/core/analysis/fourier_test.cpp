// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/fourier.h"

#include <cmath>
#include <complex>
#include <cstdint>
#include <numbers>
#include <vector>

#include <gtest/gtest.h>

#include "tests/core/analysis/sample_points.h"

namespace hierascope::analysis {
namespace {

using Complex = std::complex<float>;

std::complex<double> termOf(const std::vector<std::complex<double>>& values, std::int64_t k) {
    const auto length = static_cast<double>(values.size());
    std::complex<double> sum;
    for (std::size_t i = 0; i < values.size(); ++i)
        sum += values[i] * std::polar(1.0, -2.0 * std::numbers::pi * static_cast<double>(i) *
                                               static_cast<double>(k) / length);
    return sum;
}

TEST(Fourier, RowsAreTheTransformByItsDefinition) {
    const std::int64_t length = 72;
    const FourierLine line(length);
    FourierBuffer<float> row(FourierLine::paddedReal(length));
    FourierBuffer<Complex> spectrum(FourierLine::paddedComplex(length));
    std::vector<std::complex<double>> values;
    for (std::int64_t i = 0; i < length; ++i) {
        row.data()[i] = static_cast<float>(sampleAt(static_cast<std::uint32_t>(i), 1) - 0.5);
        values.emplace_back(static_cast<double>(row.data()[i]));
    }
    line.forwardRow(row.data(), spectrum.data());
    for (std::int64_t k = 0; k <= length / 2; ++k)
        EXPECT_NEAR(std::abs(std::complex<double>(spectrum.data()[k]) - termOf(values, k)), 0.0,
                    1e-5);
    line.backwardRow(spectrum.data(), row.data());
    for (std::int64_t i = 0; i < length; ++i)
        EXPECT_NEAR(row.data()[i] / static_cast<float>(length),
                    values[static_cast<std::size_t>(i)].real(), 1e-6);
}

TEST(Fourier, ColumnsAreTransformedEachByItself) {
    const std::int64_t length = 80;
    const FourierLine line(length);
    FourierBuffer<Complex> columns(length * kFourierColumns);
    std::vector<std::vector<std::complex<double>>> values(kFourierColumns);
    for (std::int64_t i = 0; i < length * kFourierColumns; ++i) {
        const auto k = static_cast<std::uint32_t>(i);
        columns.data()[i] = {static_cast<float>(sampleAt(k, 2)),
                             static_cast<float>(sampleAt(k, 3))};
        values[static_cast<std::size_t>(i % kFourierColumns)].emplace_back(columns.data()[i]);
    }
    line.forwardColumns(columns.data());
    for (std::int64_t column = 0; column < kFourierColumns; ++column)
        for (const std::int64_t k : {0, 1, 40, 79})
            EXPECT_NEAR(
                std::abs(std::complex<double>(columns.data()[k * kFourierColumns + column]) -
                         termOf(values[static_cast<std::size_t>(column)], k)),
                0.0, 1e-4);
    line.backwardColumns(columns.data());
    for (std::int64_t column = 0; column < kFourierColumns; ++column)
        EXPECT_NEAR(columns.data()[5 * kFourierColumns + column].real() /
                        static_cast<float>(length),
                    values[static_cast<std::size_t>(column)][5].real(), 1e-6);
}

TEST(Fourier, ColumnsComeBackWhereTheyWereTaken) {
    const std::int64_t stride = 3 * kFourierColumns;
    FourierBuffer<Complex> table(5 * stride);
    for (std::int64_t i = 0; i < table.size(); ++i)
        table.data()[i] = static_cast<float>(i);
    FourierBuffer<Complex> columns(8 * kFourierColumns);
    std::fill(columns.data(), columns.data() + columns.size(), Complex(-1.0F));
    takeColumns(table.data() + kFourierColumns, stride, 5, 8, columns.data());
    EXPECT_EQ(columns.data()[2 * kFourierColumns + 1],
              Complex(static_cast<float>(2 * stride + kFourierColumns + 1)));
    EXPECT_EQ(columns.data()[5 * kFourierColumns], Complex());
    EXPECT_EQ(columns.data()[8 * kFourierColumns - 1], Complex());
    FourierBuffer<Complex> back(5 * stride);
    putColumns(columns.data(), 5, back.data() + kFourierColumns, stride);
    for (std::int64_t i = 0; i < back.size(); ++i) {
        const bool isTaken = i % stride / kFourierColumns == 1;
        EXPECT_EQ(back.data()[i], isTaken ? table.data()[i] : Complex()) << i;
    }
}

TEST(Fourier, LengthsAreEvenFastAndGrowInSmallSteps) {
    std::int64_t before = 0;
    for (std::int64_t least = 1; least < 5000; ++least) {
        const std::int64_t length = fourierLength(least);
        EXPECT_GE(length, least);
        EXPECT_GE(length, before);
        EXPECT_EQ(length % 2, 0);
        std::int64_t rest = length;
        for (const std::int64_t factor : {2, 3, 5})
            while (rest % factor == 0)
                rest /= factor;
        EXPECT_EQ(rest, 1) << length;
        if (least > 64) {
            EXPECT_LE(static_cast<double>(length), 1.17 * static_cast<double>(least));
        }
        before = length;
    }
}

} // namespace
} // namespace hierascope::analysis
