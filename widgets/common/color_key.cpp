// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/color_key.h"

#include "widgets/common/theme.h"

#include <QLocale>
#include <QPainter>

namespace hierascope::widgets {

namespace {

constexpr int kGap = 6;
constexpr int kBar = 56;

} // namespace

ColorKey::ColorKey(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setAccessibleName(tr("Key of the colours"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ColorKey::setMap(const QString& word, ColorMap map, float limit, const QString& tip) {
    m_word = word;
    m_map = map;
    m_limit = limit;
    setToolTip(tip);
    setAccessibleDescription(tr("%1, from %2 to %3").arg(word, lowText(), highText()));
    updateGeometry();
    update();
}

QString ColorKey::lowText() const {
    return m_map == ColorMap::Magnitude
               ? QLocale().toString(0)
               : QStringLiteral("−") + QLocale().toString(double(m_limit), 'g', 3);
}

QString ColorKey::highText() const {
    const QString number = QLocale().toString(double(m_limit), 'g', 3);
    return m_map == ColorMap::Magnitude ? number : QStringLiteral("+") + number;
}

QSize ColorKey::sizeHint() const {
    return {minimumSizeHint().width() + fontMetrics().horizontalAdvance(m_word) + 2 * kGap, 20};
}

QSize ColorKey::minimumSizeHint() const {
    return {fontMetrics().horizontalAdvance(lowText() + highText()) + kBar + 2 * kGap, 20};
}

void ColorKey::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const auto widthOf = [this](const QString& text) {
        return fontMetrics().horizontalAdvance(text);
    };
    painter.setPen(m_theme.color(ColorRole::Secondary));
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, highText());
    const QRect bar(width() - widthOf(highText()) - kGap - kBar, (height() - 10) / 2, kBar, 10);
    const QRect before(0, 0, bar.left() - kGap, height());
    const bool hasWord = widthOf(m_word + lowText()) + 2 * kGap <= before.width();
    painter.drawText(before, Qt::AlignRight | Qt::AlignVCenter,
                     hasWord ? m_word + QStringLiteral("  ") + lowText() : lowText());
    for (int x = 0; x < bar.width(); ++x) {
        const float share = float(x) / float(bar.width() - 1);
        const float value = m_map == ColorMap::Magnitude ? share : 2.0F * share - 1.0F;
        painter.fillRect(bar.left() + x, bar.top(), 1, bar.height(),
                         QColor(mappedColor(m_map, value)));
    }
    painter.setPen(m_theme.color(ColorRole::Border));
    painter.drawRect(bar.adjusted(-1, -1, 0, 0));
}

} // namespace hierascope::widgets
