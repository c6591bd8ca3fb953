// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/tasks/task_runner.h"

#include <QAbstractListModel>

namespace hierascope::widgets {

/// Lists the running tasks, oldest first, for the status bar and the task list.
class TaskListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        TitleRole = Qt::DisplayRole,
        StageRole = Qt::UserRole, ///< what it is doing, or that it is stopping
        FractionRole,             ///< double in [0, 1], or -1 where the total is unknown
        IdRole,                   ///< qulonglong for `cancel`
        SecondsRole,              ///< double since the start
    };

    explicit TaskListModel(TaskRunner& runner, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    /// Asks the task in `row` to stop.
    void cancel(int row);

private:
    void insertTask(TaskId id);
    void updateTask(TaskId id);
    void removeTask(TaskId id);
    int rowOf(TaskId id) const;

    TaskRunner& m_runner;
    std::vector<TaskInfo> m_tasks;
};

} // namespace hierascope::widgets
