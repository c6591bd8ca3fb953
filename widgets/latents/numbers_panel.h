// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

#include "widgets/common/table_text.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace hierascope::widgets {

class LatentState;
class LatentStudy;
class Theme;
class ViewState;

/// How evenly the points are spread: of the map that is shown, and over several seeds with their
/// spread and the difference of A and B.
class NumbersPanel : public QWidget {
    Q_OBJECT

public:
    NumbersPanel(const Theme& theme, ViewState& state, LatentState& latents, LatentStudy& study,
                 QWidget* parent = nullptr);

    void follow();
    /// All numbers with how they were made, for the clipboard.
    TextTable table() const;
    QToolButton* seedsButton() const { return m_seeds; }
    QString recipe() const;

private:
    void fillGrid();
    void addRow(const QStringList& cells, const QStringList& roles);
    void addFigures(const std::vector<std::array<QString, 3>>& columns);
    QString differenceText() const;

    ViewState& m_state;
    LatentState& m_latents;
    LatentStudy& m_study;
    QLabel* m_heading;
    QGridLayout* m_grid;
    std::vector<QLabel*> m_labels; ///< three in each row
    QLabel* m_difference;
    QLabel* m_recipe;
    QLabel* m_problem;
    QToolButton* m_seeds;
    QToolButton* m_copy;
    QToolButton* m_published;
    QMenu* m_copyMenu;
    int m_rows = 0;
    bool m_hasPublished = false;
};

} // namespace hierascope::widgets
