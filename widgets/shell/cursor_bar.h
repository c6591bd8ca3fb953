// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace hierascope::widgets {

class LevelSlider;
class Theme;
class ViewState;

/// The bar under every view with the cursors that the whole window shares.
class CursorBar : public QWidget {
    Q_OBJECT

public:
    CursorBar(const Theme& theme, ViewState& state, QWidget* parent = nullptr);

    LevelSlider* levelSlider() const { return m_level.slider; }
    LevelSlider* checkpointSlider() const { return m_checkpoint.slider; }
    bool isPlaying() const { return m_play.isActive(); }

public Q_SLOTS:
    /// Goes through the levels, coarse to fine, again and again.
    void setPlaying(bool isPlaying);

Q_SIGNALS:
    void playingChanged(bool isPlaying);

private:
    /// A name, what is chosen, and the slider under them.
    struct Cursor {
        QWidget* panel = nullptr;
        QLabel* value = nullptr;
        LevelSlider* slider = nullptr;
    };

    Cursor makeCursor(const QString& objectName, const QString& name, const QString& tip);
    void makePlayButton();
    void followLevel();
    void followCheckpoint();
    void chooseCheckpoint(int index);
    void tint();

    const Theme& m_theme;
    ViewState& m_state;
    Cursor m_level;
    Cursor m_checkpoint;
    QToolButton* m_playButton;
    QTimer m_play;
};

} // namespace hierascope::widgets
