// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QToolButton;

namespace hierascope::widgets {

class Theme;

/// The narrow rail at the left with one button for each view.
class ViewRail : public QWidget {
    Q_OBJECT

public:
    explicit ViewRail(const Theme& theme, QWidget* parent = nullptr);

    /// Adds the button of a view; the first one added is the current one.
    void addView(const QString& icon, const QString& name, const QString& toolTip);

    void setCurrent(int index);

Q_SIGNALS:
    void viewChosen(int index);

private:
    void tint();

    const Theme& m_theme;
    QButtonGroup* m_buttons;
};

} // namespace hierascope::widgets
