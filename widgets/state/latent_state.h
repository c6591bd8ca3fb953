// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/runtime/latent_map.h"
#include "core/runtime/latent_points.h"
#include "widgets/state/view_choice.h"

#include <QObject>
#include <QString>

namespace hierascope::widgets {

class ViewState;

/// A point of the map of a side.
struct MapPoint {
    Side side = Side::A;
    std::int32_t index = -1;
    bool isThere() const { return index >= 0; }
    bool operator==(const MapPoint&) const = default;
};

/// What there is for the choice of a map: points, their places so far, what was measured.
///
/// The choice itself is in `ViewState`; the bench fills this, the room follows it.
class LatentState : public QObject {
    Q_OBJECT

public:
    enum class Phase {
        Empty,     ///< nothing was asked for, or no model is open
        Opening,   ///< the model is being opened
        Gathering, ///< images are being encoded
        Starting,  ///< neighbours are being found
        Running,
        Paused,
        Finished,
        Failed,  ///< `error` says why
        Stopped, ///< somebody stopped it before there was a map
    };
    using Points = std::shared_ptr<const runtime::LatentPoints>;
    using Frame = std::shared_ptr<const runtime::MapFrame>;
    using Uniformity = std::shared_ptr<const runtime::Uniformity>;
    using Trust = std::shared_ptr<const std::vector<float>>;
    using Density = std::shared_ptr<const runtime::DensityGrid>;

    /// What there is for one side.
    struct Shown {
        Phase phase = Phase::Empty;
        Progress progress;
        Error error;
        Points points;
        Frame frame; ///< of B: turned so that it lies on A's, where they have the same points
        Uniformity uniformity;
        Trust trust;
        Density density;
        runtime::MapSeconds seconds;
    };

    explicit LatentState(const ViewState& state, QObject* parent = nullptr);

    const LatentChoice& choice() const;
    /// Whether B has a map of its own beside A's.
    bool hasB() const;
    const Shown& at(Side side) const { return m_shown[std::size_t(side)]; }
    bool hasMap(Side side = Side::A) const { return at(side).points && at(side).frame; }
    bool isBusy() const;
    /// Whether point i of A and point i of B come from the same place of the same image.
    bool hasSamePoints() const { return m_hasSamePoints; }

    const MapPoint& hover() const { return m_hover; }
    /// Points of A at the places that are selected in the pyramid, of the image that it shows.
    const PointSet& lit() const { return m_lit; }

    /// The nearest points in latent space of the one that is selected in A, nearest first; empty
    /// where none or several are selected, or nobody has found them yet.
    const PointSet::Indices& neighbours() const { return m_neighbours; }

    void show(Side side, Shown shown);
    void setProgress(Side side, const Progress& progress);
    void setDensity(Side side, Density density);
    void setHover(const MapPoint& point);
    void setLit(const PointSet& points);
    void setNeighbours(PointSet::Indices points);

Q_SIGNALS:
    void phaseChanged(hierascope::widgets::Side side);
    void progressChanged(hierascope::widgets::Side side);
    void pointsChanged(hierascope::widgets::Side side);
    void frameChanged(hierascope::widgets::Side side);
    void measuresChanged(hierascope::widgets::Side side);
    void densityChanged(hierascope::widgets::Side side);
    void hoverChanged();
    void litChanged();
    void neighboursChanged();

private:
    const ViewState& m_state;
    std::array<Shown, kSides.size()> m_shown;
    bool m_hasSamePoints = false;
    MapPoint m_hover;
    PointSet m_lit;
    PointSet::Indices m_neighbours;
};

} // namespace hierascope::widgets
