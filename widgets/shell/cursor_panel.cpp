// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/cursor_panel.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/shell/level_slider.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

namespace hierascope::widgets {

CursorPanel::CursorPanel(const Theme& theme, const QString& objectName, const Words& words,
                         QWidget* parent)
    : QWidget(parent), m_theme(theme), m_play(new QToolButton(this)), m_value(new QLabel(this)),
      m_slider(new LevelSlider(theme, this)) {
    auto* label = new QLabel(words.name, this);
    label->setProperty("role", QStringLiteral("secondary"));
    m_value->setFont(numberFont());
    m_value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_value->setMinimumWidth(1); // the slider has the place, a long text is cut
    m_slider->setObjectName(objectName);
    m_slider->setAccessibleName(words.name);
    m_slider->setToolTip(words.tip);
    m_play->setProperty("role", QStringLiteral("quiet"));
    m_play->setCheckable(true);
    m_play->setIconSize({16, 16});
    m_play->setToolTip(words.playTip);
    m_play->setAccessibleName(words.play);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_play, 0, 0, 2, 1, Qt::AlignVCenter);
    grid->addWidget(label, 0, 1);
    grid->addWidget(m_value, 0, 2);
    grid->addWidget(m_slider, 1, 1, 1, 2);
    grid->setColumnStretch(2, 1);
    connect(m_play, &QToolButton::clicked, this, &CursorPanel::playToggled);
    connect(&theme, &Theme::changed, this, &CursorPanel::tint);
    tint();
}

void CursorPanel::setValueText(const QString& text) {
    m_value->setText(text);
    m_value->setToolTip(text);
    m_slider->setAccessibleDescription(text);
}

void CursorPanel::setPlaying(bool isPlaying) {
    m_play->setChecked(isPlaying);
    tint();
}

void CursorPanel::tint() {
    const QString name = m_play->isChecked() ? QStringLiteral("pause") : QStringLiteral("play");
    m_play->setIcon(tintedIcon(name, m_theme.color(ColorRole::Text)));
}

} // namespace hierascope::widgets
