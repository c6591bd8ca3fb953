// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tasks/task_list_model.h"

#include <algorithm>

namespace hierascope::widgets {

namespace {

double fractionOf(const Progress& progress) {
    if (progress.total <= 0)
        return -1.0;
    return std::clamp(double(progress.done) / double(progress.total), 0.0, 1.0);
}

double secondsSince(std::chrono::steady_clock::time_point started) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
}

} // namespace

TaskListModel::TaskListModel(TaskRunner& runner, QObject* parent)
    : QAbstractListModel(parent), m_runner(runner), m_tasks(runner.tasks()) {
    connect(&runner, &TaskRunner::taskAdded, this, &TaskListModel::insertTask);
    connect(&runner, &TaskRunner::taskChanged, this, &TaskListModel::updateTask);
    connect(&runner, &TaskRunner::taskRemoved, this, &TaskListModel::removeTask);
}

int TaskListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_tasks.size());
}

QVariant TaskListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TaskInfo& task = m_tasks[std::size_t(index.row())];
    switch (role) {
    case TitleRole:
    case Qt::AccessibleTextRole:
        return task.title;
    case StageRole:
        return task.isStopping ? tr("stopping") : QString::fromStdString(task.progress.stage);
    case FractionRole:
        return fractionOf(task.progress);
    case IdRole:
        return qulonglong(task.id);
    case SecondsRole:
        return secondsSince(task.started);
    default:
        return {};
    }
}

void TaskListModel::cancel(int row) {
    if (row >= 0 && row < rowCount())
        m_runner.cancel(m_tasks[std::size_t(row)].id);
}

void TaskListModel::insertTask(TaskId id) {
    const auto added = m_runner.task(id);
    if (!added)
        return;
    beginInsertRows({}, rowCount(), rowCount());
    m_tasks.push_back(*added);
    endInsertRows();
}

void TaskListModel::updateTask(TaskId id) {
    const int row = rowOf(id);
    const auto changed = m_runner.task(id);
    if (row < 0 || !changed)
        return;
    m_tasks[std::size_t(row)] = *changed;
    Q_EMIT dataChanged(index(row), index(row));
}

void TaskListModel::removeTask(TaskId id) {
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_tasks.erase(m_tasks.begin() + row);
    endRemoveRows();
}

int TaskListModel::rowOf(TaskId id) const {
    const auto found = std::ranges::find(m_tasks, id, &TaskInfo::id);
    return found == m_tasks.end() ? -1 : int(found - m_tasks.begin());
}

} // namespace hierascope::widgets
