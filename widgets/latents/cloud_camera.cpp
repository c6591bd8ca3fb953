// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/cloud_camera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hierascope::widgets {

namespace {

using Vector = std::array<double, 3>;

double radians(double degrees) {
    return degrees * std::numbers::pi / 180.0;
}

double dot(const Vector& a, const Vector& b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

} // namespace

double CloudCamera::distance() const {
    return 1.02 * reach / std::sin(radians(kAngle / 2.0)) / zoom;
}

Vector CloudCamera::backward() const {
    const double flat = std::cos(radians(elevation));
    return {flat * std::sin(radians(azimuth)), std::sin(radians(elevation)),
            flat * std::cos(radians(azimuth))};
}

Vector CloudCamera::right() const {
    return {std::cos(radians(azimuth)), 0.0, -std::sin(radians(azimuth))};
}

Vector CloudCamera::up() const {
    const Vector b = backward();
    const Vector r = right();
    return {b[1] * r[2] - b[2] * r[1], b[2] * r[0] - b[0] * r[2], b[0] * r[1] - b[1] * r[0]};
}

std::vector<float> CloudCamera::project(std::span<const float> places, const QSizeF& size) const {
    const Vector b = backward();
    const Vector r = right();
    const Vector u = up();
    const double far = distance();
    const double focus = size.height() / 2.0 / std::tan(radians(kAngle / 2.0));
    std::vector<float> pixels(places.size() / 3 * 2);
    for (std::size_t i = 0; 3 * i + 2 < places.size(); ++i) {
        const Vector from = {double(places[3 * i]) - center[0],
                             double(places[3 * i + 1]) - center[1],
                             double(places[3 * i + 2]) - center[2]};
        const double depth = far - dot(from, b);
        const bool isAhead = depth > 1e-9 * far;
        pixels[2 * i] = isAhead ? float(size.width() / 2.0 + focus * dot(from, r) / depth) : -1e6F;
        pixels[2 * i + 1] =
            isAhead ? float(size.height() / 2.0 - focus * dot(from, u) / depth) : -1e6F;
    }
    return pixels;
}

void CloudCamera::fit(std::span<const float> places) {
    if (places.size() < 3)
        return;
    Vector low = {places[0], places[1], places[2]};
    Vector high = low;
    for (std::size_t i = 0; i + 2 < places.size(); i += 3)
        for (std::size_t axis = 0; axis < 3; ++axis) {
            low[axis] = std::min(low[axis], double(places[i + axis]));
            high[axis] = std::max(high[axis], double(places[i + axis]));
        }
    double squares = 0.0;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        center[axis] = (low[axis] + high[axis]) / 2.0;
        squares += (high[axis] - low[axis]) * (high[axis] - low[axis]);
    }
    reach = std::max(std::sqrt(squares) / 2.0, 1e-12);
}

} // namespace hierascope::widgets
