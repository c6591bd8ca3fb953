// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/view_choice.h"
#include "widgets/state/view_state.h"

#include <QElapsedTimer>
#include <QUndoCommand>

namespace hierascope::widgets {

/// One step of undo: the choice before and after.
class ChoiceCommand : public QUndoCommand {
public:
    ChoiceCommand(ViewState& state, ViewChoice after, ViewState::Change change,
                  const QString& text);

    void undo() override;
    void redo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand* next) override;

private:
    ViewState& m_state;
    ViewChoice m_before;
    ViewChoice m_after;
    ViewState::Change m_change;
    QElapsedTimer m_age; ///< since the last change that this step holds
};

} // namespace hierascope::widgets
