// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/message_panel.h"
#include "widgets/latents/latent_stage.h"
#include "widgets/state/latent_state.h"

#include <QImage>
#include <QWidget>

class QStackedWidget;

namespace hierascope::widgets {

class BusyPanel;
class LatentBar;
class LatentBench;
class LatentPanel;
class LatentStudy;
class LatentSubsets;
class Theme;
class ViewState;

/// The Latents view: maps of latent vectors that grow while one watches, of A and of B.
///
/// It follows the state while it is visible, and catches up when it is shown again.
class LatentRoom : public QWidget {
    Q_OBJECT

public:
    LatentRoom(const Theme& theme, ViewState& state, LatentState& latents, LatentBench& bench,
               LatentStudy& study, LatentSubsets& subsets, QWidget* parent = nullptr);

    LatentBar* bar() const { return m_bar; }
    LatentStage* stage() const { return m_stage; }
    MapView* map(Side side = Side::A) const { return m_stage->map(side); }
    /// The panel that stands in the place of the inspector beside this view.
    LatentPanel* panel() const { return m_panel; }
    /// The message in the middle of the room, none while there is a map.
    const MessagePanel* messagePanel() const;
    /// What is shown, at the display's pixels; null where nothing is.
    QImage picture() const;
    /// The demo's images, which the empty room offers.
    void setDemo(const QString& folder);
    void setTool(MapTool tool);

public Q_SLOTS:
    void fit();
    void zoomIn();
    void zoomOut();
    void startDemo();

Q_SIGNALS:
    void openModelWanted();
    /// The image of a point is chosen, and is to be seen.
    void pyramidWanted();
    void exportWanted();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void connectState();
    void runAction();
    MessagePanel::Message message() const;
    void follow();
    void followProgress(Side side);

    ViewState& m_state;
    LatentState& m_latents;
    LatentBench& m_bench;
    bool m_isStale = true; ///< the state changed while the room was hidden
    QString m_demo;
    LatentBar* m_bar;
    LatentStage* m_stage;
    LatentPanel* m_panel;
    MessagePanel* m_message;
    BusyPanel* m_busy;
    QStackedWidget* m_pages;
};

} // namespace hierascope::widgets
