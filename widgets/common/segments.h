// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>
#include <QWidget>

class QButtonGroup;

namespace hierascope::widgets {

/// A row of buttons of which one is chosen; what was clicked is shown when it is set.
class Segments : public QWidget {
    Q_OBJECT

public:
    struct Choice {
        QString text;
        QString tip;
    };
    /// @param name what is chosen, for people who do not see the buttons
    Segments(const QString& name, const std::vector<Choice>& choices, QWidget* parent = nullptr);

    int current() const;
    void setCurrent(int index);
    void setChoiceEnabled(int index, bool isEnabled);
    /// One that makes no sense now leaves its place to the others.
    void setChoiceOffered(int index, bool isOffered);

Q_SIGNALS:
    /// Somebody asks for a choice; the owner decides and calls `setCurrent`.
    void chosen(int index);

private:
    QButtonGroup* m_buttons;
    int m_current = 0;
};

} // namespace hierascope::widgets
