// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/table_text.h"
#include "widgets/state/attention_state.h"

#include <QString>
#include <QWidget>

namespace hierascope::widgets {

class Theme;
class ViewState;

/// One look of the Attention view.
class AttentionPage : public QWidget {
    Q_OBJECT

public:
    AttentionPage(const Theme& theme, ViewState& state, AttentionState& attention, QWidget* parent)
        : QWidget(parent), m_theme(theme), m_state(state), m_attention(attention) {}

    /// Shows everything as it is now.
    virtual void follow() = 0;
    /// The numbers of the page; empty where it has only pictures.
    virtual TextTable table() const { return {}; }
    virtual void fit() {}
    virtual void zoom(int) {}

protected:
    const Theme& theme() const { return m_theme; }
    ViewState& state() const { return m_state; }
    AttentionState& attention() const { return m_attention; }
    /// Why there is nothing of a side to see, in a sentence; empty where there is something.
    QString messageOf(Side side) const;
    /// A's or B's letter beside the other, else none.
    std::optional<Side> badgeOf(Side side) const;
    /// "hieratok-photos · decoder · layer 3, head 4".
    QString captionOf(Side side) const;

private:
    const Theme& m_theme;
    ViewState& m_state;
    AttentionState& m_attention;
};

} // namespace hierascope::widgets
