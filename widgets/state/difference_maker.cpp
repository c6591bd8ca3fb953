// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/difference_maker.h"

namespace hierascope::widgets {

DifferenceMaker::DifferenceMaker(ViewState& state, TaskRunner& runner, QObject* parent)
    : QObject(parent), m_state(state), m_runner(runner) {
    connect(&state, &ViewState::choiceChanged, this, &DifferenceMaker::follow);
    connect(&state, &ViewState::levelChanged, this, &DifferenceMaker::follow);
    connect(&state, &ViewState::phaseChanged, this, &DifferenceMaker::follow);
}

DifferenceMaker::Shown DifferenceMaker::shown(Side side) const {
    return {m_state.content(side), m_state.level(side)};
}

void DifferenceMaker::follow() {
    const Shown a = shown(Side::A);
    const Shown b = shown(Side::B);
    const bool isWanted = m_state.choice().compare == Compare::Difference && a.first && b.first &&
                          a.second >= 0 && b.second >= 0;
    if (!isWanted) {
        m_task.drop();
        m_made = {};
        return m_state.setDifference({});
    }
    if (m_made == std::pair(a, b))
        return;
    m_made = {a, b};
    using Difference = std::shared_ptr<const DifferencePicture>;
    auto work = [a, b](const TaskContext&) -> Result<Difference> {
        const auto picture = [](const Shown& shown) -> const ImageRgbF32& {
            return shown.first->reconstruction.levels[std::size_t(shown.second)].picture;
        };
        return std::make_shared<const DifferencePicture>(
            makeDifferencePicture(picture(a), picture(b)));
    };
    m_task.start(
        m_runner, this, tr("Difference"), std::move(work),
        [this](const Result<Difference>& difference) {
            m_state.setDifference(difference ? *difference : nullptr);
        },
        Lane::Analysis);
}

} // namespace hierascope::widgets
