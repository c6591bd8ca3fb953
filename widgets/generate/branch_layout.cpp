// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/generate/branch_layout.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "widgets/state/generation_state.h"

namespace hierascope::widgets {

namespace {

class Layout {
public:
    explicit Layout(const GenerationState& generation)
        : m_generation(generation), m_branches(generation.branches()) {}

    std::vector<TreeNode> make() {
        for (const Branch* branch : m_branches)
            collect(*branch);
        for (const Branch* branch : m_branches)
            if (branch->parent == kNoBranch)
                place(*branch);
        std::set<int> steps;
        for (const TreeNode& node : m_nodes)
            steps.insert(node.step);
        for (TreeNode& node : m_nodes)
            node.column = int(std::distance(steps.begin(), steps.find(node.step)));
        return std::move(m_nodes);
    }

private:
    /// The branch that computed a step which a branch shows.
    const Branch* ownerOf(const Branch& branch, int step) const {
        const Branch* owner = &branch;
        while (owner != nullptr && step < owner->kept)
            owner = m_generation.choice().find(owner->parent);
        return owner;
    }

    void collect(const Branch& branch) {
        std::set<int>& own = m_steps[branch.id];
        if (branch.kept == 0)
            own.insert(0);
        own.insert(std::max(branch.kept, m_generation.done(branch) - 1));
        if (branch.kept == 0)
            return;
        if (const Branch* owner = ownerOf(branch, branch.kept - 1)) {
            m_steps[owner->id].insert(branch.kept - 1);
            m_forks[owner->id].insert(branch.kept - 1);
        }
    }

    int nodeOf(int branch, int step) const {
        const auto found = std::ranges::find_if(m_nodes, [=](const TreeNode& node) {
            return node.branch == branch && node.step == step;
        });
        return found == m_nodes.end() ? -1 : int(found - m_nodes.begin());
    }

    void place(const Branch& branch) {
        const Branch* owner = branch.kept > 0 ? ownerOf(branch, branch.kept - 1) : nullptr;
        int from = owner != nullptr ? nodeOf(owner->id, branch.kept - 1) : -1;
        const int row = m_rows++;
        for (const int step : m_steps[branch.id]) {
            m_nodes.push_back({branch.id, step, row, 0, from, m_forks[branch.id].contains(step),
                               step == *m_steps[branch.id].rbegin()});
            from = int(m_nodes.size()) - 1;
        }
        for (const Branch* child : m_branches)
            if (child->parent == branch.id)
                place(*child);
    }

    const GenerationState& m_generation;
    std::vector<const Branch*> m_branches;
    std::map<int, std::set<int>> m_steps; ///< that a branch's row shows
    std::map<int, std::set<int>> m_forks;
    std::vector<TreeNode> m_nodes;
    int m_rows = 0;
};

} // namespace

std::vector<TreeNode> layOutBranches(const GenerationState& generation) {
    return Layout(generation).make();
}

} // namespace hierascope::widgets
