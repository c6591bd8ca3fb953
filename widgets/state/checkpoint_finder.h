// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "widgets/state/file_watch.h"
#include "widgets/state/view_state.h"
#include "widgets/tasks/latest_task.h"

#include <QObject>

namespace hierascope::widgets {

/// Tells the state which checkpoints the runs of A and B have, also while they are being trained.
class CheckpointFinder : public QObject {
    Q_OBJECT

public:
    CheckpointFinder(ViewState& state, TaskRunner& runner, QObject* parent = nullptr);

private:
    void follow();
    void look(Side side);

    ViewState& m_state;
    TaskRunner& m_runner;
    FileWatch m_watch;
    std::array<QString, kSides.size()> m_folders; ///< of checkpoints; empty for other models
    std::array<LatestTask, kSides.size()> m_tasks;
};

} // namespace hierascope::widgets
