// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPointF>

/// What is done to the points of a curve before they are painted.
namespace hierascope::widgets {

inline constexpr int kMostCurvePoints = 2000;

/// An exponential mean whose start is corrected, as TensorBoard's.
///
/// @param weight of the mean before, 0 (nothing is smoothed) to below 1
std::vector<QPointF> smoothed(const std::vector<QPointF>& points, double weight);

/// At most about `most` points: the first, the lowest, the highest and the last of each stretch,
/// so that no peak is lost. Points are by x.
std::vector<QPointF> thinned(const std::vector<QPointF>& points, int most = kMostCurvePoints);

/// Round numbers between two, about `count` of them.
std::vector<double> ticksBetween(double low, double high, int count);

/// The index of the point nearest to x, -1 where there are none. Points are by x.
int nearestPoint(const std::vector<QPointF>& points, double x);

} // namespace hierascope::widgets
