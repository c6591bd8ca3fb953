// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <tuple>

#include "widgets/common/compare_view.h"
#include "widgets/state/view_state.h"

namespace hierascope::widgets {

/// Turns what the state shows for a side into a pane of the large view.
class PaneMaker {
public:
    explicit PaneMaker(const ViewState& state) : m_state(state) {}

    /// @param isLate the work takes long enough for the image itself to be shown in the meantime
    CompareView::Pane pane(Side side, bool isLate);
    /// Says whether a side shows its pyramid, and not yet the next image in its place.
    bool showsContent(Side side, bool isLate) const;
    CompareView::Pane differencePane() const;

    /// The value at the end of the map of the chosen picture, the same for A and B; 0 without map.
    float limit() const;
    /// The map of the chosen picture at a side's level, null where it has none.
    const ScalarMap* map(Side side) const;

private:
    using MapKey = std::tuple<const PyramidContent*, int, Picture, float>;

    QImage picture(Side side);
    QImage mapPicture(Side side, ColorMap colors);
    QString caption(Side side, const QImage& picture) const;
    QString missing(Side side) const;
    TokenLayer tokens(Side side) const;

    const ViewState& m_state;
    /// The last pictures drawn from maps, so that they keep their identity while nothing changes.
    std::map<MapKey, std::pair<std::shared_ptr<const PyramidContent>, QImage>> m_drawn;
};

/// "Signed error".
QString pictureTitle(Picture picture);
/// "moved by 1.25 % (RMS)".
///
/// @param movedBy in shares of the full range
QString movedText(double movedBy);

} // namespace hierascope::widgets
