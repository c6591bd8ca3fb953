// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/vector_bars.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace hierascope::widgets {

namespace {

constexpr int kBarsWithGaps = 64;

QString numberText(float value) {
    const bool isSmall = value != 0.0F && std::abs(value) < 0.001F;
    QString text = QLocale().toString(double(value), isSmall ? 'g' : 'f', 3);
    return text.replace(QLatin1Char('-'), QChar(u'−'));
}

} // namespace

VectorBars::VectorBars(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Vector"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

void VectorBars::setValues(std::vector<float> values) {
    m_values = std::move(values);
    m_limit = 0.0F;
    for (const float value : m_values)
        if (std::isfinite(value))
            m_limit = std::max(m_limit, std::abs(value));
    describe();
    update();
}

void VectorBars::setColor(ColorRole positive, ColorRole negative) {
    m_positive = positive;
    m_negative = negative;
    update();
}

void VectorBars::describe() {
    Bar all;
    for (const float value : m_values) {
        if (!std::isfinite(value))
            continue;
        all.low = all.isEmpty ? value : std::min(all.low, value);
        all.high = all.isEmpty ? value : std::max(all.high, value);
        all.isEmpty = false;
    }
    setAccessibleDescription(all.isEmpty ? tr("no values")
                                         : tr("%1 values, minimum %2, maximum %3")
                                               .arg(QString::number(m_values.size()),
                                                    numberText(all.low), numberText(all.high)));
}

int VectorBars::bars() const {
    return std::min(int(m_values.size()), std::max(1, width()));
}

VectorBars::Bar VectorBars::barAt(int index) const {
    const auto count = std::int64_t(m_values.size());
    Bar bar;
    bar.first = int(index * count / bars());
    bar.end = int((index + 1) * count / bars());
    for (int channel = bar.first; channel < bar.end; ++channel) {
        const float value = m_values[std::size_t(channel)];
        if (!std::isfinite(value))
            continue;
        bar.low = bar.isEmpty ? value : std::min(bar.low, value);
        bar.high = bar.isEmpty ? value : std::max(bar.high, value);
        bar.isEmpty = false;
    }
    return bar;
}

QRect VectorBars::placeOf(int index) const {
    const int left = int(std::int64_t(index) * width() / bars());
    const int right = int(std::int64_t(index + 1) * width() / bars());
    return {left, 0, right - left, height()};
}

QString VectorBars::tipAt(int x) const {
    for (int index = 0; index < bars(); ++index) {
        const QRect place = placeOf(index);
        if (x < place.left() || x > place.right())
            continue;
        const Bar bar = barAt(index);
        const QString first = QString::number(bar.first);
        if (bar.end - bar.first == 1)
            return tr("channel %1: %2")
                .arg(first, bar.isEmpty ? tr("not a number") : numberText(bar.low));
        const QString last = QString::number(bar.end - 1);
        return bar.isEmpty ? tr("channels %1–%2: not a number").arg(first, last)
                           : tr("channels %1–%2: %3 to %4")
                                 .arg(first, last, numberText(bar.low), numberText(bar.high));
    }
    return {};
}

bool VectorBars::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString tip = tipAt(help->x());
    const int side = std::max(2, width() / std::max(1, bars()));
    QToolTip::showText(help->globalPos(), tip, this, {help->x() - side / 2, 0, side, height()});
    return true;
}

void VectorBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int zero = height() / 2;
    const int count = bars();
    const int gap = count <= kBarsWithGaps && width() >= 3 * count ? 1 : 0;
    const float scale = m_limit > 0.0F ? float(zero - 1) / m_limit : 0.0F;
    for (int index = 0; index < count; ++index) {
        const Bar bar = barAt(index);
        const QRect place = placeOf(index);
        const int above = int(std::lround(std::max(0.0F, bar.high) * scale));
        const int below = int(std::lround(std::max(0.0F, -bar.low) * scale));
        painter.fillRect(place.left(), zero - above, place.width() - gap, above,
                         m_theme.color(m_positive));
        painter.fillRect(place.left(), zero + 1, place.width() - gap, below,
                         m_theme.color(m_negative));
    }
    painter.fillRect(0, zero, width(), 1, m_theme.color(ColorRole::Secondary));
}

} // namespace hierascope::widgets
