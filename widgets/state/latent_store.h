// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <list>

#include "widgets/state/latent_state.h"
#include "widgets/state/services.h"

#include <QString>

namespace hierascope::widgets {

/// Points that were asked for, or that are being gathered.
struct GatheredPoints {
    QString key;
    Services::Gathering gathering; ///< null before it began
    LatentState::Points points;    ///< null before the end
    /// The same once more with the PSNR of every image, where somebody asks for it.
    Services::Gathering withPsnr{};
    bool isPsnrKnown = false; ///< or was tried
};

/// A map of points, as far as it is.
struct MapRun {
    QString key;
    QString pointsKey;
    LatentMapping mapping;
    Services::Map map;        ///< null before its start, and after another run took it over
    std::int64_t planned = 0; ///< iterations that `map` was told
    LatentState::Frame frame;
    LatentState::Uniformity uniformity; ///< of `measured`
    LatentState::Trust trust;           ///< of `measured`
    LatentState::Frame measured;
    LatentState::Frame aligned;   ///< `frame` turned towards `alignedTo`
    LatentState::Frame alignedOf; ///< the frame that was turned
    LatentState::Frame alignedTo;
    runtime::MapSeconds seconds;
};

/// What was gathered and laid out before, so that going back costs nothing; the oldest go first.
class LatentStore {
public:
    /// Finds, or makes an empty one; a look keeps it from being dropped.
    GatheredPoints& points(const QString& key);
    LatentState::Points findPoints(const QString& key) const; ///< null where there are none
    MapRun& run(const QString& key);
    bool hasRun(const QString& key) const;
    /// A run of the same points whose map can begin again without new neighbours; null for none.
    MapRun* donor(const MapRun& run);

private:
    static constexpr std::size_t kMostPoints = 4;
    static constexpr std::size_t kMostRuns = 8;

    template <typename Entry>
    static Entry& find(std::list<Entry>& entries, const QString& key, std::size_t most);

    std::list<GatheredPoints> m_points; ///< the latest look first
    std::list<MapRun> m_runs;
};

} // namespace hierascope::widgets
