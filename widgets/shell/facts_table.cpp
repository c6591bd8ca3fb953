// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/facts_table.h"

#include "widgets/common/theme.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace hierascope::widgets {

namespace {

constexpr int kRowLetters = 26; // with more, the value gets lines of its own under its label

bool isLong(const FactsTable::Row& row) {
    return row.label.size() + row.value.size() > kRowLetters;
}

/// Which rows need lines of their own: with the same shape, new texts fit the old labels.
std::vector<bool> shapeOf(const std::vector<FactsTable::Row>& rows) {
    std::vector<bool> shape;
    for (const FactsTable::Row& row : rows)
        shape.push_back(isLong(row));
    return shape;
}

} // namespace

FactsTable::FactsTable(const QString& heading, QWidget* parent)
    : QWidget(parent), m_heading(heading), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setVerticalSpacing(6);
    auto* label = new QLabel(heading, this);
    label->setProperty("role", QStringLiteral("heading"));
    m_grid->addWidget(label, 0, 0);
    setAccessibleName(heading);
    hide();
}

void FactsTable::setRows(const std::vector<Row>& rows) {
    const bool hasNewShape = shapeOf(rows) != shapeOf(m_rows);
    m_rows = rows;
    if (hasNewShape)
        makeLines();
    for (std::size_t i = 0; i < rows.size(); ++i)
        fillLine(m_lines[i], rows[i]);
    setVisible(!rows.empty());
    fitHeights();
    m_grid->activate(); // new labels would lie in the corner until the next event
}

void FactsTable::makeLines() {
    for (const Line& line : m_lines) {
        delete line.label;
        delete line.value;
    }
    m_lines.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_lines.push_back(makeLine(int(i) + 1, isLong(m_rows[i])));
}

FactsTable::Line FactsTable::makeLine(int place, bool hasOwnLines) {
    Line line{new QLabel(this), new QLabel(this)};
    line.label->setProperty("role", QStringLiteral("secondary"));
    line.value->setTextFormat(Qt::PlainText);
    line.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line.value->setFont(numberFont());
    line.value->setWordWrap(hasOwnLines);
    line.value->setAlignment(Qt::AlignTop | (hasOwnLines ? Qt::AlignLeft : Qt::AlignRight));
    m_grid->addWidget(line.label, 2 * place, 0, Qt::AlignLeft);
    if (hasOwnLines)
        m_grid->addWidget(line.value, 2 * place + 1, 0);
    else
        m_grid->addWidget(line.value, 2 * place, 0, Qt::AlignRight);
    line.label->show();
    line.value->show();
    return line;
}

void FactsTable::fillLine(const Line& line, const Row& row) {
    line.label->setText(row.label);
    line.value->setText(row.value);
    line.value->setToolTip(row.toolTip);
    line.value->setAccessibleName(row.label);
    line.value->setAccessibleDescription(row.toolTip.isEmpty() ? row.value : row.toolTip);
}

void FactsTable::fitHeights() {
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        QLabel* value = m_lines[i].value;
        value->setMinimumHeight(value->wordWrap() ? std::max(0, value->heightForWidth(width()))
                                                  : 0);
    }
}

void FactsTable::resizeEvent(QResizeEvent*) {
    fitHeights();
}

} // namespace hierascope::widgets
