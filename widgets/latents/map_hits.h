// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "widgets/state/latent_choice.h"

#include <QPointF>
#include <QPolygonF>
#include <QRectF>

/// Which points of a map a gesture meets; places are in map coordinates.
namespace hierascope::widgets {

PointSet::Indices pointsInside(std::span<const float> places, const QRectF& rectangle);
/// Inside by the even-odd rule.
PointSet::Indices pointsInside(std::span<const float> places, const QPolygonF& outline);
PointSet::Indices pointsAround(std::span<const float> places, const QPointF& center, double radius);
/// The nearest point that is not further than `radius`, -1 for none.
std::int32_t nearestPoint(std::span<const float> places, const QPointF& center, double radius);

} // namespace hierascope::widgets
