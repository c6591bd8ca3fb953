// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/filmstrip_delegate.h"

#include <algorithm>

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/state/view_state.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QImage>
#include <QPainter>
#include <QToolTip>

namespace hierascope::widgets {

namespace {

constexpr int kThumbnailSide = 44;
constexpr int kCellSide = kThumbnailSide + 12;
constexpr int kLetterSide = 14;
constexpr double kMissingOpacity = 0.35;

} // namespace

FilmstripDelegate::FilmstripDelegate(const Theme& theme, const ViewState& state, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_state(state) {}

QSize FilmstripDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {kCellSide, kCellSide};
}

QString FilmstripDelegate::tipOf(const QModelIndex& index) {
    const QString name = index.data(LibraryModel::NameRole).toString();
    if (index.data(LibraryModel::ErrorRole).toBool())
        return name + QLatin1Char('\n') + index.data(LibraryModel::DetailRole).toString();
    return index.data(LibraryModel::MissingRole).toBool()
               ? tr("%1\nThe file is not there.").arg(name)
               : name;
}

bool FilmstripDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                                  const QStyleOptionViewItem& option, const QModelIndex& index) {
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), tipOf(index), view->viewport(), option.rect);
    return true;
}

void FilmstripDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
    const bool isA = index.row() == m_state.currentImage(Side::A);
    const bool isB =
        !m_state.choice().b.image.isEmpty() && index.row() == m_state.currentImage(Side::B);
    // The view stretches a single row.
    const QRect place(option.rect.left(), option.rect.center().y() - kCellSide / 2, kCellSide,
                      kCellSide);
    const QRect cell = place.adjusted(1, 1, -1, -1);
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter->setPen(Qt::NoPen);
    if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setBrush(m_theme.color(ColorRole::Raised));
        painter->drawRoundedRect(cell, 5, 5);
    }
    paintPicture(*painter, cell.adjusted(5, 5, -5, -5), index);
    if (isB)
        paintSide(*painter, place, Side::B, isA ? 5 : 3);
    if (isA)
        paintSide(*painter, place, Side::A, 3);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_theme.color(ColorRole::Focus), 1));
        painter->drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    painter->restore();
}

void FilmstripDelegate::paintPicture(QPainter& painter, const QRect& place,
                                     const QModelIndex& index) const {
    const bool hasError = index.data(LibraryModel::ErrorRole).toBool();
    const auto image = index.data(LibraryModel::ThumbnailRole).value<QImage>();
    painter.setOpacity(index.data(LibraryModel::MissingRole).toBool() ? kMissingOpacity : 1.0);
    if (hasError || image.isNull()) {
        painter.fillRect(place, m_theme.color(ColorRole::Raised));
        const QString icon = hasError ? QStringLiteral("warning") : QStringLiteral("image");
        const ColorRole role = hasError ? ColorRole::Bad : ColorRole::Disabled;
        painter.drawPixmap(
            place.center() - QPoint(9, 9),
            tintedPixmap(icon, m_theme.color(role), 20, painter.device()->devicePixelRatioF()));
    } else {
        const int crop = std::min(image.width(), image.height());
        painter.drawImage(
            place, image,
            QRect((image.width() - crop) / 2, (image.height() - crop) / 2, crop, crop));
    }
    painter.setOpacity(1.0);
}

void FilmstripDelegate::paintSide(QPainter& painter, const QRect& cell, Side side,
                                  int inset) const {
    const QColor color = m_theme.color(side == Side::A ? ColorRole::A : ColorRole::B);
    const QRectF frame = QRectF(cell).adjusted(inset, inset, -inset, -inset);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 2));
    painter.drawRoundedRect(frame, 4, 4);
    const double left = side == Side::A ? frame.left() : frame.right() - kLetterSide;
    const QRectF letter(left, frame.top(), kLetterSide, kLetterSide);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(letter, 3, 3);
    QFont font = painter.font();
    font.setPointSizeF(7.5);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(m_theme.palette().color(QPalette::HighlightedText));
    painter.drawText(letter, Qt::AlignCenter, side == Side::A ? tr("A") : tr("B"));
}

} // namespace hierascope::widgets
