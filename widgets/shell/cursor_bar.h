// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QImage>
#include <QTimer>
#include <QWidget>

namespace hierascope::widgets {

class CursorPanel;
class GenerationState;
class LevelSlider;
class Theme;
class ViewState;

/// The bar under every view with the three cursors that the whole window shares: level, step and
/// checkpoint. One that has nowhere to go is hidden; the level stays.
class CursorBar : public QWidget {
    Q_OBJECT

public:
    CursorBar(const Theme& theme, ViewState& state, GenerationState& generation,
              QWidget* parent = nullptr);

    LevelSlider* levelSlider() const;
    LevelSlider* stepSlider() const;
    LevelSlider* checkpointSlider() const;
    bool isPlaying() const { return m_levelPlay.isActive(); }
    bool isPlayingCheckpoints() const { return m_checkpointPlay.isActive(); }

    /// A view that shows the pictures of all levels or steps itself wants no thumbnails of them.
    void setThumbnails(bool ofLevels, bool ofSteps);

public Q_SLOTS:
    /// Goes through the levels, coarse to fine, again and again.
    void setPlaying(bool isPlaying);
    /// Goes through the checkpoints, each as soon as the one before it is shown.
    void setPlayingCheckpoints(bool isPlaying);

Q_SIGNALS:
    void playingChanged(bool isPlaying);
    void checkpointPlayChanged(bool isPlaying);
    /// The steps are to be played, or stopped.
    void stepPlayWanted();

private:
    void makeLevel();
    void makeStep();
    void makeCheckpoint();
    void followLevel();
    void followStep();
    void followCheckpoint();
    void showLevelPictures();
    void showStepPictures();
    void rememberCheckpoint();
    void showCheckpointPictures();
    void chooseCheckpoint(int index);
    void playCheckpoint();

    const Theme& m_theme;
    ViewState& m_state;
    GenerationState& m_generation;
    CursorPanel* m_level = nullptr;
    CursorPanel* m_step = nullptr;
    CursorPanel* m_checkpoint = nullptr;
    QHash<QString, QImage> m_seen; ///< what checkpoints were seen to make of images, small
    bool m_hasLevelPictures = false;
    bool m_hasStepPictures = false;
    QTimer m_levelPlay;
    QTimer m_checkpointPlay;
};

} // namespace hierascope::widgets
