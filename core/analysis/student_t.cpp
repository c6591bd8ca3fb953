// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/student_t.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hierascope::analysis {

namespace {

/// The continued fraction of the incomplete beta function.
double betaFraction(double a, double b, double x) {
    constexpr int kMostTerms = 10'000;
    constexpr double kTiny = 1e-300;
    const auto awayFromZero = [](double value) { return std::abs(value) < kTiny ? kTiny : value; };
    double c = 1.0;
    double d = 1.0 / awayFromZero(1.0 - (a + b) * x / (a + 1.0));
    double fraction = d;
    for (int m = 1; m <= kMostTerms; ++m) {
        const double even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / awayFromZero(1.0 + even * d);
        c = awayFromZero(1.0 + even / c);
        fraction *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / awayFromZero(1.0 + odd * d);
        c = awayFromZero(1.0 + odd / c);
        const double factor = d * c;
        fraction *= factor;
        if (std::abs(factor - 1.0) < std::numeric_limits<double>::epsilon())
            break;
    }
    return fraction;
}

/// The regularised incomplete beta function I_x(a, b).
double incompleteBeta(double a, double b, double x) {
    if (x <= 0.0)
        return 0.0;
    if (x >= 1.0)
        return 1.0;
    const double front = std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) +
                                  a * std::log(x) + b * std::log1p(-x));
    if (x < (a + 1.0) / (a + b + 2.0)) // where the fraction converges fast
        return front * betaFraction(a, b, x) / a;
    return 1.0 - front * betaFraction(b, a, 1.0 - x) / b;
}

} // namespace

double studentTTwoSided(double t, double degrees) {
    return incompleteBeta(degrees / 2.0, 0.5, degrees / (degrees + t * t));
}

double studentTQuantile(double part, double degrees) {
    if (part == 0.5)
        return 0.0;
    const double tails = 2.0 * std::min(part, 1.0 - part);
    double low = 0.0;
    double high = 1.0;
    while (studentTTwoSided(high, degrees) > tails && high < 1e300)
        high *= 2.0;
    for (int i = 0; i < 200 && low < high; ++i) {
        const double middle = 0.5 * (low + high);
        (studentTTwoSided(middle, degrees) > tails ? low : high) = middle;
    }
    return part < 0.5 ? -high : high;
}

} // namespace hierascope::analysis
