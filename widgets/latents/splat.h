// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <QImage>
#include <QSize>

namespace hierascope::widgets {

/// Points to be drawn.
struct SplatPoints {
    std::span<const float> places;         ///< [N, 2], map coordinates
    std::span<const std::uint16_t> colors; ///< [N], index into `palette`
    std::span<const QRgb> palette;
    /// Palette entries from here on lie above the others and weigh more.
    std::uint16_t firstAbove = 0xFFFF;
};

/// Where the map lies on the image, in the image's own pixels.
struct SplatView {
    double left = 0.0; ///< map coordinate at the left edge
    double top = 0.0;
    double scale = 1.0; ///< pixels for a unit
    double pixelRatio = 1.0;
};

/// Draws many points into an image: soft discs where they are few, mixed light where they are many.
///
/// Many are shared among a few threads; the call returns when all is drawn.
class Splatter {
public:
    /// @param canvas Format_RGB32; what is in it shines through
    void paint(QImage& canvas, const SplatPoints& points, const SplatView& view);
    /// How many points were inside of the canvas when it was last painted.
    std::int64_t visible() const { return m_visible; }
    /// The radius of a disc among so many in sight, in logical pixels.
    static double radiusFor(std::int64_t visible);

private:
    struct Dot {
        std::uint32_t offset; ///< of the pixel, row-major
        std::uint16_t color;
    };
    /// The points of one thread.
    struct Share {
        std::size_t first = 0;
        std::size_t last = 0;
        std::vector<Dot> dots; ///< the first `visible` count
        std::size_t visible = 0;
        std::vector<std::uint64_t>
            light; ///< [height, width]: count, red, green, blue, 16 bits each
    };

    void divide(std::size_t count);
    static void cull(Share& share, const QSize& size, const SplatPoints& points,
                     const SplatView& view);
    void paintDiscs(QImage& canvas, const SplatPoints& points, double radius) const;
    void paintLight(QImage& canvas, const SplatPoints& points, int side);
    static void addLight(Share& share, const QSize& size, const std::vector<std::uint64_t>& lights,
                         int side);
    void resolveRows(QRgb* pixels, std::size_t width, std::size_t first, std::size_t last);

    std::vector<Share> m_shares;
    std::int64_t m_visible = 0;
};

} // namespace hierascope::widgets
