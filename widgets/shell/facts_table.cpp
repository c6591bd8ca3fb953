// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/facts_table.h"

#include <algorithm>
#include <utility>

#include "widgets/common/theme.h"

#include <QContextMenuEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>

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

void FactsTable::setRows(const std::vector<Row>& rows, bool isComparing) {
    const bool hasNewShape = shapeOf(rows) != shapeOf(m_rows) || isComparing != m_isComparing;
    m_rows = rows;
    m_isComparing = isComparing;
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
        qDeleteAll(line.values);
    }
    m_lines.clear();
    qDeleteAll(m_heads);
    m_heads.clear();
    if (m_isComparing)
        makeColumnHeads();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_lines.push_back(makeLine(int(i) + 1, !m_isComparing && isLong(m_rows[i])));
}

void FactsTable::makeColumnHeads() {
    const std::pair<QString, QString> heads[] = {{tr("A"), QStringLiteral("a")},
                                                 {tr("B"), QStringLiteral("b")},
                                                 {tr("A − B"), QStringLiteral("secondary")}};
    for (const auto& [text, role] : heads) {
        auto* head = new QLabel(text, this);
        head->setProperty("role", role);
        m_heads.push_back(head);
        m_grid->addWidget(head, 0, int(m_heads.size()), Qt::AlignRight);
        head->show();
    }
}

QLabel* FactsTable::makeValue(bool hasOwnLines) {
    auto* value = new QLabel(this);
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setFont(numberFont());
    value->setWordWrap(hasOwnLines);
    value->setAlignment(Qt::AlignTop | (hasOwnLines ? Qt::AlignLeft : Qt::AlignRight));
    value->setContextMenuPolicy(Qt::NoContextMenu); // the table's own
    return value;
}

FactsTable::Line FactsTable::makeLine(int place, bool hasOwnLines) {
    Line line{new QLabel(this), {}};
    line.label->setProperty("role", QStringLiteral("secondary"));
    m_grid->addWidget(line.label, 2 * place, 0, Qt::AlignLeft);
    const int columns = m_isComparing ? 3 : 1;
    for (int column = 0; column < columns; ++column) {
        QLabel* value = makeValue(hasOwnLines);
        line.values.push_back(value);
        if (hasOwnLines)
            m_grid->addWidget(value, 2 * place + 1, 0);
        else
            m_grid->addWidget(value, 2 * place, m_isComparing ? column + 1 : 0, Qt::AlignRight);
        value->show();
    }
    line.label->show();
    return line;
}

void FactsTable::fillLine(const Line& line, const Row& row) {
    line.label->setText(row.label);
    const QString texts[] = {row.value, row.valueB, row.difference};
    for (std::size_t i = 0; i < line.values.size(); ++i) {
        line.values[i]->setText(texts[i]);
        line.values[i]->setToolTip(row.toolTip);
        line.values[i]->setAccessibleName(row.label);
        line.values[i]->setAccessibleDescription(
            QStringList{texts[i], row.toolTip, row.label}.join(QLatin1Char(' ')).trimmed());
    }
}

void FactsTable::fitHeights() {
    for (const Line& line : m_lines) {
        QLabel* value = line.values.front();
        value->setMinimumHeight(value->wordWrap() ? std::max(0, value->heightForWidth(width()))
                                                  : 0);
    }
}

TextTable FactsTable::text() const {
    TextTable table;
    table.header = m_isComparing ? QStringList{m_heading, tr("A"), tr("B"), tr("A − B")}
                                 : QStringList{m_heading, tr("Value")};
    for (const Row& row : m_rows)
        table.rows.push_back(m_isComparing
                                 ? QStringList{row.label, row.value, row.valueB, row.difference}
                                 : QStringList{row.label, row.value});
    return table;
}

void FactsTable::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addCopyActions(*menu, [table = text()] { return table; });
    menu->popup(event->globalPos());
}

void FactsTable::resizeEvent(QResizeEvent*) {
    fitHeights();
}

} // namespace hierascope::widgets
