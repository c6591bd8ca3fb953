// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDockWidget;
class QToolButton;

namespace hierascope::widgets {

class Theme;

/// The title bar of a panel: drag moves it, a double click floats it, two small buttons.
class DockTitle : public QWidget {
    Q_OBJECT

public:
    DockTitle(const Theme& theme, QDockWidget& dock);

private:
    QToolButton* makeButton(const QString& tip);
    void tint();

    const Theme& m_theme;
    QToolButton* m_float;
    QToolButton* m_close;
};

} // namespace hierascope::widgets
