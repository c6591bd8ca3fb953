// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/codebook/usage_curve.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "widgets/common/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

namespace hierascope::widgets {

namespace {

constexpr double kTop = 34.0;
constexpr double kLeft = 56.0;
constexpr double kRight = 14.0;
constexpr double kBottom = 24.0;

} // namespace

UsageCurve::UsageCurve(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setAccessibleName(tr("Usage curve"));
    setToolTip(tr("How often each code occurs, the most used first; counts are logarithmic"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void UsageCurve::setLines(const QString& title, std::vector<Line> lines) {
    m_title = title;
    m_lines = std::move(lines);
    QStringList words{title};
    for (Line& line : m_lines) {
        std::ranges::sort(line.counts, std::greater<>());
        const auto used = std::ranges::count_if(line.counts, [](auto count) { return count > 0; });
        words << tr("%1: %2 of %3 codes are used").arg(line.name).arg(used).arg(line.counts.size());
    }
    setAccessibleDescription(words.join(QLatin1Char('\n')));
    update();
}

void UsageCurve::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(ColorRole::Border));
    painter.setBrush(m_theme.color(ColorRole::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(m_theme.color(ColorRole::Text));
    painter.drawText(QPointF(12, 22), m_title);
    std::int64_t most = 1;
    std::size_t codes = 1;
    for (const Line& line : m_lines) {
        codes = std::max(codes, line.counts.size());
        if (!line.counts.empty())
            most = std::max(most, line.counts.front());
    }
    const QRectF place = QRectF(rect()).adjusted(kLeft, kTop, -kRight, -kBottom);
    const auto heightOf = [&](double count) {
        return place.bottom() - place.height() * std::log1p(count) / std::log1p(double(most));
    };
    const auto rule = [&](double count) {
        const double y = heightOf(count);
        painter.setPen(m_theme.color(ColorRole::Border));
        painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y));
        painter.setPen(m_theme.color(ColorRole::Secondary));
        painter.drawText(QRectF(0, y - 9, kLeft - 8, 18), Qt::AlignRight | Qt::AlignVCenter,
                         locale().toString(qlonglong(count)));
    };
    rule(0.0);
    for (double count = 1.0; count < double(most) / 2.5; count *= 10.0)
        rule(count);
    rule(double(most));
    painter.setPen(m_theme.color(ColorRole::Secondary));
    for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0})
        painter.drawText(
            QRectF(place.left() + share * place.width() - 40, place.bottom() + 3, 80, 18),
            share >= 1.0 ? Qt::AlignLeft : Qt::AlignHCenter,
            locale().toString(qlonglong(share * double(codes))));
    double right = width() - kRight;
    for (const Line& line : m_lines) {
        QPainterPath path;
        const auto step = std::max<std::size_t>(1, line.counts.size() / 2000);
        for (std::size_t i = 0; i < line.counts.size(); i += step) {
            const QPointF at(place.left() + place.width() * double(i) / double(codes),
                             heightOf(double(line.counts[i])));
            i == 0 ? path.moveTo(at) : path.lineTo(at);
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(line.color, 2.0, line.isDashed ? Qt::DashLine : Qt::SolidLine));
        painter.drawPath(path);
        if (line.name.isEmpty())
            continue;
        right -= painter.fontMetrics().horizontalAdvance(line.name);
        painter.drawText(QPointF(right, 22), line.name);
        painter.drawLine(QPointF(right - 24, 17), QPointF(right - 6, 17));
        right -= 40;
    }
}

} // namespace hierascope::widgets
