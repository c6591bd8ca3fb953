// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/library_delegate.h"

#include <algorithm>

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/state/library_model.h"

#include <QAbstractItemView>
#include <QImage>
#include <QPainter>

namespace hierascope::widgets {

namespace {

constexpr int kThumbnailSide = 32;
constexpr int kPadding = 8;
constexpr int kBadgeWidth = 20;

QFont smallFont(QFont font) {
    font.setPointSizeF(8.5);
    return font;
}

} // namespace

LibraryDelegate::LibraryDelegate(const Theme& theme, Kind kind, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_kind(kind) {}

QSize LibraryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const int text = option.fontMetrics.height() + QFontMetrics(smallFont(option.font)).height();
    return {120, std::max(text, kThumbnailSide) + kPadding + 2};
}

int LibraryDelegate::paintMark(QPainter& painter, const QRect& row, const QModelIndex& index,
                               bool isCurrent) const {
    const bool hasError = index.data(LibraryModel::ErrorRole).toBool();
    const int side = m_kind == Kind::Images ? kThumbnailSide : 10;
    const QRect place(row.left() + kPadding, row.center().y() - side / 2 + 1, side, side);
    const auto image = index.data(LibraryModel::ThumbnailRole).value<QImage>();
    if (hasError || (m_kind == Kind::Images && image.isNull())) {
        const ColorRole role = hasError ? ColorRole::Bad : ColorRole::Disabled;
        const QString name = hasError ? QStringLiteral("warning") : QStringLiteral("image");
        const double ratio = painter.device()->devicePixelRatioF();
        const QPoint corner = place.center() - QPoint(7, 7);
        painter.drawPixmap(corner, tintedPixmap(name, m_theme.color(role), 16, ratio));
    } else if (m_kind == Kind::Images) {
        const int crop = std::min(image.width(), image.height());
        const QRect source((image.width() - crop) / 2, (image.height() - crop) / 2, crop, crop);
        painter.drawImage(place, image, source);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(isCurrent ? ColorRole::A : ColorRole::Disabled));
        painter.drawEllipse(place.adjusted(1, 1, -1, -1));
    }
    return place.right() + kPadding + 1;
}

void LibraryDelegate::paintBadge(QPainter& painter, const QRect& row) const {
    const QRect badge(row.right() - kBadgeWidth - 5, row.center().y() - 8, kBadgeWidth, 17);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(ColorRole::A));
    painter.drawRoundedRect(badge, 3, 3);
    QFont bold = smallFont(painter.font());
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(m_theme.palette().color(QPalette::HighlightedText));
    painter.drawText(badge, Qt::AlignCenter, tr("A"));
}

void LibraryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const bool isCurrent = view != nullptr && view->currentIndex() == index;
    const QRect row = option.rect.adjusted(0, 1, 0, -1);
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (isCurrent || option.state.testFlag(QStyle::State_MouseOver)) {
        const bool hasFocus = isCurrent && option.state.testFlag(QStyle::State_HasFocus);
        painter->setPen(hasFocus ? QPen(m_theme.color(ColorRole::Focus), 2) : QPen(Qt::NoPen));
        painter->setBrush(m_theme.color(ColorRole::Raised));
        painter->drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), 5, 5);
    }
    const int left = paintMark(*painter, row, index, isCurrent);
    const bool hasBadge = isCurrent && m_kind == Kind::Models;
    QRect text(left, row.top() + 4, row.right() - left - 8, row.height() - 8);
    if (hasBadge)
        text.setRight(text.right() - kBadgeWidth - 4);
    painter->setFont(option.font);
    painter->setPen(m_theme.color(ColorRole::Text));
    const QString name = index.data(LibraryModel::NameRole).toString();
    const QString detail = index.data(LibraryModel::DetailRole).toString();
    const auto nameAlign = detail.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop;
    painter->drawText(text, nameAlign | Qt::AlignLeft,
                      option.fontMetrics.elidedText(name, Qt::ElideMiddle, text.width()));
    const bool hasError = index.data(LibraryModel::ErrorRole).toBool();
    painter->setPen(m_theme.color(hasError ? ColorRole::Bad : ColorRole::Secondary));
    painter->setFont(smallFont(option.font));
    painter->drawText(text, Qt::AlignBottom | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(hasError ? tr("cannot be used") : detail,
                                                        Qt::ElideRight, text.width()));
    if (hasBadge)
        paintBadge(*painter, row);
    painter->restore();
}

} // namespace hierascope::widgets
