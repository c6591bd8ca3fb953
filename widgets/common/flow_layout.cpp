// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/flow_layout.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <QWidget>

namespace hierascope::widgets {

FlowLayout::FlowLayout(QWidget* parent)
    : QLayout(parent), m_gap(std::numeric_limits<std::size_t>::max()) {}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addGap() {
    m_gap = m_items.size();
}

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.emplace_back(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[std::size_t(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem* item = m_items[std::size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

std::vector<FlowLayout::Row> FlowLayout::rows(int width) const {
    std::vector<Row> rows(1);
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i]->isEmpty())
            continue; // hidden
        const QSize size = m_items[i]->sizeHint();
        const int space = rows.back().items.empty() ? 0 : spacing();
        if (!rows.back().items.empty() && rows.back().width + space + size.width() > width)
            rows.emplace_back();
        Row& row = rows.back();
        row.width += (row.items.empty() ? 0 : spacing()) + size.width();
        row.height = std::max(row.height, size.height());
        row.items.push_back(i);
    }
    return rows;
}

int FlowLayout::place(const QRect& rect, bool isMoving) const {
    const QRect inside = rect.marginsRemoved(contentsMargins());
    int y = inside.top();
    for (const Row& row : rows(inside.width())) {
        int x = inside.left();
        if (row.items.empty())
            continue;                               // nothing is there, or all is hidden
        bool isPushed = row.items.front() >= m_gap; // a row of its own begins at the left
        for (const std::size_t i : row.items) {
            const QSize size = m_items[i]->sizeHint();
            if (i >= m_gap && !std::exchange(isPushed, true))
                x += std::max(0, inside.width() - row.width);
            if (isMoving)
                m_items[i]->setGeometry({{x, y + (row.height - size.height()) / 2}, size});
            x += size.width() + spacing();
        }
        y += row.height + spacing();
    }
    return y - spacing() - inside.top() + contentsMargins().top() + contentsMargins().bottom();
}

int FlowLayout::heightForWidth(int width) const {
    return place({0, 0, width, 0}, false);
}

QSize FlowLayout::sizeHint() const {
    const int width = rows(std::numeric_limits<int>::max() / 2).front().width;
    const QMargins margins = contentsMargins();
    const int whole = width + margins.left() + margins.right();
    return {whole, heightForWidth(whole)};
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const auto& item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    place(rect, true);
}

} // namespace hierascope::widgets
