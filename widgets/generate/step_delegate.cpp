// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/generate/step_delegate.h"

#include <algorithm>
#include <cmath>

#include "widgets/common/theme.h"
#include "widgets/generate/step_model.h"

#include <QAbstractItemView>
#include <QPainter>

namespace hierascope::widgets {

namespace {

constexpr int kGap = 6; // between cards
constexpr int kPadding = 5;
constexpr int kBar = 5;
constexpr int kLargestPicture = 96; // side

QFont smallFont() {
    return numberFont(8);
}

} // namespace

StepDelegate::StepDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme) {}

int StepDelegate::cardHeight() const {
    const int picture = std::min(m_width - kGap - 2 * kPadding, kLargestPicture);
    return picture + kBar + 2 * QFontMetrics(smallFont()).height() + 2 * kPadding + 12;
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {m_width, cardHeight()};
}

void StepDelegate::paintFrame(QPainter& painter, const QRect& card,
                              const QStyleOptionViewItem& option) const {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const bool isCurrent = view != nullptr && view->currentIndex() == option.index;
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    painter.setRenderHint(QPainter::Antialiasing);
    const ColorRole border = isCurrent   ? ColorRole::A
                             : isHovered ? ColorRole::Secondary
                                         : ColorRole::Border;
    painter.setPen(QPen(m_theme.color(border), isCurrent ? 2.0 : 1.0));
    painter.setBrush(m_theme.color(isCurrent ? ColorRole::Raised : ColorRole::Panel));
    painter.drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), 6, 6);
    if (isCurrent && option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(ColorRole::Focus), 1));
        painter.drawRoundedRect(QRectF(card).adjusted(3.5, 3.5, -3.5, -3.5), 4, 4);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void StepDelegate::paintPicture(QPainter& painter, const QRect& place,
                                const QModelIndex& index) const {
    const auto picture = index.data(StepModel::PictureRole).value<QImage>();
    if (picture.isNull()) {
        painter.fillRect(place, m_theme.color(ColorRole::Canvas));
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, picture.width() > place.width());
    painter.drawImage(place, picture);
    if (!index.data(StepModel::ForkRole).toBool())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF corner(place.right() - 6.0, place.top() + 7.0);
    painter.setPen(QPen(QColor(0, 0, 0, 170), 4.5));
    painter.drawEllipse(corner, 3.5, 3.5);
    painter.setPen(QPen(m_theme.color(ColorRole::Selection), 2.5));
    painter.drawEllipse(corner, 3.5, 3.5);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

/// The whole sequence as a bar: what was there, and the new tokens lit.
void StepDelegate::paintTokens(QPainter& painter, const QRect& place,
                               const QModelIndex& index) const {
    const int width = place.width();
    const int first = int(std::lround(index.data(StepModel::FirstRole).toDouble() * width));
    const int last = int(std::lround(index.data(StepModel::LastRole).toDouble() * width));
    painter.fillRect(place, m_theme.color(ColorRole::Border));
    if (index.data(StepModel::PictureRole).value<QImage>().isNull())
        return;
    painter.fillRect(QRect(place.left(), place.top(), first, place.height()),
                     m_theme.color(ColorRole::Secondary));
    painter.fillRect(
        QRect(place.left() + first, place.top(), std::max(last - first, 2), place.height()),
        m_theme.color(ColorRole::Selection));
}

void StepDelegate::paintWords(QPainter& painter, const QRect& place,
                              const QModelIndex& index) const {
    painter.setFont(smallFont());
    const int line = painter.fontMetrics().height();
    const QRect upper(place.left(), place.top(), place.width(), line);
    const QRect lower = upper.translated(0, line);
    const QString title = index.data(StepModel::TitleRole).toString();
    const QString gain = index.data(StepModel::GainRole).toString();
    painter.setPen(m_theme.color(ColorRole::Text));
    painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter, title);
    painter.setPen(m_theme.color(ColorRole::Secondary));
    if (painter.fontMetrics().horizontalAdvance(title + gain) + 6 <= place.width())
        painter.drawText(upper, Qt::AlignRight | Qt::AlignVCenter, gain);
    const QString tokens = index.data(StepModel::TokensRole).toString();
    const bool fits = painter.fontMetrics().horizontalAdvance(tokens) <= place.width();
    painter.drawText(lower, Qt::AlignLeft | Qt::AlignVCenter,
                     fits ? tokens : index.data(StepModel::RangeRole).toString());
}

void StepDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    painter->save();
    QStyleOptionViewItem own = option;
    own.index = index;
    const QRect card(option.rect.left(), option.rect.top(), option.rect.width() - kGap,
                     cardHeight() - 2);
    paintFrame(*painter, card, own);
    const QRect inside = card.adjusted(kPadding, kPadding + 1, -kPadding, -kPadding);
    const int words = 2 * QFontMetrics(smallFont()).height();
    const int side = std::min(inside.width(), inside.height() - words - kBar - 6);
    const QRect picture(inside.left() + (inside.width() - side) / 2, inside.top(), side, side);
    paintPicture(*painter, picture, index);
    const QRect bar(inside.left(), inside.bottom() - words - kBar - 1, inside.width(), kBar);
    paintTokens(*painter, bar, index);
    paintWords(*painter,
               QRect(inside.left() + 1, inside.bottom() - words + 1, inside.width() - 2, words),
               index);
    painter->restore();
}

} // namespace hierascope::widgets
