// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/grid_table.h"

#include <algorithm>
#include <utility>

#include "widgets/common/picture_paint.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace hierascope::widgets {

namespace {

constexpr int kTitle = 24;
constexpr int kPadding = 6;

} // namespace

GridTable::GridTable(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void GridTable::setContent(Content content) {
    if (content == m_content)
        return;
    m_content = std::move(content);
    setAccessibleName(m_content.title);
    setAccessibleDescription(toMarkdown(table()));
    updateGeometry();
    update();
}

const GridTable::Cell& GridTable::cell(int row, int column) const {
    return m_content.cells[std::size_t(row * m_content.columns.size() + column)];
}

TextTable GridTable::table() const {
    TextTable text;
    text.header = QStringList{m_content.title} + m_content.columns;
    for (int row = 0; row < m_content.rows.size(); ++row) {
        QStringList cells = {m_content.rows[row]};
        for (int column = 0; column < m_content.columns.size(); ++column)
            cells << cell(row, column).text;
        text.rows.push_back(cells);
    }
    return text;
}

QSize GridTable::cellSize() const {
    const QFontMetrics metrics(numberFont(8));
    int widest = metrics.horizontalAdvance(QStringLiteral("0.00")) + kPadding;
    for (const Cell& one : m_content.cells)
        widest = std::max(widest, metrics.horizontalAdvance(one.text) + kPadding +
                                      (one.isLeak ? metrics.height() : 0));
    for (const QString& name : m_content.columns)
        widest = std::max(widest, metrics.horizontalAdvance(name) + kPadding);
    return {widest, metrics.height() + kPadding};
}

int GridTable::headerWidth() const {
    const QFontMetrics metrics(numberFont(8));
    int widest = 0;
    for (const QString& name : m_content.rows)
        widest = std::max(widest, metrics.horizontalAdvance(name));
    return widest + 2 * kPadding;
}

QSize GridTable::sizeHint() const {
    const QSize cell = cellSize();
    const int titleWidth = fontMetrics().horizontalAdvance(m_content.title) + 40;
    return {std::max(headerWidth() + cell.width() * int(m_content.columns.size()), titleWidth) + 4,
            kTitle + cell.height() * (int(m_content.rows.size()) + 1) + 4};
}

QRect GridTable::cellRect(int row, int column) const {
    const QSize size = cellSize();
    return {headerWidth() + column * size.width(), kTitle + (row + 1) * size.height(), size.width(),
            size.height()};
}

void GridTable::paintCell(QPainter& painter, const QRect& rect, const Cell& cell) const {
    const QRect inside = rect.adjusted(0, 0, -1, -1);
    if (cell.color)
        painter.fillRect(inside, *cell.color);
    const QColor ink = cell.color     ? inkOn(*cell.color)
                       : cell.isLeak  ? m_theme.color(ColorRole::Bad)
                       : cell.isFaint ? m_theme.color(ColorRole::Secondary)
                                      : m_theme.color(ColorRole::Text);
    painter.setPen(ink);
    painter.drawText(inside, Qt::AlignCenter, cell.text);
    if (!cell.isLeak)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(m_theme.color(ColorRole::Bad), 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(inside.adjusted(1, 1, -1, -1));
}

void GridTable::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    int x = 0;
    if (m_content.badge) {
        const QRect badge(0, 3, 18, 17);
        painter.fillRect(badge, m_content.badgeColor);
        painter.setPen(inkOn(m_content.badgeColor));
        painter.drawText(badge, Qt::AlignCenter, *m_content.badge);
        x = 24;
    }
    painter.setPen(m_theme.color(m_content.isCurrent ? ColorRole::Selection : ColorRole::Text));
    painter.drawText(QRect(x, 0, width() - x, kTitle), Qt::AlignLeft | Qt::AlignVCenter,
                     m_content.title);
    painter.setFont(numberFont(8));
    painter.setPen(m_theme.color(ColorRole::Secondary));
    for (int column = 0; column < m_content.columns.size(); ++column)
        painter.drawText(cellRect(-1, column), Qt::AlignCenter, m_content.columns[column]);
    for (int row = 0; row < m_content.rows.size(); ++row) {
        const QRect first = cellRect(row, 0);
        painter.setPen(m_theme.color(ColorRole::Secondary));
        painter.drawText(QRect(0, first.top(), headerWidth() - kPadding, first.height()),
                         Qt::AlignRight | Qt::AlignVCenter, m_content.rows[row]);
        for (int column = 0; column < m_content.columns.size(); ++column)
            paintCell(painter, cellRect(row, column), cell(row, column));
    }
}

bool GridTable::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    QString tip = toolTip();
    for (int row = 0; row < m_content.rows.size(); ++row)
        for (int column = 0; column < m_content.columns.size(); ++column)
            if (cellRect(row, column).contains(help->pos()))
                tip = cell(row, column).tip;
    QToolTip::showText(help->globalPos(), tip, this);
    return true;
}

void GridTable::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        Q_EMIT clicked();
}

} // namespace hierascope::widgets
