// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/splat.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hierascope::widgets {

namespace {

constexpr std::size_t kBlock = 2048;
constexpr std::int64_t kMostDiscs = 40'000;
constexpr std::uint64_t kMostLight = 1000; ///< of one pixel: 63 times this fits into 16 bits
constexpr std::uint64_t kWeightAbove = 6;
constexpr float kOpacity = 0.82F;

/// The part of each pixel that a disc covers, times its opacity, in 0 .. 256.
struct Stamp {
    int reach = 0;
    std::vector<std::uint16_t> cover; ///< [2 * reach + 1, 2 * reach + 1]
};

Stamp makeStamp(double radius) {
    Stamp stamp;
    stamp.reach = std::max(0, int(std::ceil(radius - 0.5)));
    const int side = 2 * stamp.reach + 1;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const double distance = std::hypot(x - stamp.reach, y - stamp.reach);
            const double cover = std::clamp(radius + 0.5 - distance, 0.0, 1.0);
            stamp.cover.push_back(std::uint16_t(std::lround(256.0 * cover * double(kOpacity))));
        }
    return stamp;
}

QRgb mixed(QRgb below, QRgb above, unsigned share) {
    const unsigned rb = below & 0xFF00FFU;
    const unsigned g = below & 0x00FF00U;
    const unsigned mixedRb = rb + ((((above & 0xFF00FFU) - rb) * share) >> 8);
    const unsigned mixedG = g + ((((above & 0x00FF00U) - g) * share) >> 8);
    return 0xFF000000U | (mixedRb & 0xFF00FFU) | (mixedG & 0x00FF00U);
}

/// One point of a colour as light: its count and six bits of each channel.
std::uint64_t lightOf(QRgb color, std::uint64_t weight) {
    const auto channel = [](int value) { return std::uint64_t(value) >> 2U; };
    return ((std::uint64_t{1} << 48U) | (channel(qRed(color)) << 32U) |
            (channel(qGreen(color)) << 16U) | channel(qBlue(color))) *
           weight;
}

/// How strongly so many points on one pixel cover what is below, in 0 .. 256.
const std::array<std::uint16_t, kMostLight + 64>& coverTable() {
    static const auto table = [] {
        std::array<std::uint16_t, kMostLight + 64> values{};
        float left = 1.0F;
        for (std::size_t count = 1; count < values.size(); ++count) {
            left *= count <= 24 ? 1.0F - 0.62F / (1.0F + 0.12F * float(count)) : 1.0F;
            values[count] = std::uint16_t(256.0F * (1.0F - left));
        }
        return values;
    }();
    return table;
}

} // namespace

double Splatter::radiusFor(std::int64_t visible) {
    return visible <= 600     ? 4.5
           : visible <= 3000  ? 3.5
           : visible <= 12000 ? 2.5
           : visible <= 40000 ? 1.8
                              : 1.0;
}

void Splatter::cull(const QImage& canvas, const SplatPoints& points, const SplatView& view) {
    const std::size_t count = std::min(points.places.size() / 2, points.colors.size());
    m_dots.resize(count);
    const auto width = unsigned(canvas.width());
    const auto height = unsigned(canvas.height());
    const auto scale = float(view.scale);
    const auto shiftX = float(-view.left * view.scale);
    const auto shiftY = float(-view.top * view.scale);
    // Far outside is as good as just outside; the cast of a huge float is not defined.
    const float most = 1e6F;
    std::array<std::int32_t, 2 * kBlock> pixels;
    std::size_t visible = 0;
    for (std::size_t first = 0; first < count; first += kBlock) {
        const std::size_t inBlock = std::min(kBlock, count - first);
        const float* place = points.places.data() + 2 * first;
        for (std::size_t i = 0; i < inBlock; ++i) {
            const float x = std::min(std::max(place[2 * i] * scale + shiftX, -1.0F), most);
            const float y = std::min(std::max(place[2 * i + 1] * scale + shiftY, -1.0F), most);
            pixels[2 * i] = std::int32_t(x + 1.0F) - 1;
            pixels[2 * i + 1] = std::int32_t(y + 1.0F) - 1;
        }
        for (std::size_t i = 0; i < inBlock; ++i) {
            const auto x = unsigned(pixels[2 * i]);
            const auto y = unsigned(pixels[2 * i + 1]);
            m_dots[visible] = {y * width + x, points.colors[first + i]};
            visible += std::size_t(unsigned(x < width) & unsigned(y < height));
        }
    }
    m_visible = visible;
}

