// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/message_panel.h"
#include "widgets/state/generation_state.h"

#include <QImage>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace hierascope::widgets {

class BranchTree;
class BusyPanel;
class ColorKey;
class CleanLevels;
class CompareView;
class GenerateBar;
class GenerationBench;
class SeedGrid;
class SettingsPanel;
class StepStrip;
class Theme;
class TokenRows;
class ViewState;

/// The Generate view: the image after a step large, all steps in a strip, tokens and branches.
///
/// It follows the state while it is visible, and catches up when it is shown again.
class GenerateRoom : public QWidget {
    Q_OBJECT

public:
    GenerateRoom(const Theme& theme, ViewState& state, GenerationState& generation,
                 GenerationBench& bench, QWidget* parent = nullptr);

    GenerateBar* bar() const { return m_bar; }
    CompareView* view() const { return m_view; }
    StepStrip* strip() const { return m_strip; }
    TokenRows* tokens() const { return m_tokens; }
    CleanLevels* levels() const { return m_levels; }
    BranchTree* tree() const { return m_tree; }
    SeedGrid* grid() const { return m_grid; }
    /// The panel that stands in the place of the inspector beside this view.
    SettingsPanel* settings() const { return m_settings; }
    /// The message in the middle of the room, none while a generator is open.
    const MessagePanel* messagePanel() const;
    /// What went wrong with the last step, empty where nothing did.
    QString problem() const;
    /// The ids of the branches as the tree has them from above.
    std::vector<int> branchOrder() const;
    /// What is shown large, at its own pixels; null where nothing is.
    QImage picture() const;
    /// Whether the empty room offers the demo's generator instead of a file dialog.
    void setHasDemo(bool hasDemo);

public Q_SLOTS:
    void fit();
    void showTruePixels();
    void zoomIn();
    void zoomOut();

Q_SIGNALS:
    void exportWanted();
    void demoWanted();
    void openWanted();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeStage();
    QWidget* makeSide();
    void connectState();
    void connectParts();
    void runAction();
    MessagePanel::Message message() const;
    void follow();
    void showPictures();
    void showStrip();
    void showTokens();
    void showLevels();
    void showKind();
    QImage pictureOf(const GenerationState::Record& record) const;
    void showProblem();
    QString captionOf(Side side, int step) const;

    const Theme& m_theme;
    ViewState& m_state;
    GenerationState& m_generation;
    GenerationBench& m_bench;
    bool m_isStale = true; ///< the state changed while the room was hidden
    bool m_hasDemo = false;
    GenerateBar* m_bar;
    CompareView* m_view;
    SeedGrid* m_grid;
    StepStrip* m_strip;
    TokenRows* m_tokens;
    CleanLevels* m_levels;
    QLabel* m_sideHeading;
    ColorKey* m_key;
    BranchTree* m_tree;
    SettingsPanel* m_settings;
    QLabel* m_writing;
    QLabel* m_problem;
    MessagePanel* m_message;
    BusyPanel* m_busy;
    QStackedWidget* m_pictures;
    QStackedWidget* m_pages;
};

} // namespace hierascope::widgets
