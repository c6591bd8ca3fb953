// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace hierascope::widgets {

class LevelSlider;
class Theme;
class ViewState;

/// The bar under every view with the cursors that the whole window shares.
class CursorBar : public QWidget {
    Q_OBJECT

public:
    CursorBar(const Theme& theme, ViewState& state, QWidget* parent = nullptr);

    LevelSlider* levelSlider() const { return m_slider; }

private:
    void follow();

    ViewState& m_state;
    QLabel* m_value;
    LevelSlider* m_slider;
};

} // namespace hierascope::widgets
