// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/cursor_bar.h"

#include "widgets/common/theme.h"
#include "widgets/shell/level_slider.h"
#include "widgets/state/view_state.h"

#include <QGridLayout>
#include <QLabel>

namespace hierascope::widgets {

CursorBar::CursorBar(const Theme& theme, ViewState& state, QWidget* parent)
    : QWidget(parent), m_state(state), m_value(new QLabel(this)),
      m_slider(new LevelSlider(theme, this)) {
    setObjectName(QStringLiteral("cursorBar"));
    setAttribute(Qt::WA_StyledBackground);
    auto* name = new QLabel(tr("Level"), this);
    name->setProperty("role", QStringLiteral("secondary"));
    m_value->setFont(numberFont());
    m_value->setAlignment(Qt::AlignRight);
    m_slider->setObjectName(QStringLiteral("level"));
    m_slider->setAccessibleName(tr("Level"));
    m_slider->setToolTip(tr("The level that every view shows (Left and Right)"));
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(16, 10, 16, 10);
    layout->setVerticalSpacing(4);
    layout->addWidget(name, 0, 0);
    layout->addWidget(m_value, 0, 1);
    layout->addWidget(m_slider, 1, 0, 1, 2);
    connect(m_slider, &QSlider::valueChanged, &state, &ViewState::setLevel);
    connect(&state, &ViewState::levelChanged, this, &CursorBar::follow);
    connect(&state, &ViewState::phaseChanged, this, &CursorBar::follow);
    follow();
}

void CursorBar::follow() {
    const auto content = m_state.content();
    m_slider->setEnabled(content != nullptr);
    const QSignalBlocker blocker(m_slider); // the state is the truth, also while the range changes
    if (!content || m_state.level() < 0) {
        m_slider->setRange(0, 0);
        m_value->setText(QStringLiteral("–"));
        return;
    }
    m_slider->setRange(0, m_state.levels() - 1);
    m_slider->setValue(m_state.level());
    m_slider->update();
    const auto& level = content->reconstruction.levels[std::size_t(m_state.level())].level;
    m_value->setText(levelTitle(level));
    m_slider->setAccessibleDescription(levelTitle(level));
}

} // namespace hierascope::widgets
