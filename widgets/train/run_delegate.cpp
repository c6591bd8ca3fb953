// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/run_delegate.h"

#include <algorithm>

#include "widgets/train/run_colors.h"
#include "widgets/train/run_model.h"

#include <QAbstractItemView>
#include <QPainter>

namespace hierascope::widgets {

namespace {

constexpr int kPadding = 8;
constexpr int kBar = 4;

QFont smallFont(QFont font) {
    font.setPointSizeF(8.5);
    return font;
}

} // namespace

RunDelegate::RunDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme) {}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const int small = QFontMetrics(smallFont(option.font)).height();
    return {160, option.fontMetrics.height() + 2 * small + kBar + 3 * kPadding};
}

void RunDelegate::paintText(QPainter& painter, const QRect& place, const QFont& font,
                            const QModelIndex& index) const {
    const QFont small = smallFont(font);
    const int line = QFontMetrics(small).height();
    const auto put = [&](int top, const QFont& with, ColorRole role, const QString& text) {
        painter.setFont(with);
        painter.setPen(m_theme.color(role));
        painter.drawText(QRect(place.left(), top, place.width(), QFontMetrics(with).height()),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    };
    const bool hasError = index.data(RunModel::ErrorRole).toBool();
    const bool isAlive = index.data(RunModel::AliveRole).toBool();
    put(place.top(), font, ColorRole::Text, index.data().toString());
    const int second = place.top() + QFontMetrics(font).height();
    put(second, small,
        hasError  ? ColorRole::Bad
        : isAlive ? ColorRole::Good
                  : ColorRole::Secondary,
        index.data(RunModel::StateRole).toString());
    put(second + line, small, ColorRole::Secondary, index.data(RunModel::DetailRole).toString());
}

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const bool isCurrent = view != nullptr && view->currentIndex() == index;
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    const QRect row = option.rect.adjusted(0, 1, 0, -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isCurrent || isChosen || option.state.testFlag(QStyle::State_MouseOver)) {
        const bool hasFocus = isCurrent && option.state.testFlag(QStyle::State_HasFocus);
        painter->setPen(hasFocus ? QPen(m_theme.color(ColorRole::Focus), 2) : QPen(Qt::NoPen));
        painter->setBrush(m_theme.color(ColorRole::Raised));
        painter->drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), 5, 5);
    }
    const QColor color = runColor(m_theme, index.row());
    painter->setPen(isChosen ? QPen(Qt::NoPen) : QPen(color, 1.5));
    painter->setBrush(isChosen ? color : QColor(Qt::transparent));
    const int dot = option.fontMetrics.height();
    painter->drawEllipse(
        QRectF(row.left() + kPadding, row.top() + kPadding + (dot - 8) / 2.0, 8, 8));
    const int left = row.left() + 2 * kPadding + 10;
    const QRect text(left, row.top() + kPadding, row.right() - kPadding - left,
                     row.height() - 2 * kPadding);
    paintText(*painter, text, option.font, index);
    const double fraction = index.data(RunModel::FractionRole).toDouble();
    if (fraction >= 0.0) {
        const QRectF bar(left, row.bottom() - kPadding - 2, text.width(), kBar);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(ColorRole::Border));
        painter->drawRoundedRect(bar, 2, 2);
        painter->setBrush(color);
        painter->drawRoundedRect(
            QRectF(bar.topLeft(), QSizeF(bar.width() * std::min(fraction, 1.0), kBar)), 2, 2);
    }
    painter->restore();
}

} // namespace hierascope::widgets
