// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include "widgets/state/view_state.h"
#include "widgets/tasks/latest_task.h"

#include <QObject>

namespace hierascope::widgets {

/// Keeps the state's difference equal to the two levels that are shown, while it is asked for.
class DifferenceMaker : public QObject {
    Q_OBJECT

public:
    DifferenceMaker(ViewState& state, TaskRunner& runner, QObject* parent = nullptr);

private:
    /// A level of a content; equal ones give equal pictures.
    using Shown = std::pair<std::shared_ptr<const PyramidContent>, int>;

    void follow();
    Shown shown(Side side) const;

    ViewState& m_state;
    TaskRunner& m_runner;
    LatestTask m_task;
    std::pair<Shown, Shown> m_made; ///< or being made
};

} // namespace hierascope::widgets
