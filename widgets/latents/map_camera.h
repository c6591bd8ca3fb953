// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QSizeF>

namespace hierascope::widgets {

/// Which part of a map is in sight.
struct MapCamera {
    QPointF center;       ///< in map coordinates
    double scale = 1.0;   ///< logical pixels for a unit of the map
    bool isFitted = true; ///< it follows the map as that grows
    bool operator==(const MapCamera&) const = default;

    QPointF toScreen(const QPointF& place, const QSizeF& size) const {
        return {(place.x() - center.x()) * scale + size.width() / 2.0,
                (place.y() - center.y()) * scale + size.height() / 2.0};
    }
    QPointF toMap(const QPointF& pixel, const QSizeF& size) const {
        return {(pixel.x() - size.width() / 2.0) / scale + center.x(),
                (pixel.y() - size.height() / 2.0) / scale + center.y()};
    }
};

} // namespace hierascope::widgets
