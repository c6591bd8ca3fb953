// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace hierascope::widgets {

class Segments;
class Theme;
class ViewState;

/// The one place of every room where B is chosen, and how A and B share the view.
class CompareBar : public QWidget {
    Q_OBJECT

public:
    CompareBar(const Theme& theme, ViewState& state, QWidget* parent = nullptr);

    QToolButton* chooser() const { return m_chooser; }

    /// Lists in a menu what could be B: the other models, then the other images.
    static void fillMenu(QMenu& menu, ViewState& state);

private:
    QString suggestion() const;
    void follow();
    void tint();

    const Theme& m_theme;
    ViewState& m_state;
    QToolButton* m_chooser;
    Segments* m_segments;
    QToolButton* m_swap;
    QToolButton* m_clear;
    QLabel* m_hint;
};

} // namespace hierascope::widgets
