// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "core/base/result.h"

/// How sure a mean of few figures is: intervals by resampling, and tests of paired differences.
namespace hierascope::analysis {

/// Where a figure lies with 95 % confidence.
struct Interval {
    double low = 0.0;
    double high = 0.0;
};

/// The percentile bootstrap of a mean: the middle 95 % of the means of samples drawn with
/// replacement. The draws depend on the seed alone; for one value the interval is that value.
///
/// @param values    at least one, all finite
/// @param resamples at least one
/// @source          Efron and Tibshirani 1993, section 13.3; quantiles between draws are linear
Interval bootstrapMean(std::span<const double> values, int resamples, std::uint64_t seed);

/// The difference of two lists of figures of the same things.
struct PairedTest {
    std::int64_t count = 0;
    double mean = 0.0; ///< of b - a
    double deviation = 0.0;
    Interval interval;         ///< of the mean, Student's t; infinite for one pair
    double pStudent = 1.0;     ///< two-sided t test; 1 for one pair
    double pPermutation = 1.0; ///< two-sided, signs of the differences turned at random
    std::int64_t better = 0;   ///< pairs where b is larger
    std::int64_t permutations = 0;
};

/// Compares b with a, pair by pair.
///
/// @param permutations signs are turned so often; the p value is (hits + 1) / (permutations + 1)
/// @return             Usage where the lists differ in length or are empty
/// @source             Student's paired t test; Good 2005, the sign-flip test with its own sample
///                     counted once
Result<PairedTest> pairedTest(std::span<const double> a, std::span<const double> b,
                              int permutations, std::uint64_t seed);

} // namespace hierascope::analysis
