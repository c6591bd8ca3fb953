// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/resampling.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "core/analysis/student_t.h"
#include "core/base/random_draw.h"

namespace hierascope::analysis {

namespace {

constexpr double kConfidence = 0.95;
constexpr std::uint64_t kBootstrapDraws = 0x626f6f74;
constexpr std::uint64_t kSignDraws = 0x7369676e;

double quantileOf(const std::vector<double>& sorted, double part) {
    const double place = part * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

/// Whether turning signs at random makes the sum as large: how often of `permutations`.
double signFlipP(const std::vector<double>& differences, int permutations, std::uint64_t seed) {
    double own = 0.0;
    double scale = 0.0;
    for (const double difference : differences) {
        own += difference;
        scale += std::abs(difference);
    }
    const double bar = std::abs(own) - 1e-12 * scale;
    std::int64_t hits = 0;
    std::uint64_t position = 0;
    for (int i = 0; i < permutations; ++i) {
        double sum = 0.0;
        for (std::size_t j = 0; j < differences.size(); j += 64) {
            std::uint64_t bits = drawBits(seed, kSignDraws, position++);
            for (std::size_t k = j; k < std::min(j + 64, differences.size()); ++k, bits >>= 1)
                sum += (bits & 1) != 0 ? differences[k] : -differences[k];
        }
        hits += std::abs(sum) >= bar ? 1 : 0;
    }
    return static_cast<double>(hits + 1) / static_cast<double>(permutations + 1);
}

} // namespace

Interval bootstrapMean(std::span<const double> values, int resamples, std::uint64_t seed) {
    std::vector<double> means(static_cast<std::size_t>(resamples));
    std::uint64_t position = 0;
    for (double& mean : means) {
        double sum = 0.0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double draw = drawUnit(seed, kBootstrapDraws, position++);
            sum += values[static_cast<std::size_t>(draw * static_cast<double>(values.size()))];
        }
        mean = sum / static_cast<double>(values.size());
    }
    std::ranges::sort(means);
    return {quantileOf(means, (1.0 - kConfidence) / 2.0),
            quantileOf(means, (1.0 + kConfidence) / 2.0)};
}

Result<PairedTest> pairedTest(std::span<const double> a, std::span<const double> b,
                              int permutations, std::uint64_t seed) {
    if (a.size() != b.size() || a.empty())
        return failure(ErrorCode::Usage, "A has figures of " + std::to_string(a.size()) +
                                             " images and B of " + std::to_string(b.size()) +
                                             "; a paired test needs the same images.");
    PairedTest test;
    test.count = static_cast<std::int64_t>(a.size());
    test.permutations = permutations;
    std::vector<double> differences(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        differences[i] = b[i] - a[i];
        test.mean += differences[i];
        test.better += differences[i] > 0.0 ? 1 : 0;
    }
    const auto count = static_cast<double>(a.size());
    test.mean /= count;
    if (a.size() < 2) {
        constexpr double kInfinite = std::numeric_limits<double>::infinity();
        test.interval = {-kInfinite, kInfinite};
        return test;
    }
    double squares = 0.0;
    for (const double difference : differences)
        squares += (difference - test.mean) * (difference - test.mean);
    test.deviation = std::sqrt(squares / (count - 1.0));
    const double error = test.deviation / std::sqrt(count);
    const double reach = studentTQuantile(0.5 + kConfidence / 2.0, count - 1.0) * error;
    test.interval = {test.mean - reach, test.mean + reach};
    if (error > 0.0)
        test.pStudent = studentTTwoSided(test.mean / error, count - 1.0);
    else
        test.pStudent = test.mean == 0.0 ? 1.0 : 0.0;
    test.pPermutation = signFlipP(differences, permutations, seed);
    return test;
}

} // namespace hierascope::analysis
