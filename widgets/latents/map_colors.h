// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "widgets/state/latent_state.h"

#include <QColor>
#include <QString>

namespace hierascope::widgets {

class Theme;

/// What the colours of a map mean, and the colour of each of its points.
struct MapColoring {
    struct Entry {
        QString name;
        QRgb color = 0;
        std::int64_t count = 0;
    };
    MapColor by = MapColor::Class;
    std::vector<std::uint16_t> indices; ///< [N], into `palette`
    std::vector<QRgb> palette;          ///< entry 0: points without such a thing
    std::vector<Entry> entries;         ///< of categories; empty where `isOrdered`
    bool isOrdered = false;
    double low = 0.0; ///< at the ends of the ordered map
    double high = 1.0;
    bool isThere = true; ///< false: the points have nothing that could be shown so
};

/// Colours points by one of their properties.
MapColoring colorMap(const LatentState::Shown& shown, MapColor by, const Theme& theme);

/// The i-th of colours that people with any colour vision can tell apart: Okabe and Ito's, then
/// further hues of changing lightness.
QRgb categoryColor(int index);

/// "Class", "Trust", ...
QString colorName(MapColor by);

} // namespace hierascope::widgets
