// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QScrollArea>

namespace hierascope::widgets {

class BranchNode;
class GenerationState;
class Theme;
class ViewState;

/// The tree of branches with thumbnails, what begins where; a click or Enter shows a branch.
class BranchTree : public QScrollArea {
    Q_OBJECT

public:
    BranchTree(const Theme& theme, ViewState& state, GenerationState& generation,
               QWidget* parent = nullptr);

    /// Shows the tree as it is now.
    void follow();
    const std::vector<BranchNode*>& nodes() const { return m_nodes; }
    /// The node of a branch at a step, null where the tree shows none.
    BranchNode* node(int branch, int step) const;

    QSize sizeHint() const override { return {320, 200}; }
    QSize minimumSizeHint() const override { return {160, 100}; }

private:
    /// Draws the lines between the nodes.
    class Canvas;

    void makeNodes(std::size_t count);
    void moveFocus(const BranchNode& from, int columns, int rows);
    void remove(const BranchNode& node);

    const Theme& m_theme;
    ViewState& m_state;
    GenerationState& m_generation;
    Canvas* m_canvas;
    std::vector<BranchNode*> m_nodes;
    int m_shownBranch = -1; ///< the tree scrolls to it when it changes
    std::size_t m_shownNodes = 0;
};

} // namespace hierascope::widgets
