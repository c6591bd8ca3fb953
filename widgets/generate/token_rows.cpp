// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/generate/token_rows.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/common/own_keys.h"
#include "widgets/common/picture_paint.h"
#include "widgets/common/pictures.h"
#include "widgets/common/theme.h"
#include "widgets/generate/generation_text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace hierascope::widgets {

namespace {

constexpr int kRowHeight = 22;
constexpr int kSmallRowHeight = 15;
constexpr int kLabelWidth = 52;
constexpr int kGap = 2;
constexpr double kOwnFrame = 14.0; // width of a cell

} // namespace

TokenRows::TokenRows(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setAccessibleName(tr("Tokens by level"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

void TokenRows::setCells(const std::vector<std::int64_t>& sizes, std::vector<Cell> cells,
                         float limit) {
    m_rows.clear();
    std::int64_t first = 0;
    for (const std::int64_t size : sizes) {
        m_rows.push_back({first, size});
        first += size;
    }
    m_cells = std::move(cells);
    m_cells.resize(std::size_t(first));
    m_limit = limit;
    for (std::int64_t* position : {&m_current, &m_hovered})
        if (*position >= first)
            *position = -1;
    describe();
    updateGeometry();
    update();
}

void TokenRows::setSelected(std::int64_t position) {
    m_selected = position < std::int64_t(m_cells.size()) ? position : -1;
    describe();
    update();
}

void TokenRows::setMarked(std::vector<std::int64_t> positions) {
    std::erase_if(positions,
                  [this](std::int64_t at) { return at >= std::int64_t(m_cells.size()); });
    if (std::exchange(m_marked, std::move(positions)) == m_marked)
        return;
    update();
}

std::int64_t TokenRows::shown() const {
    return m_hovered >= 0 ? m_hovered : m_current >= 0 ? m_current : m_selected;
}

QSize TokenRows::sizeHint() const {
    return {360, std::max(1, int(m_rows.size())) * kRowHeight};
}

QSize TokenRows::minimumSizeHint() const {
    return {200, std::max(1, int(m_rows.size())) * kSmallRowHeight};
}

QRectF TokenRows::rowPlace(std::size_t row) const {
    const double height =
        std::min(double(kRowHeight),
                 double(this->height()) / double(std::max<std::size_t>(1, m_rows.size())));
    return {double(kLabelWidth), double(row) * height, double(width() - kLabelWidth), height};
}

std::size_t TokenRows::rowOf(std::int64_t position) const {
    std::size_t row = 0;
    while (row + 1 < m_rows.size() && position >= m_rows[row + 1].first)
        ++row;
    return row;
}

QRectF TokenRows::placeOf(std::int64_t position) const {
    const std::size_t row = rowOf(position);
    const QRectF all = rowPlace(row);
    const double column = double(position - m_rows[row].first);
    const double left = std::round(all.left() + all.width() * column / double(m_rows[row].size));
    const double right =
        std::round(all.left() + all.width() * (column + 1) / double(m_rows[row].size));
    const double gap = right - left > 8.0 ? kGap : 1.0;
    return {left, std::round(all.top()), right - left - gap, std::round(all.height()) - kGap};
}

std::optional<std::int64_t> TokenRows::cellAt(const QPointF& point) const {
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const QRectF place = rowPlace(row);
        if (!place.contains(point))
            continue;
        const double share = (point.x() - place.left()) / place.width();
        const auto column = std::int64_t(share * double(m_rows[row].size));
        return m_rows[row].first + std::clamp<std::int64_t>(column, 0, m_rows[row].size - 1);
    }
    return std::nullopt;
}

void TokenRows::paintCell(QPainter& painter, std::int64_t position) const {
    const Cell& cell = m_cells[std::size_t(position)];
    const QRectF place = placeOf(position);
    if (!cell.isKnown) {
        painter.setPen(m_theme.color(ColorRole::Border));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5));
        return;
    }
    const QColor color(mappedColor(ColorMap::Magnitude, cell.entropy / m_limit));
    painter.fillRect(place, color);
    const QString code = QString::number(cell.code);
    if (painter.fontMetrics().horizontalAdvance(code) + 6 <= place.width() &&
        place.height() >= 13) {
        painter.setPen(inkOn(color));
        painter.drawText(place, Qt::AlignCenter, code);
    }
    if (cell.isGiven) { // a corner, so that it is seen without its colour
        const double side = std::min(7.0, place.width());
        const QPointF corner = place.topRight();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(inkOn(color));
        painter.drawPolygon(
            QPolygonF({corner, corner - QPointF(side, 0), corner + QPointF(0, side)}));
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
}

void TokenRows::paintMarks(QPainter& painter) const {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.color(ColorRole::Selection), 2));
    const auto isNew = [this](std::int64_t position) {
        return position < std::int64_t(m_cells.size()) && m_cells[std::size_t(position)].isNew;
    };
    for (std::int64_t i = 0; i < std::int64_t(m_cells.size()); ++i) {
        if (!isNew(i))
            continue;
        QRectF place = placeOf(i);
        // Narrow cells are framed together, or their colours would not be seen.
        while (placeOf(i).width() < kOwnFrame && isNew(i + 1) && rowOf(i + 1) == rowOf(i))
            place |= placeOf(++i);
        painter.drawRect(place.adjusted(0, 0, -1, -1));
    }
    const auto frame = [&](std::int64_t position, ColorRole role) {
        if (position < 0)
            return;
        const QRectF place = placeOf(position).adjusted(-1, -1, 1, 1);
        painter.setPen(QPen(m_theme.color(ColorRole::Window), 4));
        painter.drawRect(place);
        painter.setPen(QPen(m_theme.color(role), 2));
        painter.drawRect(place);
    };
    for (const std::int64_t position : m_marked)
        frame(position, ColorRole::Selection);
    if (std::ranges::find(m_marked, m_selected) == m_marked.end())
        frame(m_selected, ColorRole::Text);
    if (hasFocus())
        frame(m_current, ColorRole::Focus);
    if (m_hovered >= 0 && m_hovered != m_selected)
        frame(m_hovered, ColorRole::Secondary);
}

