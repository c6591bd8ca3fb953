// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/library_delegate.h"

#include <algorithm>

#include "widgets/common/icons.h"
#include "widgets/common/picture_paint.h"
#include "widgets/common/theme.h"
#include "widgets/state/view_state.h"

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

LibraryDelegate::LibraryDelegate(const Theme& theme, const ViewState& state, Kind kind,
                                 QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_state(state), m_kind(kind) {}

QSize LibraryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const int text = option.fontMetrics.height() + QFontMetrics(smallFont(option.font)).height();
    return {120, std::max(text, kThumbnailSide) + kPadding + 2};
}

std::vector<Side> LibraryDelegate::badges(const QModelIndex& index) const {
    const QString path = index.data(LibraryModel::PathRole).toString();
    const ViewChoice& choice = m_state.choice();
    const bool isModel = m_kind == Kind::Models;
    std::vector<Side> badges;
    if (index.data(LibraryModel::GeneratorRole).toBool()) {
        if (path == choice.generation.a)
            badges.push_back(Side::A);
        if (path == choice.generation.b)
            badges.push_back(Side::B);
        return badges;
    }
    // An image that B shares with A is A's; only models tell who is who without a B.
    if (path == (isModel ? choice.a.model : choice.a.image) && (isModel || choice.hasB()))
        badges.push_back(Side::A);
    if (path == (isModel ? choice.b.model : choice.b.image))
        badges.push_back(Side::B);
    return badges;
}

int LibraryDelegate::paintMark(QPainter& painter, const QRect& row,
                               const QModelIndex& index) const {
    const bool hasError = index.data(LibraryModel::ErrorRole).toBool();
    const bool isMissing = index.data(LibraryModel::MissingRole).toBool();
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
        painter.setOpacity(isMissing ? 0.35 : 1.0);
        painter.drawImage(place, image, source);
        painter.setOpacity(1.0);
    } else {
        const std::vector<Side> sides = badges(index);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(sides.empty()              ? ColorRole::Disabled
                                       : sides.front() == Side::A ? ColorRole::A
                                                                  : ColorRole::B));
        painter.drawEllipse(place.adjusted(1, 1, -1, -1));
    }
    return place.right() + kPadding + 1;
}

void LibraryDelegate::paintBadge(QPainter& painter, const QRect& badge, Side side) const {
    const QColor color = m_theme.color(side == Side::A ? ColorRole::A : ColorRole::B);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(badge, 3, 3);
    QFont bold = smallFont(painter.font());
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(inkOn(color));
    painter.drawText(badge, Qt::AlignCenter, side == Side::A ? tr("A") : tr("B"));
}

void LibraryDelegate::paintText(QPainter& painter, const QRect& text, const QFont& font,
                                const QModelIndex& index) const {
    const bool hasError = index.data(LibraryModel::ErrorRole).toBool();
    const bool isMissing = index.data(LibraryModel::MissingRole).toBool();
    const QString name = index.data(LibraryModel::NameRole).toString();
    const QString detail = isMissing  ? tr("not found")
                           : hasError ? tr("cannot be used")
                                      : index.data(LibraryModel::DetailRole).toString();
    painter.setFont(font);
    painter.setPen(m_theme.color(isMissing ? ColorRole::Disabled : ColorRole::Text));
    const auto align = detail.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop;
    painter.drawText(text, align | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(name, Qt::ElideMiddle, text.width()));
    painter.setPen(m_theme.color(hasError && !isMissing ? ColorRole::Bad : ColorRole::Secondary));
    painter.setFont(smallFont(font));
    painter.drawText(text, Qt::AlignBottom | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(detail, Qt::ElideRight, text.width()));
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
    const int left = paintMark(*painter, row, index);
    int right = row.right() - 5;
    for (const Side side : badges(index)) {
        right -= kBadgeWidth;
        paintBadge(*painter, {right, row.center().y() - 8, kBadgeWidth, 17}, side);
        right -= 4;
    }
    paintText(*painter, {left, row.top() + 4, right - left - 3, row.height() - 8}, option.font,
              index);
    painter->restore();
}

} // namespace hierascope::widgets
