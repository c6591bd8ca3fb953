// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QFrame>
#include <QList>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace hierascope::widgets {

class Theme;

/// One sentence over the room that asks for something, with buttons; it waits and never blocks.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    struct Action {
        QString text;
        QString tip;
        std::function<void()> act; ///< after the bar is hidden
    };

    explicit NoticeBar(const Theme& theme, QWidget* parent = nullptr);

    /// Replaces what was said before.
    void say(const QString& sentence, const QList<Action>& actions);
    QString sentence() const;
    /// The buttons, in the order of the actions.
    const QList<QPushButton*>& buttons() const { return m_buttons; }

Q_SIGNALS:
    /// Somebody closed the bar without choosing anything.
    void dismissed();

private:
    void tint();

    const Theme& m_theme;
    QLabel* m_icon;
    QLabel* m_text;
    QHBoxLayout* m_row;
    QToolButton* m_close;
    QList<QPushButton*> m_buttons;
};

} // namespace hierascope::widgets
