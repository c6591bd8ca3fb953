// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/segments.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace hierascope::widgets {

Segments::Segments(const QString& name, const std::vector<Choice>& choices, QWidget* parent)
    : QWidget(parent), m_buttons(new QButtonGroup(this)) {
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const Choice& choice : choices) {
        auto* button = new QToolButton(this);
        button->setText(choice.text);
        button->setToolTip(choice.tip);
        button->setAccessibleName(name + QStringLiteral(": ") + choice.text);
        button->setAccessibleDescription(choice.tip);
        button->setCheckable(true);
        button->setProperty("role", QStringLiteral("segment"));
        m_buttons->addButton(button, int(m_buttons->buttons().size()));
        row->addWidget(button);
    }
    connect(m_buttons, &QButtonGroup::idClicked, this, [this](int index) {
        const int asked = index;
        setCurrent(m_current); // the owner decides what is chosen, not the click
        if (asked != m_current)
            Q_EMIT chosen(asked);
    });
    setCurrent(0);
}

int Segments::current() const {
    return m_current;
}

void Segments::setCurrent(int index) {
    m_current = index;
    if (QAbstractButton* button = m_buttons->button(index))
        button->setChecked(true);
}

void Segments::setChoiceEnabled(int index, bool isEnabled) {
    if (QAbstractButton* button = m_buttons->button(index))
        button->setEnabled(isEnabled);
}

void Segments::setChoiceOffered(int index, bool isOffered) {
    setChoiceEnabled(index, isOffered);
    if (QAbstractButton* button = m_buttons->button(index))
        button->setVisible(isOffered);
    updateGeometry();
}

} // namespace hierascope::widgets
