// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/generate/seed_cell.h"

#include <algorithm>
#include <cmath>

#include "widgets/common/picture_paint.h"
#include "widgets/common/theme.h"

#include <QPainter>

namespace hierascope::widgets {

SeedCell::SeedCell(const Theme& theme, QWidget* parent) : QAbstractButton(parent), m_theme(theme) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumSize(48, 48);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SeedCell::setContent(const QImage& picture, const QString& title, const QString& progress) {
    m_picture = picture;
    m_title = title;
    m_progress = progress;
    setAccessibleName(title);
    setToolTip(tr("Show this one large, with its steps"));
    setAccessibleDescription(progress.isEmpty() ? toolTip()
                                                : progress + QStringLiteral(". ") + toolTip());
    update();
}

void SeedCell::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRectF inside = QRectF(rect()).adjusted(3, 3, -3, -3);
    QRectF place;
    if (!m_picture.isNull()) {
        const double ratio = devicePixelRatioF();
        const double zoom =
            std::min(inside.width() / m_picture.width(), inside.height() / m_picture.height()) *
            ratio;
        const QSizeF size = QSizeF(m_picture.size()) * zoom / ratio;
        place = QRectF(QPointF(std::round(inside.center().x() - size.width() / 2.0),
                               std::round(inside.center().y() - size.height() / 2.0)),
                       size);
        paintPart(painter, m_picture, place, rect(), zoom < 2.0 && zoom != 1.0);
    } else {
        const double side = std::min(inside.width(), inside.height());
        place =
            QRectF(inside.center().x() - side / 2.0, inside.center().y() - side / 2.0, side, side);
        painter.fillRect(place, m_theme.color(ColorRole::Panel));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isMarked = isChecked() || underMouse() || hasFocus();
    if (isMarked) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(
            QPen(m_theme.color(isChecked() || hasFocus() ? ColorRole::A : ColorRole::Secondary),
                 hasFocus() ? 3.0 : 2.0));
        painter.drawRoundedRect(place.adjusted(-1.5, -1.5, 1.5, 1.5), 3, 3);
    }
    const QString text = m_progress.isEmpty() || place.width() < 130.0
                             ? m_title
                             : m_title + QStringLiteral(" · ") + m_progress;
    paintCaption(painter, place.adjusted(2, 2, -2, -2), {}, {}, text, m_theme);
}

} // namespace hierascope::widgets
