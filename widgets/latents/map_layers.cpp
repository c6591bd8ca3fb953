// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/map_layers.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/common/picture_paint.h"
#include "widgets/common/pictures.h"
#include "widgets/common/theme.h"
#include "widgets/state/latent_edit.h"

#include <QPainter>
#include <QPainterPath>

namespace hierascope::widgets {

namespace {

constexpr int kMostImages = 4000;
constexpr double kPictureSide = 38.0;
constexpr double kPictureCell = 44.0;
constexpr std::size_t kMostLabels = 40;
constexpr int kLabelSample = 4000; // of each category: the median needs no more

/// The same order at any zoom, so that pictures do not flicker.
std::size_t scattered(std::size_t i, std::size_t count) {
    constexpr std::size_t kPrime = 2654435761U;
    return (i * kPrime) % count;
}

float medianOf(std::vector<float>& values) {
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Breaks a text between its parts where it is too wide, and cuts a part that is.
QStringList brokenLines(const QString& text, const QFontMetricsF& metrics, double width) {
    const QString gap = QStringLiteral(" · ");
    QStringList lines;
    for (const QString& part : text.split(gap)) {
        const QString joined = lines.isEmpty() ? part : lines.last() + gap + part;
        if (!lines.isEmpty() && metrics.horizontalAdvance(joined) <= width)
            lines.last() = joined;
        else
            lines << metrics.elidedText(part, Qt::ElideRight, width);
    }
    return lines;
}

/// A name with a seam that keeps it readable over any points.
QImage drawnLabel(const QString& name, QFont font, double ratio, const Theme& theme) {
    constexpr int kMostLetters = 22;
    constexpr double kSeam = 4.0;
    font.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(font);
    const QString text =
        metrics.elidedText(name, Qt::ElideRight, metrics.averageCharWidth() * kMostLetters);
    const QSizeF size(metrics.horizontalAdvance(text) + 2 * kSeam, metrics.height() + kSeam);
    QImage drawn(QSize(int(std::ceil(size.width() * ratio)), int(std::ceil(size.height() * ratio))),
                 QImage::Format_ARGB32_Premultiplied);
    drawn.setDevicePixelRatio(ratio);
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath path;
    path.addText(kSeam, kSeam / 2 + metrics.ascent(), font, text);
    QColor seam = theme.color(ColorRole::Canvas);
    seam.setAlphaF(0.85F);
    painter.strokePath(path, QPen(seam, kSeam, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, theme.color(ColorRole::Text));
    return drawn;
}

} // namespace

void PointPictures::setPoints(LatentState::Points points) {
    if (points == m_points)
        return;
    m_points = std::move(points);
    m_images.clear();
}

QImage PointPictures::whole(std::int32_t index) {
    if (!m_points || index < 0 || index >= m_points->count())
        return {};
    const std::int32_t image = m_points->points[std::size_t(index)].image;
    if (image < 0)
        return {};
    if (m_images.size() > kMostImages)
        m_images.clear();
    const auto found = m_images.constFind(image);
    if (found != m_images.cend())
        return *found;
    return *m_images.insert(image, imageFromRgb8(m_points->images[std::size_t(image)].thumbnail));
}

QRectF PointPictures::crop(std::int32_t index) const {
    constexpr double kLeast = 0.34; // of the picture's sides
    QRectF share = shareOf(*m_points, m_points->points[std::size_t(index)]);
    const QPointF center = share.center();
    share.setSize(share.size().expandedTo({kLeast, kLeast}));
    share.moveCenter(center);
    share.moveLeft(std::clamp(share.left(), 0.0, 1.0 - share.width()));
    share.moveTop(std::clamp(share.top(), 0.0, 1.0 - share.height()));
    return share;
}

void DensityLayer::setGrid(LatentState::Density grid, const Theme& theme) {
    m_grid = std::move(grid);
    m_picture = {};
    m_line = theme.color(ColorRole::Text);
    if (!m_grid || m_grid->values.empty() || m_grid->rows <= 0 || m_grid->columns <= 0)
        return m_grid.reset();
    const float most = std::max(*std::ranges::max_element(m_grid->values), 1e-30F);
    m_picture = QImage(m_grid->columns, m_grid->rows, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < m_grid->rows; ++y) {
        auto* line = reinterpret_cast<QRgb*>(m_picture.scanLine(y));
        for (int x = 0; x < m_grid->columns; ++x) {
            const float value =
                m_grid->values[std::size_t(y) * std::size_t(m_grid->columns) + std::size_t(x)] /
                most;
            const QRgb color = mappedColor(ColorMap::Magnitude, value);
            line[x] = qPremultiply(qRgba(qRed(color), qGreen(color), qBlue(color),
                                         int(255.0F * std::min(1.0F, 8.0F * value))));
        }
    }
}

void DensityLayer::paint(QPainter& painter, const MapCamera& camera, const QSizeF& size) const {
    if (!m_grid)
        return;
    const QRectF place(camera.toScreen({m_grid->left, m_grid->top}, size),
                       camera.toScreen({m_grid->right, m_grid->bottom}, size));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const auto& contour : m_grid->contours) {
        QColor line = m_line;
        line.setAlphaF(0.25F + 0.45F * std::clamp(contour.level, 0.0F, 1.0F));
        painter.setPen(QPen(line, 1.2));
        QPolygonF outline;
        for (std::size_t i = 0; i + 1 < contour.points.size(); i += 2)
            outline << camera.toScreen({contour.points[i], contour.points[i + 1]}, size);
        painter.drawPolygon(outline);
    }
}

void paintPictures(QPainter& painter, std::span<const float> places, const MapColoring& coloring,
                   PointPictures& pictures, const MapCamera& camera, const QSizeF& size) {
    const std::size_t count = std::min(places.size() / 2, coloring.indices.size());
    const int columns = int(size.width() / kPictureCell) + 3;
    const int rows = int(size.height() / kPictureCell) + 3;
    std::vector<bool> isTaken(std::size_t(columns) * std::size_t(rows));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t index = scattered(i, count);
        const QPointF at = camera.toScreen({places[2 * index], places[2 * index + 1]}, size);
        const int column = int(std::floor(at.x() / kPictureCell)) + 1;
        const int row = int(std::floor(at.y() / kPictureCell)) + 1;
        if (column < 0 || row < 0 || column >= columns || row >= rows)
            continue;
        const auto cell = std::size_t(row) * std::size_t(columns) + std::size_t(column);
        if (isTaken[cell])
            continue;
        const QImage whole = pictures.whole(std::int32_t(index));
        if (whole.isNull())
            continue;
        isTaken[cell] = true;
        // In the middle of its cell: no two pictures overlap, and none is far from its point.
        const QPointF center((column - 0.5) * kPictureCell, (row - 0.5) * kPictureCell);
        QRectF frame(0.0, 0.0, kPictureSide, kPictureSide);
        frame.moveCenter(center);
        const QRectF crop = pictures.crop(std::int32_t(index));
        painter.drawImage(frame, whole,
                          QRectF(crop.left() * whole.width(), crop.top() * whole.height(),
                                 crop.width() * whole.width(), crop.height() * whole.height()));
        painter.setPen(QPen(QColor(coloring.palette[coloring.indices[index]]), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(frame);
    }
}

std::vector<MapLabel> mapLabels(std::span<const float> places, const MapColoring& coloring) {
    std::vector<MapLabel> labels;
    if (coloring.isOrdered || coloring.entries.size() > kMostLabels || coloring.entries.size() < 2)
        return labels;
    std::vector<std::vector<float>> xs(coloring.palette.size());
    std::vector<std::vector<float>> ys(coloring.palette.size());
    const std::size_t count = std::min(places.size() / 2, coloring.indices.size());
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint16_t color = coloring.indices[i];
        if (color == 0 || xs[color].size() >= kLabelSample)
            continue;
        xs[color].push_back(places[2 * i]);
        ys[color].push_back(places[2 * i + 1]);
    }
    for (const MapColoring::Entry& entry : coloring.entries)
        for (std::size_t color = 1; color < xs.size(); ++color)
            if (coloring.palette[color] == entry.color && !xs[color].empty()) {
                labels.push_back({entry.name,
                                  {double(medianOf(xs[color])), double(medianOf(ys[color]))},
                                  QColor(entry.color)});
                break;
            }
    return labels;
}

void LabelPainter::paint(QPainter& painter, const std::vector<MapLabel>& labels,
                         const MapCamera& camera, const QSizeF& size, const Theme& theme) {
    constexpr int kMostKept = 400;
    const double ratio = painter.device()->devicePixelRatioF();
    if (m_drawn.size() > kMostKept)
        m_drawn.clear();
    std::vector<QRectF> taken;
    for (const MapLabel& label : labels) {
        QImage& drawn = m_drawn[label.text];
        if (drawn.isNull() || drawn.devicePixelRatio() != ratio)
            drawn = drawnLabel(label.text, painter.font(), ratio, theme);
        QRectF box(QPointF(), drawn.deviceIndependentSize());
        box.moveCenter(camera.toScreen(label.place, size));
        const auto overlaps = [&box](const QRectF& other) { return other.intersects(box); };
        if (std::ranges::any_of(taken, overlaps))
            continue;
        taken.push_back(box);
        painter.drawImage(QPointF(std::round(box.left()), std::round(box.top())), drawn);
    }
}

void paintBadge(QPainter& painter, const QSizeF& size, const QString& side, const QColor& color,
                const QString& text, const Theme& theme) {
    if (text.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(numberFont());
    const QFontMetricsF metrics(painter.font());
    const double badge = side.isEmpty() ? 0.0 : 24.0;
    const double most = size.width() - 48.0 - badge;
    const QStringList lines = brokenLines(text, metrics, most);
    double width = 0.0;
    for (const QString& line : lines)
        width = std::max(width, metrics.horizontalAdvance(line));
    const double high = metrics.lineSpacing() * double(lines.size()) + 12.0;
    const QRectF box(12.0, 12.0, std::min(width, most) + 24.0 + badge, high);
    painter.setPen(theme.color(ColorRole::Border));
    painter.setBrush(stripColor(theme));
    painter.drawRoundedRect(box.translated(0.5, 0.5), 5.0, 5.0);
    if (!side.isEmpty()) {
        const QRectF tag(box.left() + 6.0, box.top() + 5.0, 18.0, 18.0);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRoundedRect(tag, 4.0, 4.0);
        painter.setPen(inkOn(color));
        painter.drawText(tag, Qt::AlignCenter, side);
    }
    painter.setPen(theme.color(ColorRole::Text));
    painter.drawText(box.adjusted(12.0 + badge, 0.0, 0.0, 0.0), Qt::AlignVCenter,
                     lines.join(QLatin1Char('\n')));
}

void paintFocus(QPainter& painter, const QRect& place, const Theme& theme) {
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(ColorRole::Focus), 2.0));
    painter.drawRect(place.adjusted(1, 1, -1, -1));
}

void paintHovered(QPainter& painter, const QPointF& at, const QSizeF& size, const QImage& picture,
                  const QRectF& share, const QStringList& lines, const Theme& theme) {
    constexpr double kSide = 72.0;
    constexpr double kPad = 8.0;
    constexpr double kRing = 7.0;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(ColorRole::Text), 2.0));
    painter.drawEllipse(at, kRing, kRing);
    if (lines.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF metrics(painter.font());
    double width = 0.0;
    for (const QString& line : lines)
        width = std::max(width, metrics.horizontalAdvance(line));
    const double beside = picture.isNull() ? 0.0 : kSide + kPad;
    const double height =
        std::max(metrics.lineSpacing() * double(lines.size()), picture.isNull() ? 0.0 : kSide);
    QRectF box(at + QPointF(16.0, 16.0), QSizeF(width + beside + 2 * kPad, height + 2 * kPad));
    if (box.right() > size.width() - 4.0)
        box.moveRight(at.x() - 12.0);
    if (box.bottom() > size.height() - 4.0)
        box.moveBottom(at.y() - 12.0);
    box.moveLeft(std::max(box.left(), 4.0));
    box.moveTop(std::max(box.top(), 4.0));
    painter.setPen(theme.color(ColorRole::Border));
    painter.setBrush(theme.color(ColorRole::Raised));
    painter.drawRoundedRect(box, 6.0, 6.0);
    if (!picture.isNull()) {
        QSizeF fitted = QSizeF(picture.size()).scaled(kSide, kSide, Qt::KeepAspectRatio);
        const QRectF place(box.topLeft() + QPointF(kPad, kPad), fitted);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(place, picture);
        const QRectF token(place.left() + share.left() * place.width(),
                           place.top() + share.top() * place.height(),
                           share.width() * place.width(), share.height() * place.height());
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(ColorRole::Selection), 1.5));
        painter.drawRect(token);
    }
    QPointF pen = box.topLeft() + QPointF(kPad + beside, kPad + metrics.ascent());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        painter.setPen(theme.color(i == 0 ? ColorRole::Text : ColorRole::Secondary));
        painter.drawText(pen, lines[i]);
        pen.ry() += metrics.lineSpacing();
    }
}

} // namespace hierascope::widgets
