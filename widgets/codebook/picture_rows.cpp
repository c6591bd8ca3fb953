// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/codebook/picture_rows.h"

#include <algorithm>
#include <utility>

#include "widgets/common/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QToolTip>

namespace hierascope::widgets {

namespace {

constexpr int kGap = 6;
constexpr int kTitle = 20;
constexpr int kCaption = 18;

} // namespace

PictureRows::PictureRows(const Theme& theme, int side, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_side(side) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PictureRows::setRows(std::vector<Row> rows) {
    m_rows = std::move(rows);
    QStringList lines;
    for (const Row& row : m_rows)
        lines << tr("%1, pictures: %2").arg(row.title).arg(row.cells.size());
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
    updateGeometry();
    setMinimumHeight(heightForWidth(std::max(width(), 2 * m_side)));
    update();
}

int PictureRows::columns(int width) const {
    return std::max(1, (width + kGap) / (m_side + kGap));
}

int PictureRows::cellHeight(const Row& row) const {
    const bool hasCaptions =
        std::ranges::any_of(row.cells, [](const Cell& cell) { return !cell.caption.isEmpty(); });
    return m_side + (hasCaptions ? kCaption : 0);
}

template <typename Name, typename See>
int PictureRows::lay(int width, Name name, See see) const {
    int y = 0;
    const int across = columns(width);
    for (const Row& row : m_rows) {
        if (!row.title.isEmpty()) {
            name(row, QRect(0, y, width, kTitle));
            y += kTitle;
        }
        for (int i = 0; i < int(row.cells.size()); ++i)
            see(row.cells[std::size_t(i)],
                QRect((i % across) * (m_side + kGap), y + (i / across) * (cellHeight(row) + kGap),
                      m_side, m_side));
        const int lines = (int(row.cells.size()) + across - 1) / across;
        y += lines * (cellHeight(row) + kGap) + 2;
    }
    return y;
}

int PictureRows::heightForWidth(int width) const {
    return lay(
        width, [](const Row&, const QRect&) {}, [](const Cell&, const QRect&) {});
}

QSize PictureRows::sizeHint() const {
    const int wide = 5 * (m_side + kGap);
    return {wide, heightForWidth(wide)};
}

QSize PictureRows::minimumSizeHint() const {
    return {m_side, 0};
}

void PictureRows::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    setMinimumHeight(heightForWidth(width()));
}

bool PictureRows::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QString text;
    lay(
        width(), [](const Row&, const QRect&) {},
        [&](const Cell& cell, const QRect& place) {
            if (place.contains(help->pos()))
                text = cell.tip;
        });
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

void PictureRows::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    lay(
        width(),
        [&](const Row& row, const QRect& place) {
            painter.setPen(m_theme.color(ColorRole::Secondary));
            painter.drawText(
                place, Qt::AlignLeft | Qt::AlignVCenter,
                painter.fontMetrics().elidedText(row.title, Qt::ElideRight, place.width()));
        },
        [&](const Cell& cell, const QRect& place) {
            if (!cell.picture.isNull()) {
                const QSize size = cell.picture.size().scaled(place.size(), Qt::KeepAspectRatio);
                const QRect target(place.topLeft(), size);
                const bool isReduced = cell.picture.width() > size.width() * devicePixelRatioF();
                painter.setRenderHint(QPainter::SmoothPixmapTransform, isReduced);
                painter.drawImage(target, cell.picture);
            }
            painter.setPen(m_theme.color(ColorRole::Border));
            painter.drawRect(place.adjusted(0, 0, -1, -1));
            painter.setPen(m_theme.color(ColorRole::Secondary));
            painter.drawText(QRect(place.left(), place.bottom() + 1, place.width(), kCaption),
                             Qt::AlignLeft | Qt::AlignVCenter, cell.caption);
        });
}

} // namespace hierascope::widgets
