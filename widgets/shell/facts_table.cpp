// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/facts_table.h"

#include "widgets/common/theme.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>

namespace hierascope::widgets {

namespace {

constexpr int kRowLetters = 26; // with more, the value gets lines of its own under its label

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
    m_rows = rows;
    while (m_lines.size() < rows.size())
        m_lines.push_back(makeLine());
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const bool isUsed = i < rows.size();
        m_lines[i].label->setVisible(isUsed);
        m_lines[i].value->setVisible(isUsed);
        if (isUsed)
            fillLine(int(i) + 1, m_lines[i], rows[i]);
    }
    setVisible(!rows.empty());
    fitHeights();
    m_grid->activate(); // new labels would lie in the corner until the next event
}

FactsTable::Line FactsTable::makeLine() {
    Line line{new QLabel(this), new QLabel(this)};
    line.label->setProperty("role", QStringLiteral("secondary"));
    line.value->setTextFormat(Qt::PlainText);
    line.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line.value->setFont(numberFont());
    return line;
}

void FactsTable::fillLine(int place, const Line& line, const Row& row) {
    const bool isLong = row.label.size() + row.value.size() > kRowLetters;
    line.label->setText(row.label);
    line.value->setText(row.value);
    line.value->setWordWrap(isLong);
    line.value->setAlignment(Qt::AlignTop | (isLong ? Qt::AlignLeft : Qt::AlignRight));
    line.value->setToolTip(row.toolTip);
    line.value->setAccessibleName(row.label);
    line.value->setAccessibleDescription(row.toolTip.isEmpty() ? row.value : row.toolTip);
    m_grid->removeWidget(line.label);
    m_grid->removeWidget(line.value);
    m_grid->addWidget(line.label, 2 * place, 0, Qt::AlignLeft);
    if (isLong)
        m_grid->addWidget(line.value, 2 * place + 1, 0);
    else
        m_grid->addWidget(line.value, 2 * place, 0, Qt::AlignRight);
}

void FactsTable::fitHeights() {
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        QLabel* value = m_lines[i].value;
        value->setMinimumHeight(value->wordWrap() ? value->heightForWidth(width()) : 0);
    }
}

void FactsTable::resizeEvent(QResizeEvent*) {
    fitHeights();
}

} // namespace hierascope::widgets
