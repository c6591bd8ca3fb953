// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/choice_command.h"

#include <utility>

namespace hierascope::widgets {

namespace {

constexpr qint64 kMergeMilliseconds = 700;

} // namespace

ChoiceCommand::ChoiceCommand(ViewState& state, ViewChoice after, ViewState::Change change,
                             const QString& text)
    : QUndoCommand(text), m_state(state), m_before(state.choice()), m_after(std::move(after)),
      m_change(change) {
    m_age.start();
}

void ChoiceCommand::undo() {
    m_state.apply(m_before);
}

void ChoiceCommand::redo() {
    m_state.apply(m_after);
}

int ChoiceCommand::id() const {
    return int(m_change);
}

bool ChoiceCommand::mergeWith(const QUndoCommand* next) {
    using Change = ViewState::Change;
    const bool canMerge = m_change == Change::Level || m_change == Change::Image ||
                          m_change == Change::Sampling || m_change == Change::Generation ||
                          m_change == Change::Step || m_change == Change::Latents ||
                          m_change == Change::Attention || m_change == Change::Codebook;
    if (!canMerge || m_age.elapsed() > kMergeMilliseconds)
        return false;
    m_after = static_cast<const ChoiceCommand*>(next)->m_after;
    m_age.restart();
    setObsolete(m_after == m_before);
    return true;
}

} // namespace hierascope::widgets
