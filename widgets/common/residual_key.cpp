// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/residual_key.h"

#include "widgets/common/pictures.h"
#include "widgets/common/theme.h"

#include <QLocale>
#include <QPainter>

namespace hierascope::widgets {

namespace {

constexpr int kGap = 6;
constexpr int kBar = 56;

} // namespace

ResidualKey::ResidualKey(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setAccessibleName(tr("Key of the residual colours"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    setLimit(1.0F);
}

void ResidualKey::setLimit(float limit) {
    m_limit = limit;
    const QString number = QLocale().toString(double(limit), 'g', 3);
    setToolTip(tr("Signed residual, mean over the channels: what a level adds to the one before.\n"
                  "Blue is darker, red is brighter, white is no change; the ends are ±%1 of the "
                  "full range.")
                   .arg(number));
    setAccessibleDescription(toolTip());
    update();
}

QSize ResidualKey::sizeHint() const {
    const int text = fontMetrics().horizontalAdvance(tr("Residual  −0.05  +0.05"));
    return {text + kBar + 3 * kGap, 20};
}

QSize ResidualKey::minimumSizeHint() const {
    return {fontMetrics().horizontalAdvance(tr("−0.05+0.05")) + kBar + 2 * kGap, 20};
}

void ResidualKey::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QString number = QLocale().toString(double(m_limit), 'g', 3);
    const QString left = QStringLiteral("−") + number;
    const QString right = QStringLiteral("+") + number;
    const QString word = tr("Residual");
    const auto widthOf = [this](const QString& text) {
        return fontMetrics().horizontalAdvance(text);
    };
    painter.setPen(m_theme.color(ColorRole::Secondary));
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, right);
    const QRect bar(width() - widthOf(right) - kGap - kBar, (height() - 10) / 2, kBar, 10);
    const QRect before(0, 0, bar.left() - kGap, height());
    const bool hasWord = widthOf(word + left) + 2 * kGap <= before.width();
    painter.drawText(before, Qt::AlignRight | Qt::AlignVCenter,
                     hasWord ? word + QStringLiteral("  ") + left : left);
    for (int x = 0; x < bar.width(); ++x) {
        const float value = 2.0F * float(x) / float(bar.width() - 1) - 1.0F;
        painter.fillRect(bar.left() + x, bar.top(), 1, bar.height(), QColor(divergingColor(value)));
    }
    painter.setPen(m_theme.color(ColorRole::Border));
    painter.drawRect(bar.adjusted(-1, -1, 0, 0));
}

} // namespace hierascope::widgets
