// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/codebook_state.h"

#include <QImage>
#include <QWidget>

class QLabel;
class QTableWidget;

namespace hierascope::widgets {

class PictureRows;
class Theme;

/// The channels of a KL model: a table with histograms, their correlation, and a traversal.
class ChannelPage : public QWidget {
    Q_OBJECT

public:
    ChannelPage(const Theme& theme, ViewState& state, const CodebookState& codebook,
                QWidget* parent = nullptr);

    void follow();
    const QTableWidget* table() const { return m_table; }
    const PictureRows* traversal() const { return m_traversal; }
    /// Blue: against each other, white: independent, red: together; one pixel for each pair.
    static QImage correlationPicture(const runtime::ChannelStudy& study);

private:
    void fillTable();
    void fillCorrelation();
    void fillTraversal();
    QImage histogram(const runtime::ChannelFigures& channel) const;

    const Theme& m_theme;
    ViewState& m_state;
    const CodebookState& m_codebook;
    CodebookState::Study m_shown;
    QTableWidget* m_table;
    QLabel* m_correlation;
    QLabel* m_words;
    QLabel* m_heading;
    PictureRows* m_traversal;
};

} // namespace hierascope::widgets
