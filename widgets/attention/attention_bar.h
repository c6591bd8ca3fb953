// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace hierascope::widgets {

class AttentionState;
class CompareBar;
class Segments;
class Theme;
class ViewState;

/// The controls over the Attention view: what it shows, of which part, in which direction; A and B.
class AttentionBar : public QWidget {
    Q_OBJECT

public:
    AttentionBar(const Theme& theme, ViewState& state, AttentionState& attention,
                 QWidget* parent = nullptr);

    /// Shows everything as it is now.
    void follow();

    Segments* looks() const { return m_looks; }
    Segments* parts() const { return m_parts; }
    Segments* directions() const { return m_directions; }

Q_SIGNALS:
    void exportWanted();

private:
    ViewState& m_state;
    AttentionState& m_attention;
    Segments* m_looks;
    Segments* m_parts;
    Segments* m_directions;
    CompareBar* m_compare;
    QToolButton* m_export;
};

} // namespace hierascope::widgets