void TokenRows::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(numberFont(8));
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const QRectF place = rowPlace(row);
        painter.setPen(m_theme.color(ColorRole::Secondary));
        const std::int64_t first = m_rows[row].first;
        const QString label =
            m_rows[row].size == 1
                ? QString::number(first)
                : QStringLiteral("%1–%2").arg(first).arg(first + m_rows[row].size - 1);
        painter.drawText(QRectF(0, place.top(), kLabelWidth - 6, place.height() - kGap),
                         Qt::AlignLeft | Qt::AlignVCenter, label);
        for (std::int64_t i = 0; i < m_rows[row].size; ++i)
            paintCell(painter, first + i);
    }
    paintMarks(painter);
}

QString TokenRows::tipOf(std::int64_t position) const {
    const Cell& cell = m_cells[std::size_t(position)];
    if (!cell.isKnown)
        return tr("Token %1: not written yet").arg(position);
    const QString text = tr("Token %1: code %2, entropy %3")
                             .arg(position)
                             .arg(cell.code)
                             .arg(bitsText(cell.entropy));
    return cell.isGiven ? text + tr(", put there by hand") : text;
}

void TokenRows::describe() {
    const QString keys = tr("The arrow keys walk over the tokens, Space selects one.");
    setAccessibleDescription(shown() < 0 ? keys : tipOf(shown()));
}

bool TokenRows::event(QEvent* event) {
    if (keepsKey(event, {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Space}))
        return true;
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto cell = cellAt(help->pos());
        cell ? QToolTip::showText(help->globalPos(), tipOf(*cell), this) : QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void TokenRows::move(int columns, int rows) {
    if (m_cells.empty())
        return;
    const std::int64_t last = std::int64_t(m_cells.size()) - 1;
    if (m_current < 0) {
        m_current = std::max<std::int64_t>(m_selected, 0);
    } else if (columns != 0) {
        m_current = std::clamp<std::int64_t>(m_current + columns, 0, last);
    } else {
        const std::size_t row = rowOf(m_current);
        const QPointF middle = placeOf(m_current).center();
        const std::size_t next =
            std::size_t(std::clamp(int(row) + rows, 0, int(m_rows.size()) - 1));
        m_current = cellAt({middle.x(), rowPlace(next).center().y()}).value_or(m_current);
    }
    m_hovered = -1;
    describe();
    update();
    Q_EMIT shownChanged();
}

void TokenRows::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
        return move(-1, 0);
    case Qt::Key_Right:
        return move(1, 0);
    case Qt::Key_Up:
        return move(0, -1);
    case Qt::Key_Down:
        return move(0, 1);
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current < 0)
            move(0, 0);
        Q_EMIT chosen(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TokenRows::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    m_current = cellAt(event->position()).value_or(-1);
    Q_EMIT chosen(m_current);
}

void TokenRows::mouseMoveEvent(QMouseEvent* event) {
    const std::int64_t hovered = cellAt(event->position()).value_or(-1);
    if (std::exchange(m_hovered, hovered) == hovered)
        return;
    update();
    Q_EMIT shownChanged();
}

void TokenRows::leaveEvent(QEvent*) {
    m_hovered = -1;
    update();
    Q_EMIT shownChanged();
}

void TokenRows::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    m_current = -1;
    update();
    Q_EMIT shownChanged();
}

} // namespace hierascope::widgets
