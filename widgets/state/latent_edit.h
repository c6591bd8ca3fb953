// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/latent_choice.h"
#include "widgets/state/latent_state.h"

/// What a person changes in the Latents view, each as one step of undo.
namespace hierascope::widgets {

class ViewState;

void setQuestion(ViewState& state, const LatentQuestion& question, const QString& what);
void setMapping(ViewState& state, const LatentMapping& mapping, const QString& what);
void setMapLook(ViewState& state, MapLook look);
void setMapColor(ViewState& state, MapColor color);
void setMapCompare(ViewState& state, MapCompare compare);
void setMapLabels(ViewState& state, bool hasLabels);

enum class PointsMode { Replace, Add, Subtract };
/// Selects points; those of the pyramid's image light up there.
void selectPoints(ViewState& state, const LatentState& latents, const PointSet& points,
                  PointsMode mode);
void invertPoints(ViewState& state, const LatentState& latents);
void clearPoints(ViewState& state);

/// The points of a side's map that are selected: none where the selection is of another map.
const PointSet::Indices& selectedPoints(const LatentState& latents, Side side);
/// The images that some points come from.
std::vector<std::int32_t> imagesOf(const runtime::LatentPoints& points,
                                   const PointSet::Indices& chosen);
/// The points of A at the places that are selected in the pyramid, of the image that it shows.
PointSet pointsAt(const ViewState& state, const LatentState& latents);
/// Selects one point, shows its image in the pyramid and lights its token there; false where the
/// image has no file of its own and only the point is selected.
bool pickPoint(ViewState& state, const LatentState& latents, const MapPoint& point);

/// Where a point lies in its picture, in shares of the sides; the whole where it has no place.
QRectF shareOf(const runtime::LatentPoints& points, const runtime::LatentPoint& point);

} // namespace hierascope::widgets
