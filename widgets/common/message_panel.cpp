// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/message_panel.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hierascope::widgets {

MessagePanel::MessagePanel(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_icon(new QLabel(this)), m_title(new QLabel(this)),
      m_text(new QLabel(this)), m_button(new QPushButton(this)) {
    m_title->setProperty("role", QStringLiteral("title"));
    m_text->setProperty("role", QStringLiteral("secondary"));
    for (QLabel* label : {m_icon, m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(label != m_icon);
    }
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTextFormat(Qt::PlainText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(12);
    layout->addStretch();
    layout->addWidget(m_icon);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(4);
    layout->addWidget(m_button, 0, Qt::AlignCenter);
    layout->addStretch();
    connect(m_button, &QPushButton::clicked, this, &MessagePanel::actionChosen);
    connect(&theme, &Theme::changed, this, &MessagePanel::tint);
}

void MessagePanel::setMessage(const Message& message) {
    m_message = message;
    m_title->setText(message.title);
    m_text->setText(message.text);
    m_button->setText(message.action);
    m_button->setVisible(!message.action.isEmpty());
    m_button->setAccessibleName(message.action);
    m_button->setToolTip(message.text);
    setAccessibleName(message.title);
    setAccessibleDescription(message.text);
    tint();
}

void MessagePanel::tint() {
    const ColorRole role = m_message.isError ? ColorRole::Bad : ColorRole::Secondary;
    if (!m_message.icon.isEmpty())
        m_icon->setPixmap(
            tintedPixmap(m_message.icon, m_theme.color(role), 40, devicePixelRatioF()));
}

QString MessagePanel::headline(ErrorCode code) {
    switch (code) {
    case ErrorCode::BadData:
        return tr("This file cannot be used");
    case ErrorCode::NoInput:
        return tr("This file cannot be read");
    case ErrorCode::NoDevice:
        return tr("This device is not there");
    case ErrorCode::CannotCreate:
        return tr("This file cannot be written");
    case ErrorCode::Cancelled:
        return tr("Stopped");
    case ErrorCode::Usage:
    case ErrorCode::Failed:
        break;
    }
    return tr("This did not work");
}

} // namespace hierascope::widgets
