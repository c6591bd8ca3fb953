// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace hierascope::widgets {

class Theme;

/// One line for newcomers over the cursor bar, closed for good with one click.
class HintBar : public QFrame {
    Q_OBJECT

public:
    explicit HintBar(const Theme& theme, QWidget* parent = nullptr);

Q_SIGNALS:
    void dismissed();

private:
    void tint();

    const Theme& m_theme;
    QLabel* m_icon;
    QToolButton* m_close;
};

} // namespace hierascope::widgets
