// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <span>
#include <vector>

#include <QSizeF>

namespace hierascope::widgets {

/// From where a cloud in space is seen: it turns around its middle.
struct CloudCamera {
    std::array<double, 3> center = {0.0, 0.0, 0.0};
    double reach = 1.0;      ///< radius of the cloud
    double azimuth = 35.0;   ///< degrees around the upright axis
    double elevation = 20.0; ///< degrees above the horizon, short of the poles
    double zoom = 1.0;
    bool operator==(const CloudCamera&) const = default;

    static constexpr double kAngle = 30.0; ///< of the view, degrees

    double distance() const;
    std::array<double, 3> backward() const; ///< from the middle to the eye, of length 1
    std::array<double, 3> right() const;
    std::array<double, 3> up() const;

    /// Where points appear in a picture of this size; behind the eye: far outside.
    ///
    /// @param places [N, 3]
    /// @return       [N, 2] pixels from the upper left corner
    std::vector<float> project(std::span<const float> places, const QSizeF& size) const;
    /// Looks at the middle of all points, from the same side.
    void fit(std::span<const float> places);
};

} // namespace hierascope::widgets
