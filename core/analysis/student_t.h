// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Student's t distribution, for the interval and the test of a mean of few differences.
namespace hierascope::analysis {

/// The part of the distribution at or beyond t on either side: the p value of a two-sided test.
///
/// @param degrees of freedom, > 0
/// @source Numerical Recipes 6.4: the incomplete beta function by its continued fraction (Lentz)
double studentTTwoSided(double t, double degrees);

/// The t below which the given part of the distribution lies.
///
/// @param part    in (0, 1)
/// @param degrees of freedom, > 0
double studentTQuantile(double part, double degrees);

} // namespace hierascope::analysis
