// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/generate/clean_levels.h"

#include <algorithm>

#include "widgets/common/own_keys.h"
#include "widgets/common/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace hierascope::widgets {

namespace {

constexpr int kGap = 8;
constexpr int kMargin = 4; // of the frame around a picture
constexpr int kText = 18;
constexpr int kLargest = 110; // side

} // namespace

CleanLevels::CleanLevels(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Clean picture by level"));
    setToolTip(
        tr("What the step foretells, decoded at each level, coarse first; Left and Right or a "
           "click choose the level of the large picture"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CleanLevels::setLevels(const QStringList& names, const std::vector<QImage>& pictures,
                            int current) {
    m_names = names;
    m_pictures = pictures;
    m_current = current;
    setAccessibleDescription(
        current >= 0 && current < int(names.size())
            ? tr("%1, level %2 of %3").arg(names[current]).arg(current + 1).arg(names.size())
            : QString());
    update();
}

QRectF CleanLevels::placeOf(int level) const {
    const int count = std::max(1, int(m_names.size()));
    const int wide = (width() - (count - 1) * kGap) / count;
    const int side = std::max(8, std::min({wide, height() - kText, kLargest}));
    return {double(level * (side + kGap)), 0.0, double(side), double(side)};
}

void CleanLevels::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(numberFont(8));
    for (int level = 0; level < int(m_names.size()); ++level) {
        const QRectF place = placeOf(level);
        const bool isCurrent = level == m_current;
        const QRectF inside = place.adjusted(kMargin, kMargin, -kMargin, -kMargin);
        if (level < int(m_pictures.size()) && !m_pictures[std::size_t(level)].isNull()) {
            const QImage& picture = m_pictures[std::size_t(level)];
            painter.setRenderHint(QPainter::SmoothPixmapTransform,
                                  picture.width() > inside.width());
            painter.drawImage(inside, picture);
        } else {
            painter.fillRect(inside, m_theme.color(ColorRole::Canvas));
        }
        painter.setPen(QPen(m_theme.color(isCurrent ? ColorRole::A : ColorRole::Border),
                            isCurrent ? 2.0 : 1.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(place.adjusted(1, 1, -1, -1));
        if (isCurrent && hasFocus()) {
            painter.setPen(QPen(m_theme.color(ColorRole::Focus), 1, Qt::DotLine));
            painter.drawRect(place.adjusted(3, 3, -3, -3));
        }
        painter.setPen(m_theme.color(isCurrent ? ColorRole::Text : ColorRole::Secondary));
        painter.drawText(QRectF(place.left(), place.bottom() + 2, place.width(), kText - 2),
                         Qt::AlignHCenter | Qt::AlignTop, m_names[level]);
    }
}

void CleanLevels::choose(int level) {
    if (level >= 0 && level < int(m_names.size()) && level != m_current)
        Q_EMIT levelChosen(level);
}

bool CleanLevels::event(QEvent* event) {
    if (keepsKey(event, {Qt::Key_Left, Qt::Key_Right}))
        return true;
    return QWidget::event(event);
}

void CleanLevels::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(m_current - 1);
    case Qt::Key_Right:
        return choose(m_current + 1);
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return choose(int(m_names.size()) - 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void CleanLevels::mousePressEvent(QMouseEvent* event) {
    for (int level = 0; level < int(m_names.size()); ++level)
        if (placeOf(level).contains(event->position()))
            return choose(level);
    QWidget::mousePressEvent(event);
}

} // namespace hierascope::widgets
