// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/facts_table.h"

#include "widgets/common/theme.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>

namespace hierascope::widgets {

FactsTable::FactsTable(const QString& heading, QWidget* parent)
    : QWidget(parent), m_heading(heading), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    auto* label = new QLabel(heading, this);
    label->setProperty("role", QStringLiteral("heading"));
    m_grid->addWidget(label, 0, 0, 1, 2);
    setAccessibleName(heading);
    hide();
}

void FactsTable::setRows(const std::vector<Row>& rows) {
    for (QLabel* label : m_labels)
        delete label;
    m_labels.clear();
    m_rows = rows;
    for (std::size_t i = 0; i < rows.size(); ++i)
        addRow(int(i) + 1, rows[i]);
    setVisible(!rows.empty());
}

void FactsTable::addRow(int line, const Row& row) {
    auto* label = new QLabel(row.label, this);
    label->setProperty("role", QStringLiteral("secondary"));
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* value = new QLabel(row.value, this);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setMinimumWidth(60);
    value->setAlignment(Qt::AlignRight | Qt::AlignTop);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setFont(numberFont());
    value->setToolTip(row.toolTip);
    value->setAccessibleName(row.label);
    value->setAccessibleDescription(row.toolTip.isEmpty() ? row.value : row.toolTip);
    m_grid->addWidget(label, line, 0);
    m_grid->addWidget(value, line, 1);
    m_labels.push_back(label);
    m_labels.push_back(value);
}

} // namespace hierascope::widgets
