// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/picture_halves.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace hierascope::widgets {

namespace {

constexpr int kSlicePixels = 500'000; // of the half, about two milliseconds
constexpr std::size_t kKept = 2;

QRgb meanOf(QRgb a, QRgb b, QRgb c, QRgb d) {
    // Two channels at a time, each with room for the sum of four.
    constexpr QRgb kEven = 0x00FF00FF;
    const QRgb low = (a & kEven) + (b & kEven) + (c & kEven) + (d & kEven) + 0x00020002;
    const QRgb high = ((a >> 8) & kEven) + ((b >> 8) & kEven) + ((c >> 8) & kEven) +
                      ((d >> 8) & kEven) + 0x00020002;
    return ((low >> 2) & kEven) | (((high >> 2) & kEven) << 8);
}

void halveRow(const QImage& from, QImage& half, int row) {
    const int below = std::min(2 * row + 1, from.height() - 1);
    const auto* upper = reinterpret_cast<const QRgb*>(from.constScanLine(2 * row));
    const auto* lower = reinterpret_cast<const QRgb*>(from.constScanLine(below));
    auto* line = reinterpret_cast<QRgb*>(half.scanLine(row));
    const int last = from.width() - 1;
    for (int x = 0; x < half.width(); ++x) {
        const int left = 2 * x;
        const int right = std::min(left + 1, last);
        line[x] = meanOf(upper[left], upper[right], lower[left], lower[right]);
    }
}

} // namespace

PictureHalves::PictureHalves(QObject* parent) : QObject(parent) {
    connect(&m_timer, &QTimer::timeout, this, &PictureHalves::makeSlice);
}

void PictureHalves::setImage(const QImage& image) {
    if (image.cacheKey() == m_key)
        return;
    m_timer.stop();
    if (!m_halves.empty())
        m_kept.push_back({m_key, std::move(m_halves)});
    m_image = image;
    m_key = image.cacheKey();
    m_halves.clear();
    m_unfinished = {};
    m_wanted = 0;
    const auto known =
        std::ranges::find_if(m_kept, [this](const Kept& kept) { return kept.key == m_key; });
    if (known != m_kept.end()) {
        m_halves = std::move(known->halves);
        m_kept.erase(known);
    }
    if (m_kept.size() > kKept)
        m_kept.erase(m_kept.begin());
}

const QImage& PictureHalves::forZoom(double zoom) {
    const double steps = zoom < 1.0 ? std::floor(std::log2(1.0 / zoom)) : 0.0;
    m_wanted = std::max(m_wanted, std::size_t(steps));
    if (m_halves.size() < m_wanted && !m_image.isNull() && !m_timer.isActive())
        m_timer.start(0);
    const std::size_t made = std::min(std::size_t(steps), m_halves.size());
    return made == 0 ? m_image : m_halves[made - 1];
}

void PictureHalves::makeSlice() {
    const QImage& source = m_halves.empty() ? m_image : m_halves.back();
    if (m_halves.size() >= m_wanted || std::min(source.width(), source.height()) < 2) {
        m_timer.stop();
        return;
    }
    if (source.depth() != 32) {
        m_image = m_image.convertToFormat(QImage::Format_RGB32);
        return;
    }
    if (m_unfinished.isNull()) {
        m_unfinished = QImage((source.width() + 1) / 2, (source.height() + 1) / 2, source.format());
        m_rows = 0;
    }
    const int rows = std::max(1, kSlicePixels / m_unfinished.width());
    const int end = std::min(m_unfinished.height(), m_rows + rows);
    for (; m_rows < end; ++m_rows)
        halveRow(source, m_unfinished, m_rows);
    if (m_rows < m_unfinished.height())
        return;
    m_halves.push_back(std::exchange(m_unfinished, {}));
    Q_EMIT halved();
}

} // namespace hierascope::widgets
