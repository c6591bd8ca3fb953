// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/task_panel.h"

#include <algorithm>

#include "widgets/common/theme.h"
#include "widgets/shell/task_row.h"
#include "widgets/tasks/task_list_model.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace hierascope::widgets {

TaskPanel::TaskPanel(const Theme& theme, TaskListModel& tasks, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_tasks(tasks),
      m_nothing(new QLabel(tr("Nothing is running."), this)) {
    setAccessibleName(tr("Running tasks"));
    m_nothing->setProperty("role", QStringLiteral("secondary"));
    auto* area = new QScrollArea(this);
    auto* content = new QWidget(area);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(16, 16, 16, 16);
    m_column->setSpacing(16);
    m_column->addWidget(m_nothing);
    m_column->addStretch();
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);
    m_clock.setInterval(250);
    connect(&m_clock, &QTimer::timeout, this, &TaskPanel::showSeconds);
    connect(&tasks, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { insertRows(first, last); });
    connect(&tasks, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex&, int first, int last) { removeRows(first, last); });
    connect(&tasks, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) {
                showRows(first.row(), last.row());
            });
    insertRows(0, tasks.rowCount() - 1);
}

void TaskPanel::insertRows(int first, int last) {
    for (int row = first; row <= last; ++row) {
        auto* line = new TaskRow(m_theme, m_nothing->parentWidget());
        connect(line, &TaskRow::stopRequested, this, [this, line] {
            m_tasks.cancel(int(std::ranges::find(m_rows, line) - m_rows.begin()));
        });
        m_rows.insert(m_rows.begin() + row, line);
        m_column->insertWidget(row, line);
    }
    showRows(first, last);
    noticeCount();
}

void TaskPanel::removeRows(int first, int last) {
    const auto begin = m_rows.begin() + first;
    const auto end = m_rows.begin() + last + 1;
    for (auto row = begin; row != end; ++row) {
        (*row)->hide();
        (*row)->deleteLater(); // its stop button may be what ended the task
    }
    m_rows.erase(begin, end);
    noticeCount();
}

void TaskPanel::showRows(int first, int last) {
    for (int row = first; row <= last; ++row)
        m_rows[std::size_t(row)]->showTask(m_tasks.index(row));
}

void TaskPanel::showSeconds() {
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_rows[row]->showSeconds(
            m_tasks.index(int(row)).data(TaskListModel::SecondsRole).toDouble());
}

void TaskPanel::noticeCount() {
    m_nothing->setVisible(m_rows.empty());
    if (m_rows.empty() || !isVisible())
        m_clock.stop();
    else if (!m_clock.isActive())
        m_clock.start();
}

void TaskPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showSeconds();
    noticeCount();
}

void TaskPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_clock.stop();
}

} // namespace hierascope::widgets
