// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/curve_chart.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "widgets/common/theme.h"
#include "widgets/train/curve_points.h"
#include "widgets/train/train_text.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace hierascope::widgets {

namespace {

constexpr int kLeft = 64;
constexpr int kTop = 30;
constexpr int kBottom = 26;
constexpr int kRight = 14;
constexpr double kFaint = 0.28;

} // namespace

CurveChart::CurveChart(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setMouseTracking(true);
    setMinimumSize(220, 130);
    setToolTip(tr("Move the mouse over the curves to read their values"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CurveChart::setTitle(const QString& title) {
    m_title = title;
    setAccessibleName(title);
}

void CurveChart::setLook(const Look& look) {
    m_look = look;
    measure();
    update();
}

void CurveChart::setLines(std::vector<CurveLine> lines) {
    m_lines = std::move(lines);
    measure();
    setAccessibleDescription(readings().join(QLatin1Char('\n')));
    update();
}

void CurveChart::setHover(const std::optional<double>& x) {
    m_hover = x;
    update();
}

double CurveChart::height(double value) const {
    return m_look.isLogarithmic ? std::log10(value) : value;
}

bool CurveChart::isShown(const QPointF& point) const {
    return !m_look.isLogarithmic || point.y() > 0.0;
}

void CurveChart::measure() {
    constexpr double kMost = std::numeric_limits<double>::max();
    Range x{kMost, -kMost};
    Range y{kMost, -kMost};
    for (const CurveLine& line : m_lines)
        for (const auto* points : {&line.raw, &line.points})
            for (const QPointF& point : *points) {
                if (!isShown(point))
                    continue;
                x = {std::min(x.low, point.x()), std::max(x.high, point.x())};
                y = {std::min(y.low, height(point.y())), std::max(y.high, height(point.y()))};
            }
    if (x.low > x.high)
        return void(m_x = m_y = Range());
    m_x = {x.low, x.high > x.low ? x.high : x.low + 1.0};
    // What differs by rounding alone is a level line.
    const bool isLevel = y.high - y.low <= 1e-9 * std::max(std::abs(y.high), std::abs(y.low));
    const double margin = isLevel ? std::abs(y.high) * 0.1 + 1e-9 : 0.05 * (y.high - y.low);
    m_y = {y.low - margin, y.high + margin};
}

QRectF CurveChart::plot() const {
    return QRectF(rect()).adjusted(kLeft, kTop, -kRight, -kBottom);
}

QPointF CurveChart::toScreen(const QPointF& point) const {
    const QRectF place = plot();
    return {place.left() + m_x.share(point.x()) * place.width(),
            place.bottom() - m_y.share(height(point.y())) * place.height()};
}

QString CurveChart::placeText(double x) const {
    return m_look.isTime ? durationText(x) : QLocale().toString(std::int64_t(std::llround(x)));
}

void CurveChart::paintAxes(QPainter& painter) const {
    constexpr int kRoom = 48;
    const QRectF place = plot();
    const auto rule = [&](double level, const QString& text) {
        const double y = place.bottom() - m_y.share(level) * place.height();
        painter.setPen(m_theme.color(ColorRole::Border));
        painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y));
        painter.setPen(m_theme.color(ColorRole::Secondary));
        painter.drawText(QRectF(0, y - 10, kLeft - 8, 20), Qt::AlignRight | Qt::AlignVCenter, text);
    };
    const int count = std::max(2, int(place.height()) / kRoom);
    const bool hasDecades = m_look.isLogarithmic && m_y.high - m_y.low >= 1.0;
    if (hasDecades)
        for (double level = std::ceil(m_y.low); level <= m_y.high; level += 1.0)
            rule(level, metricValueText(std::pow(10.0, level)));
    else
        for (const double value :
             m_look.isLogarithmic
                 ? ticksBetween(std::pow(10.0, m_y.low), std::pow(10.0, m_y.high), count)
                 : ticksBetween(m_y.low, m_y.high, count))
            if (!m_look.isLogarithmic || value > 0.0)
                rule(height(value), metricValueText(value));
    painter.setPen(m_theme.color(ColorRole::Secondary));
    for (const double x : ticksBetween(m_x.low, m_x.high, std::max(1, int(place.width()) / 110))) {
        const double at = place.left() + m_x.share(x) * place.width();
        painter.drawText(QRectF(at - 50, place.bottom() + 4, 100, 20), Qt::AlignCenter,
                         placeText(x));
    }
}

void CurveChart::paintLine(QPainter& painter, const std::vector<QPointF>& points,
                           const QColor& color, double width) const {
    QPainterPath path;
    for (const QPointF& point : points) {
        if (!isShown(point))
            continue;
        const QPointF at = toScreen(point);
        if (path.elementCount() == 0)
            path.moveTo(at);
        else
            path.lineTo(at);
    }
    if (path.elementCount() == 1) { // a single value is a dot
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(QPointF(path.elementAt(0)), 2.5, 2.5);
        return;
    }
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

const QPointF* CurveChart::reading(const CurveLine& line) const {
    if (line.points.empty())
        return nullptr;
    const int index = m_hover ? nearestPoint(line.points, *m_hover) : int(line.points.size()) - 1;
    return &line.points[std::size_t(index)];
}

QStringList CurveChart::readings() const {
    QStringList lines;
    for (const CurveLine& line : m_lines)
        if (const QPointF* point = reading(line))
            lines << tr("%1: %2 at %3")
                         .arg(line.name, metricValueText(point->y()), placeText(point->x()));
    return lines;
}

void CurveChart::paintReadings(QPainter& painter) const {
    const QRectF place = plot();
    painter.setFont(numberFont());
    double right = width() - kRight;
    for (auto line = m_lines.rbegin(); line != m_lines.rend(); ++line) {
        const QPointF* point = reading(*line);
        if (point == nullptr || !isShown(*point))
            continue;
        const QString text = metricValueText(point->y());
        const double wide = painter.fontMetrics().horizontalAdvance(text);
        painter.setPen(line->color);
        painter.drawText(QPointF(right - wide, kTop - 11), text);
        right -= wide + 14;
        if (m_hover) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(line->color);
            painter.drawEllipse(toScreen(*point), 3.5, 3.5);
        }
    }
    if (m_hover && *m_hover >= m_x.low && *m_hover <= m_x.high) {
        const double at = place.left() + m_x.share(*m_hover) * place.width();
        painter.setPen(QPen(m_theme.color(ColorRole::Secondary), 1, Qt::DotLine));
        painter.drawLine(QPointF(at, place.top()), QPointF(at, place.bottom()));
        painter.setPen(m_theme.color(ColorRole::Text));
        painter.drawText(QRectF(std::min(at + 4, place.right() - 80), place.top(), 80, 18),
                         Qt::AlignLeft, placeText(*m_hover));
    }
}

void CurveChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(ColorRole::Border));
    painter.setBrush(m_theme.color(ColorRole::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(m_theme.color(ColorRole::Text));
    painter.drawText(QPointF(14, kTop - 11), m_title);
    if (std::ranges::none_of(m_lines, [](const CurveLine& line) { return !line.points.empty(); })) {
        painter.setPen(m_theme.color(ColorRole::Secondary));
        painter.drawText(plot(), Qt::AlignCenter, tr("No values yet"));
        return;
    }
    paintAxes(painter);
    painter.save();
    painter.setClipRect(plot().adjusted(-3, -3, 3, 3));
    for (const CurveLine& line : m_lines) {
        QColor faint = line.color;
        faint.setAlphaF(kFaint);
        paintLine(painter, line.raw, faint, 1.0);
    }
    for (const CurveLine& line : m_lines)
        paintLine(painter, line.points, line.color, 1.8);
    painter.restore();
    paintReadings(painter);
}

void CurveChart::mouseMoveEvent(QMouseEvent* event) {
    const QRectF place = plot();
    const double share =
        std::clamp((event->position().x() - place.left()) / std::max(1.0, place.width()), 0.0, 1.0);
    Q_EMIT hovered(m_x.low + share * (m_x.high - m_x.low));
}

void CurveChart::leaveEvent(QEvent*) {
    Q_EMIT hovered(std::nullopt);
}

} // namespace hierascope::widgets
