// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/head_grid.h"

#include <algorithm>
#include <utility>

#include "widgets/attention/attention_text.h"
#include "widgets/common/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace hierascope::widgets {

namespace {

constexpr int kGap = 10;
constexpr int kFrame = 3;

bool isHeadKey(const QKeyEvent& event) {
    const bool isArrow = event.key() == Qt::Key_Left || event.key() == Qt::Key_Right ||
                         event.key() == Qt::Key_Up || event.key() == Qt::Key_Down;
    return isArrow && (event.modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier;
}

} // namespace

HeadGrid::HeadGrid(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Heads"));
    setAccessibleDescription(tr("A small map of the token's attention in each head, with the "
                                "head's entropy in bits and its mean distance in sides of the "
                                "image. A click chooses a head; so do the arrow keys with Alt."));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize HeadGrid::cellSize() const {
    const QFontMetrics metrics(numberFont(8));
    return {std::max(m_side, metrics.horizontalAdvance(QStringLiteral("0.00 b · 0.00"))),
            m_side + 2 * metrics.height() + 2};
}

void HeadGrid::setCells(std::vector<Cell> cells, bool isByLayer) {
    m_cells = std::move(cells);
    m_isByLayer = isByLayer;
    m_rects = layOut(width());
    updateGeometry();
    update();
}

void HeadGrid::setSide(int pixels) {
    m_side = pixels;
    m_rects = layOut(width());
    updateGeometry();
    update();
}

std::vector<QRect> HeadGrid::layOut(int width) const {
    const QSize size = cellSize();
    std::vector<QRect> rects;
    int x = kFrame;
    int y = kFrame;
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const bool isNewLayer = m_isByLayer && i > 0 && m_cells[i].layer != m_cells[i - 1].layer;
        if (i > 0 && (isNewLayer || x + size.width() > width)) {
            x = kFrame;
            y += size.height() + kGap;
        }
        rects.emplace_back(QPoint(x, y), size);
        x += size.width() + kGap;
    }
    return rects;
}

int HeadGrid::heightForWidth(int width) const {
    const std::vector<QRect> rects = layOut(width);
    return rects.empty() ? 0 : rects.back().bottom() + kFrame + 2;
}

QSize HeadGrid::sizeHint() const {
    const int columns = 2;
    const int width = columns * (cellSize().width() + kGap);
    return {width, heightForWidth(width)};
}

QSize HeadGrid::minimumSizeHint() const {
    return {cellSize().width() + 2 * kFrame, 0};
}

QRect HeadGrid::cellRect(std::size_t index) const {
    return m_rects[index];
}

std::optional<std::size_t> HeadGrid::cellAt(const QPoint& point) const {
    for (std::size_t i = 0; i < m_rects.size(); ++i)
        if (m_rects[i].contains(point))
            return i;
    return std::nullopt;
}

QString HeadGrid::toolTipOf(const Cell& cell) const {
    const QString title = headTitle(cell.layer, cell.head);
    if (!cell.figures)
        return title;
    return tr("%1: entropy %2 bits, mean distance %3 of the image's side")
        .arg(title, QLocale().toString(cell.figures->entropy, 'f', 2),
             QLocale().toString(cell.figures->distance, 'f', 2));
}

void HeadGrid::paintHead(QPainter& painter, std::size_t index) const {
    const Cell& cell = m_cells[index];
    const QRect& rect = m_rects[index];
    const QRect thumb(rect.topLeft(), QSize(m_side, m_side));
    if (cell.heat.isNull())
        painter.fillRect(thumb, m_theme.color(ColorRole::Raised));
    else
        painter.drawImage(thumb, cell.heat);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(cell.isCurrent ? QPen(m_theme.color(ColorRole::Selection), 2, Qt::SolidLine,
                                         Qt::SquareCap, Qt::MiterJoin)
                                  : QPen(m_theme.color(ColorRole::Border), 1));
    painter.drawRect(thumb.adjusted(-2, -2, 1, 1));
    const int line = painter.fontMetrics().height();
    QRect text(rect.left(), thumb.bottom() + 3, rect.width(), line);
    painter.setPen(m_theme.color(cell.isCurrent ? ColorRole::Text : ColorRole::Secondary));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     tr("L%1 H%2").arg(cell.layer).arg(cell.head));
    if (!cell.figures)
        return;
    text.translate(0, line);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     tr("%1 b · %2")
                         .arg(QLocale().toString(cell.figures->entropy, 'f', 2),
                              QLocale().toString(cell.figures->distance, 'f', 2)));
}

void HeadGrid::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setFont(numberFont(8));
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        if (m_rects[i].adjusted(-kFrame, -kFrame, kFrame, kFrame).intersects(event->rect()))
            paintHead(painter, i);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(ColorRole::Focus), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void HeadGrid::resizeEvent(QResizeEvent*) {
    m_rects = layOut(width());
}

void HeadGrid::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    if (const auto index = cellAt(event->position().toPoint()))
        Q_EMIT headChosen(m_cells[*index].layer, m_cells[*index].head);
}

bool HeadGrid::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && isHeadKey(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const auto index = cellAt(help->pos());
        QToolTip::showText(help->globalPos(), index ? toolTipOf(m_cells[*index]) : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

void HeadGrid::keyPressEvent(QKeyEvent* event) {
    if (!isHeadKey(*event) || m_cells.empty())
        return QWidget::keyPressEvent(event);
    const auto current = std::ranges::find_if(m_cells, &Cell::isCurrent);
    auto index = current == m_cells.end() ? 0 : std::ptrdiff_t(current - m_cells.begin());
    const auto columns = std::ranges::count_if(
        m_rects, [this](const QRect& rect) { return rect.top() == m_rects.front().top(); });
    const std::ptrdiff_t step = event->key() == Qt::Key_Left    ? -1
                                : event->key() == Qt::Key_Right ? 1
                                : event->key() == Qt::Key_Up    ? -columns
                                                                : columns;
    if (current != m_cells.end())
        index = std::clamp<std::ptrdiff_t>(index + step, 0, std::ptrdiff_t(m_cells.size()) - 1);
    const Cell& cell = m_cells[std::size_t(index)];
    Q_EMIT headChosen(cell.layer, cell.head);
}

void sortCells(std::vector<HeadGrid::Cell>& cells, HeadOrder order) {
    if (order == HeadOrder::Layer)
        return;
    std::ranges::stable_sort(cells, [order](const HeadGrid::Cell& a, const HeadGrid::Cell& b) {
        if (!a.figures || !b.figures)
            return a.figures && !b.figures;
        return order == HeadOrder::Entropy ? a.figures->entropy < b.figures->entropy
                                           : a.figures->distance > b.figures->distance;
    });
}

} // namespace hierascope::widgets