void Splatter::paint(QImage& canvas, const SplatPoints& points, const SplatView& view) {
    if (canvas.isNull() || points.places.empty())
        return;
    cull(canvas, points, view);
    const double radius = radiusFor(visible()) * view.pixelRatio;
    if (visible() <= kMostDiscs)
        return paintDiscs(canvas, points, radius);
    const int side = visible() <= 250'000 ? 2 : 1;
    paintLight(canvas, points, std::max(1, int(std::lround(side * view.pixelRatio))));
}

void Splatter::paintDiscs(QImage& canvas, const SplatPoints& points, double radius) const {
    const Stamp stamp = makeStamp(radius);
    const int side = 2 * stamp.reach + 1;
    const int width = canvas.width();
    const int height = canvas.height();
    const auto stride = std::size_t(canvas.bytesPerLine()) / sizeof(QRgb);
    auto* pixels = reinterpret_cast<QRgb*>(canvas.bits());
    const auto draw = [&](const Dot& dot) {
        const int left = int(dot.offset % unsigned(width)) - stamp.reach;
        const int top = int(dot.offset / unsigned(width)) - stamp.reach;
        const QRgb color = points.palette[dot.color];
        const int firstX = std::max(0, -left);
        const int lastX = std::min(side, width - left);
        for (int y = std::max(0, -top); y < std::min(side, height - top); ++y) {
            QRgb* line = pixels + std::size_t(top + y) * stride + left;
            const std::uint16_t* cover = stamp.cover.data() + y * side;
            for (int x = firstX; x < lastX; ++x)
                if (cover[x] != 0)
                    line[x] = mixed(line[x], color, cover[x]);
        }
    };
    bool hasAbove = false;
    for (std::size_t i = 0; i < m_visible; ++i) {
        if (m_dots[i].color < points.firstAbove)
            draw(m_dots[i]);
        else
            hasAbove = true;
    }
    for (std::size_t i = 0; hasAbove && i < m_visible; ++i)
        if (m_dots[i].color >= points.firstAbove)
            draw(m_dots[i]);
}

void Splatter::paintLight(QImage& canvas, const SplatPoints& points, int side) {
    const auto width = std::size_t(canvas.width());
    const auto height = std::size_t(canvas.height());
    m_light.resize(width * height); // zero: painting leaves it so
    std::vector<std::uint64_t> lights;
    for (std::size_t i = 0; i < points.palette.size(); ++i)
        lights.push_back(lightOf(points.palette[i], i >= points.firstAbove ? kWeightAbove : 1));
    const auto add = [this](std::size_t at, std::uint64_t light) {
        std::uint64_t& cell = m_light[at];
        cell += (cell >> 48U) < kMostLight ? light : 0;
    };
    for (std::size_t i = 0; i < m_visible; ++i) {
        const std::uint64_t light = lights[m_dots[i].color];
        const std::size_t at = m_dots[i].offset;
        if (side == 1) {
            add(at, light);
            continue;
        }
        const std::size_t columns = std::min(std::size_t(side), width - at % width);
        const std::size_t rows = std::min(std::size_t(side), height - at / width);
        for (std::size_t y = 0; y < rows; ++y)
            for (std::size_t x = 0; x < columns; ++x)
                add(at + y * width + x, light);
    }
    const auto& covers = coverTable();
    for (std::size_t y = 0; y < height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(canvas.scanLine(int(y)));
        std::uint64_t* light = m_light.data() + y * width;
        for (std::size_t x = 0; x < width; ++x) {
            const std::uint64_t sum = light[x];
            if (sum == 0)
                continue;
            light[x] = 0;
            const std::uint64_t count = sum >> 48U;
            const float share = 255.0F / 63.0F / float(count);
            const auto channel = [&](unsigned shift) {
                return unsigned(float((sum >> shift) & 0xFFFFU) * share);
            };
            line[x] = mixed(line[x], (channel(32) << 16U) | (channel(16) << 8U) | channel(0),
                            covers[std::min<std::uint64_t>(count, covers.size() - 1)]);
        }
    }
}

} // namespace hierascope::widgets
