// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace hierascope::widgets {

class GenerationState;

/// One thumbnail of the tree.
struct TreeNode {
    int branch = 0; ///< id
    int step = 0;   ///< from 0
    int row = 0;
    int column = 0;
    int from = -1; ///< index of the node before it, in its own row or in its parent's; -1 for none
    bool isFork = false; ///< a branch begins behind it
    bool isNewest = false;
};

/// The tree of generator A: a row for each branch, a column for each step that any row shows.
///
/// A row shows the steps behind which others begin, and its newest one; the row of a generation
/// from the start shows its first step, too. A branch without a step of its own yet has one node,
/// the step that is to come.
std::vector<TreeNode> layOutBranches(const GenerationState& generation);

} // namespace hierascope::widgets
