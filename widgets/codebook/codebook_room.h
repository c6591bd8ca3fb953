// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/message_panel.h"
#include "widgets/common/table_text.h"
#include "widgets/state/codebook_state.h"

#include <QImage>
#include <QWidget>

class QStackedWidget;

namespace hierascope::widgets {

class BusyPanel;
class ChannelPage;
class CodeField;
class CodePanel;
class CodebookBar;
class CodebookBench;
class CodebookPanel;
class Theme;
class UsageCurve;

/// The Codebook view: the codes of a vocabulary and what they do, or the channels of a KL model.
///
/// It follows the state while it is visible, and catches up when it is shown again.
class CodebookRoom : public QWidget {
    Q_OBJECT

public:
    CodebookRoom(const Theme& theme, ViewState& state, CodebookState& codebook,
                 CodebookBench& bench, QWidget* parent = nullptr);

    CodebookBar* bar() const { return m_bar; }
    CodeField* field() const { return m_field; }
    UsageCurve* curve() const { return m_curve; }
    CodePanel* code() const { return m_code; }
    ChannelPage* channels() const { return m_channels; }
    /// The panel that stands in the place of the inspector beside this view.
    CodebookPanel* panel() const { return m_panel; }
    /// The message in the middle of the room, none while there is something to show.
    const MessagePanel* messagePanel() const;
    /// What is shown, at the display's pixels; null where nothing is.
    QImage picture() const;
    TextTable table() const;
    /// The demo's images, which the empty room offers.
    void setDemo(const QString& folder);

public Q_SLOTS:
    void startDemo();

Q_SIGNALS:
    void openModelWanted();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeCodes();
    void runAction();
    MessagePanel::Message message() const;
    void follow();
    void followCurve();
    void followProgress(Side side);

    const Theme& m_theme;
    ViewState& m_state;
    CodebookState& m_codebook;
    CodebookBench& m_bench;
    bool m_isStale = true; ///< the state changed while the room was hidden
    QString m_demo;
    CodebookBar* m_bar;
    CodeField* m_field;
    UsageCurve* m_curve;
    CodePanel* m_code;
    ChannelPage* m_channels;
    CodebookPanel* m_panel;
    MessagePanel* m_message;
    BusyPanel* m_busy;
    QStackedWidget* m_pages;
};

} // namespace hierascope::widgets
