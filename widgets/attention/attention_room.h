// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "widgets/attention/attention_page.h"
#include "widgets/common/message_panel.h"
#include "widgets/state/attention_choice.h"

#include <QImage>
#include <QWidget>

class QStackedWidget;

namespace hierascope::widgets {

class AttentionBar;
class AttentionBench;
class AttentionPanel;
class AttentionState;
class AuditPage;
class BusyPanel;
class HeadsPage;
class InfluencePage;
class MapsPage;
class MaskPage;
class SummaryPage;
class Theme;
class ViewState;

/// The Attention view: who reads whom, of A and of B, and what really depends on what.
///
/// The bench works only while the view is visible; it catches up when it is shown again.
class AttentionRoom : public QWidget {
    Q_OBJECT

public:
    AttentionRoom(const Theme& theme, ViewState& state, AttentionState& attention,
                  AttentionBench& bench, QWidget* parent = nullptr);

    AttentionBar* bar() const { return m_bar; }
    /// The panel that stands in the place of the inspector beside this view.
    AttentionPanel* panel() const { return m_panel; }
    MapsPage* maps() const { return m_maps; }
    HeadsPage* heads() const { return m_heads; }
    MaskPage* mask() const { return m_mask; }
    SummaryPage* summary() const { return m_summary; }
    InfluencePage* influence() const { return m_influence; }
    AuditPage* audit() const { return m_audit; }
    AttentionPage* page() const;
    /// The message in the middle of the room, none while there is something to see.
    const MessagePanel* messagePanel() const;
    /// What is shown, at the display's pixels; null where nothing is.
    QImage picture() const;
    TextTable table() const;

public Q_SLOTS:
    void fit();
    void zoomIn();
    void zoomOut();

Q_SIGNALS:
    void openModelWanted();
    void openImagesWanted();
    void exportWanted();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    MessagePanel::Message message() const;
    void runAction();
    void follow();

    ViewState& m_state;
    AttentionState& m_attention;
    AttentionBench& m_bench;
    AttentionBar* m_bar;
    AttentionPanel* m_panel;
    MapsPage* m_maps;
    HeadsPage* m_heads;
    MaskPage* m_mask;
    SummaryPage* m_summary;
    InfluencePage* m_influence;
    AuditPage* m_audit;
    QStackedWidget* m_looks; ///< in the order of `AttentionLook`
    MessagePanel* m_message;
    BusyPanel* m_busy;
    QStackedWidget* m_pages;
};

} // namespace hierascope::widgets
