// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/generate/guidance_curve.h"

#include <algorithm>

#include "widgets/common/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

namespace hierascope::widgets {

namespace {

constexpr int kText = 18; // of the scale at the left, and of the steps below

QString scaleText(double scale) {
    return QLocale().toString(scale, 'f', 2);
}

} // namespace

GuidanceCurve::GuidanceCurve(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme) {
    setAccessibleName(tr("Guidance over the steps"));
    setToolTip(tr("The scale that pulls each step towards the class; 1 is no guidance"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void GuidanceCurve::setSubject(const QString& name, const QString& tip) {
    setAccessibleName(name);
    setToolTip(tip);
}

void GuidanceCurve::setCurve(const std::vector<double>& scales, int current) {
    m_scales = scales;
    m_current = current;
    QStringList values;
    for (const double scale : scales)
        values << scaleText(scale);
    setAccessibleDescription(values.join(QStringLiteral(", ")));
    update();
}

void GuidanceCurve::paintEvent(QPaintEvent*) {
    if (m_scales.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(numberFont(8));
    const double highest = std::max(1.0, *std::ranges::max_element(m_scales));
    const double lowest = std::min(1.0, *std::ranges::min_element(m_scales));
    const double span = std::max(highest - lowest, 0.01);
    const int left = painter.fontMetrics().horizontalAdvance(scaleText(highest)) + 8;
    const QRectF plot(left, 6, width() - left - 2, height() - kText - 10);
    const auto y = [&](double scale) {
        return plot.bottom() - 3 - (scale - lowest) / span * (plot.height() - 6);
    };
    const double step = plot.width() / double(m_scales.size());
    if (m_current >= 0 && m_current < int(m_scales.size())) {
        QColor mark = m_theme.color(ColorRole::Selection);
        mark.setAlphaF(0.28F);
        painter.fillRect(
            QRectF(plot.left() + m_current * step, plot.top(), std::max(step, 2.0), plot.height()),
            mark);
    }
    painter.setPen(m_theme.color(ColorRole::Border));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.setPen(QPen(m_theme.color(ColorRole::Border), 1, Qt::DotLine));
    painter.drawLine(QPointF(plot.left(), y(1.0)), QPointF(plot.right(), y(1.0)));
    QPainterPath path;
    for (std::size_t i = 0; i < m_scales.size(); ++i) { // a scale holds for the whole step
        const double from = plot.left() + double(i) * step;
        i == 0 ? path.moveTo(from, y(m_scales[i])) : path.lineTo(from, y(m_scales[i]));
        path.lineTo(from + step, y(m_scales[i]));
    }
    painter.setPen(QPen(m_theme.color(ColorRole::A), 2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawPath(path);
    painter.setPen(m_theme.color(ColorRole::Secondary));
    const auto label = [&](double scale) {
        painter.drawText(QRectF(0, y(scale) - 8, left - 8, 16), Qt::AlignRight | Qt::AlignVCenter,
                         scaleText(scale));
    };
    label(highest);
    if (y(lowest) - y(highest) > 14)
        label(lowest);
    const QRectF below(plot.left(), plot.bottom() + 2, plot.width(), kText);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, tr("step 1"));
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, QString::number(m_scales.size()));
    if (m_current > 0 && m_current + 1 < int(m_scales.size())) {
        painter.setPen(m_theme.color(ColorRole::Text));
        const double middle = plot.left() + (m_current + 0.5) * step;
        const QString text = QString::number(m_current + 1);
        if (middle - below.left() > 48 && below.right() - middle > 24)
            painter.drawText(QRectF(middle - 20, below.top(), 40, kText), Qt::AlignCenter, text);
    }
}

} // namespace hierascope::widgets
