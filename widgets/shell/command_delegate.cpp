// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/command_delegate.h"

#include "widgets/common/theme.h"
#include "widgets/shell/command_model.h"

#include <QPainter>

namespace hierascope::widgets {

namespace {

constexpr int kPadding = 12;
constexpr int kCheckColumn = 22;
constexpr int kGap = 10;

} // namespace

CommandDelegate::CommandDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme) {}

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {200, option.fontMetrics.height() + kPadding};
}

void CommandDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const QColor quiet = m_theme.color(isEnabled ? ColorRole::Secondary : ColorRole::Disabled);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    paintGround(*painter, option);
    if (index.data(CommandModel::CheckedRole).toBool())
        paintCheck(*painter, option.rect);
    QRect place = option.rect.adjusted(kPadding + kCheckColumn, 0, -kPadding, 0);
    const QString keys = index.data(CommandModel::KeysRole).toString();
    painter->setPen(quiet);
    painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, keys);
    if (!keys.isEmpty())
        place.setRight(place.right() - option.fontMetrics.horizontalAdvance(keys) - kGap);
    const QString text = option.fontMetrics.elidedText(
        index.data(CommandModel::TextRole).toString(), Qt::ElideRight, place.width());
    painter->setPen(m_theme.color(isEnabled ? ColorRole::Text : ColorRole::Disabled));
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter, text);
    place.setLeft(place.left() + option.fontMetrics.horizontalAdvance(text) + kGap);
    painter->setPen(quiet);
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data(CommandModel::MenuRole).toString(),
                                                    Qt::ElideRight, place.width()));
    painter->restore();
}

void CommandDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option) const {
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    if (!isCurrent && !option.state.testFlag(QStyle::State_MouseOver))
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(ColorRole::Window));
    painter.drawRoundedRect(option.rect, 4, 4);
    if (isCurrent)
        painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                         m_theme.color(ColorRole::Focus));
}

void CommandDelegate::paintCheck(QPainter& painter, const QRect& row) const {
    const QPointF middle(row.left() + kPadding + 6, row.center().y() + 1);
    painter.setPen(QPen(m_theme.color(ColorRole::Text), 1.5));
    painter.drawPolyline(
        QPolygonF({middle + QPointF(-4, 0), middle + QPointF(-1, 3), middle + QPointF(4, -4)}));
}

} // namespace hierascope::widgets
