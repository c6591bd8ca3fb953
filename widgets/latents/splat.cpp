// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/splat.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <QThread>
#include <QtConcurrentMap>

namespace hierascope::widgets {

namespace {

constexpr std::size_t kBlock = 2048;
constexpr std::int64_t kMostDiscs = 40'000;
constexpr std::int64_t kMostSquares = 250'000; ///< that are two pixels wide
constexpr std::size_t kWorthThreads = 150'000;
constexpr int kMostThreads = 4;
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

/// Calls for each, at the same time where there are several; returns when all are done.
template <typename Items, typename Work>
void forAll(Items& items, const Work& work) {
    if (items.size() == 1)
        return work(items.front());
    QtConcurrent::blockingMap(items, work);
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

/// One share for each thread; few points are not worth a second one.
void Splatter::divide(std::size_t count) {
    const auto threads = std::size_t(std::clamp(QThread::idealThreadCount(), 1, kMostThreads));
    const std::size_t shares = count < kWorthThreads ? 1 : threads;
    m_shares.resize(shares);
    for (std::size_t i = 0; i < shares; ++i) {
        m_shares[i].first = count * i / shares;
        m_shares[i].last = count * (i + 1) / shares;
    }
}

void Splatter::cull(Share& share, const QSize& size, const SplatPoints& points,
                    const SplatView& view) {
    share.dots.resize(share.last - share.first + 1); // one more than counts, for the last write
    const auto width = unsigned(size.width());
    const auto height = unsigned(size.height());
    const auto scale = float(view.scale);
    const auto shiftX = float(-view.left * view.scale) + 1.0F; // so that a cast rounds down
    const auto shiftY = float(-view.top * view.scale) + 1.0F;
    // Far outside is as good as just outside; the cast of a huge float is not defined.
    constexpr float kMost = 1e6F;
    std::array<std::int32_t, 2 * kBlock> pixels;
    std::size_t visible = 0;
    for (std::size_t first = share.first; first < share.last; first += kBlock) {
        const std::size_t inBlock = std::min(kBlock, share.last - first);
        const float* place = points.places.data() + 2 * first;
        const std::array shift = {shiftX, shiftY, shiftX, shiftY};
        std::size_t i = 0;
        for (; i + 4 <= 2 * inBlock; i += 4) // four at a time: compilers make one instruction of it
            for (std::size_t lane = 0; lane < 4; ++lane) {
                const float at = place[i + lane] * scale + shift[lane];
                const float above = at > 0.0F ? at : 0.0F; // not a number becomes 0, too
                pixels[i + lane] = std::int32_t(above < kMost ? above : kMost);
            }
        for (; i < 2 * inBlock; ++i) {
            const float at = place[i] * scale + shift[i % 2];
            const float above = at > 0.0F ? at : 0.0F;
            pixels[i] = std::int32_t(above < kMost ? above : kMost);
        }
        const std::uint16_t* color = points.colors.data() + first;
        for (std::size_t point = 0; point < inBlock; ++point) {
            const unsigned x = unsigned(pixels[2 * point]) - 1U;
            const unsigned y = unsigned(pixels[2 * point + 1]) - 1U;
            share.dots[visible] = {y * width + x, color[point]};
            visible += std::size_t(unsigned(x < width) & unsigned(y < height));
        }
    }
    share.visible = visible;
}

void Splatter::paint(QImage& canvas, const SplatPoints& points, const SplatView& view) {
    if (canvas.isNull() || points.places.empty())
        return;
    divide(std::min(points.places.size() / 2, points.colors.size()));
    const QSize size = canvas.size();
    forAll(m_shares, [&](Share& share) { cull(share, size, points, view); });
    m_visible = 0;
    for (const Share& share : m_shares)
        m_visible += std::int64_t(share.visible);
    if (m_visible <= kMostDiscs)
        return paintDiscs(canvas, points, radiusFor(m_visible) * view.pixelRatio);
    const int side = m_visible <= kMostSquares ? 2 : 1;
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
    for (const bool isAbove : {false, true})
        for (const Share& share : m_shares)
            for (std::size_t i = 0; i < share.visible; ++i)
                if ((share.dots[i].color >= points.firstAbove) == isAbove)
                    draw(share.dots[i]);
}

void Splatter::addLight(Share& share, const QSize& size, const std::vector<std::uint64_t>& lights,
                        int side) {
    const auto width = std::size_t(size.width());
    const auto height = std::size_t(size.height());
    share.light.resize(width * height); // zero: resolving leaves it so
    std::uint64_t* cells = share.light.data();
    const auto add = [cells](std::size_t at, std::uint64_t light) {
        cells[at] += (cells[at] >> 48U) < kMostLight ? light : 0;
    };
    for (std::size_t i = 0; i < share.visible; ++i) {
        const std::uint64_t light = lights[share.dots[i].color];
        const std::size_t at = share.dots[i].offset;
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
}

void Splatter::resolveRows(QRgb* pixels, std::size_t width, std::size_t first, std::size_t last) {
    const auto& covers = coverTable();
    for (std::size_t at = first * width; at < last * width; ++at) {
        std::uint64_t count = 0, red = 0, green = 0, blue = 0;
        for (Share& share : m_shares) {
            const std::uint64_t light = share.light[at];
            if (light == 0)
                continue;
            share.light[at] = 0;
            count += light >> 48U;
            red += (light >> 32U) & 0xFFFFU;
            green += (light >> 16U) & 0xFFFFU;
            blue += light & 0xFFFFU;
        }
        if (count == 0)
            continue;
        const float share = 255.0F / 63.0F / float(count);
        const auto channel = [share](std::uint64_t sum) { return unsigned(float(sum) * share); };
        pixels[at] =
            mixed(pixels[at], (channel(red) << 16U) | (channel(green) << 8U) | channel(blue),
                  covers[std::min<std::uint64_t>(count, covers.size() - 1)]);
    }
}

void Splatter::paintLight(QImage& canvas, const SplatPoints& points, int side) {
    std::vector<std::uint64_t> lights;
    for (std::size_t i = 0; i < points.palette.size(); ++i)
        lights.push_back(lightOf(points.palette[i], i >= points.firstAbove ? kWeightAbove : 1));
    const QSize size = canvas.size();
    forAll(m_shares, [&](Share& share) { addLight(share, size, lights, side); });
    // Rows of 32-bit pixels have no padding.
    auto* pixels = reinterpret_cast<QRgb*>(canvas.bits());
    const auto width = std::size_t(size.width());
    const auto height = std::size_t(size.height());
    std::vector<std::pair<std::size_t, std::size_t>> bands;
    for (std::size_t i = 0; i < m_shares.size(); ++i)
        bands.emplace_back(height * i / m_shares.size(), height * (i + 1) / m_shares.size());
    forAll(bands, [&](const auto& band) { resolveRows(pixels, width, band.first, band.second); });
}

} // namespace hierascope::widgets
