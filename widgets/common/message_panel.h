// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

namespace hierascope::widgets {

class Theme;

/// Says, in the middle of a room, what is missing or what went wrong, and offers what to do.
class MessagePanel : public QWidget {
    Q_OBJECT

public:
    explicit MessagePanel(const Theme& theme, QWidget* parent = nullptr);

    /// What one line of the panel is made of; an empty action shows no button.
    struct Message {
        QString icon;
        QString title;
        QString text;
        QString action;
        bool isError = false;
    };
    void setMessage(const Message& message);
    const Message& message() const { return m_message; }

    /// The translated headline of a kind of error; the core's sentence is the detail.
    static QString headline(ErrorCode code);

Q_SIGNALS:
    void actionChosen();

private:
    void tint();

    const Theme& m_theme;
    Message m_message;
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_button;
};

} // namespace hierascope::widgets
