// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace hierascope::widgets {

class LevelSlider;
class Theme;

/// One cursor: a button that plays it, its name, what is chosen, and the slider under them.
class CursorPanel : public QWidget {
    Q_OBJECT

public:
    /// What a cursor is called, on the screen and for a screen reader.
    struct Words {
        QString name;
        QString tip;
        QString play;    ///< the button's name
        QString playTip; ///< with its key
    };

    /// @param objectName of the slider
    CursorPanel(const Theme& theme, const QString& objectName, const Words& words,
                QWidget* parent = nullptr);

    LevelSlider* slider() const { return m_slider; }
    QToolButton* playButton() const { return m_play; }

    /// Says what is chosen, beside the name.
    void setValueText(const QString& text);
    void setPlaying(bool isPlaying);

Q_SIGNALS:
    void playToggled(bool isPlaying);

private:
    void tint();

    const Theme& m_theme;
    QToolButton* m_play;
    QLabel* m_value;
    LevelSlider* m_slider;
};

} // namespace hierascope::widgets
