// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/generate/branch_tree.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "widgets/common/theme.h"
#include "widgets/generate/branch_node.h"
#include "widgets/generate/generation_text.h"
#include "widgets/state/generation_edit.h"
#include "widgets/state/generation_state.h"

#include <QLabel>
#include <QPainter>
#include <QPainterPath>

namespace hierascope::widgets {

namespace {

constexpr int kRowHeight = BranchNode::kHeight + 2;

QPoint cornerOf(const TreeNode& node) {
    return {node.column * BranchNode::kWidth, node.row * kRowHeight};
}

} // namespace

class BranchTree::Canvas : public QWidget {
public:
    Canvas(const Theme& theme, const std::vector<BranchNode*>& nodes, QWidget* parent)
        : QWidget(parent), m_theme(theme), m_nodes(nodes) {}

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        for (const bool isShown : {false, true}) // the shown branch lies over the others
            for (const BranchNode* node : m_nodes)
                if (node->look().isShown == isShown && node->node().from >= 0)
                    paintLine(painter, *m_nodes[std::size_t(node->node().from)], *node);
    }

private:
    void paintLine(QPainter& painter, const BranchNode& from, const BranchNode& to) const {
        const bool isShown = from.look().isShown && to.look().isShown;
        painter.setPen(QPen(m_theme.color(isShown ? ColorRole::A : ColorRole::Disabled), 1.5));
        const double middle = 4.0 + BranchNode::kPicture / 2.0;
        const double inset = (BranchNode::kWidth - BranchNode::kPicture) / 2.0;
        const QPointF start(from.x() + BranchNode::kWidth - inset, from.y() + middle);
        const QPointF end(to.x() + inset, to.y() + middle);
        QPainterPath path(start);
        if (to.y() == from.y()) {
            path.lineTo(end);
        } else {
            const QPointF turn(start.x() + inset, end.y());
            path.cubicTo({turn.x(), start.y()}, {start.x(), end.y()}, turn);
            path.lineTo(end);
        }
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
    }

    const Theme& m_theme;
    const std::vector<BranchNode*>& m_nodes;
};

BranchTree::BranchTree(const Theme& theme, ViewState& state, GenerationState& generation,
                       QWidget* parent)
    : QScrollArea(parent), m_theme(theme), m_state(state), m_generation(generation),
      m_canvas(new Canvas(theme, m_nodes, this)) {
    setAccessibleName(tr("Branches"));
    setAccessibleDescription(tr("The arrow keys walk over the tree, Enter shows a branch, Delete "
                                "removes it."));
    setToolTip(tr("A line that leaves the row is a branch; a click shows it"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidget(m_canvas);
    connect(&theme, &Theme::changed, m_canvas, qOverload<>(&QWidget::update));
}

void BranchTree::makeNodes(std::size_t count) {
    while (m_nodes.size() > count) {
        m_nodes.back()->deleteLater(); // it may be the one that asked
        m_nodes.back()->hide();
        m_nodes.pop_back();
    }
    while (m_nodes.size() < count) {
        auto* node = new BranchNode(m_theme, m_canvas);
        connect(node, &QAbstractButton::clicked, this, [this, node] {
            const int newest =
                m_generation.choice().find(node->node().branch) == nullptr
                    ? 0
                    : m_generation.done(*m_generation.choice().find(node->node().branch)) - 1;
            showBranch(m_state, node->node().branch,
                       node->node().step >= newest ? kNewestStep : node->node().step);
        });
        connect(node, &BranchNode::moveWanted, this,
                [this, node](int columns, int rows) { moveFocus(*node, columns, rows); });
        connect(node, &BranchNode::removeWanted, this, [this, node] { remove(*node); });
        node->show();
        m_nodes.push_back(node);
    }
}

void BranchTree::follow() {
    const std::vector<TreeNode> tree = layOutBranches(m_generation);
    const auto info = m_generation.info();
    makeNodes(info ? tree.size() : 0);
    const Branch* shown = m_generation.branch();
    QSize size;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const TreeNode& place = tree[i];
        const Branch& branch = *m_generation.choice().find(place.branch);
        const auto record = m_generation.record(branch, place.step);
        BranchNode::Look look;
        look.picture = record ? record->pictureAt(m_generation.choice().level) : QImage();
        look.step = stepWord(place.step);
        if (place.isNewest)
            look.title = branchTitle(m_generation.choice(), branch, *info);
        // What the shown branch took over from others belongs to it, too.
        look.isShown = shown != nullptr && record != nullptr &&
                       m_generation.record(*shown, place.step) == record;
        look.isShown = look.isShown || (shown == &branch && !record);
        look.isCurrent = look.isShown && place.step == m_generation.step();
        m_nodes[i]->setNode(place, look);
        m_nodes[i]->move(cornerOf(place));
        size = size.expandedTo(QSize(cornerOf(place).x() + BranchNode::kWidth,
                                     cornerOf(place).y() + BranchNode::kHeight));
    }
    m_canvas->resize(size);
    m_canvas->update();
    const int id = shown != nullptr ? shown->id : kNoBranch;
    const bool isSameBranch = std::exchange(m_shownBranch, id) == id;
    const bool isSameTree = std::exchange(m_shownNodes, m_nodes.size()) == m_nodes.size();
    if (isSameBranch && isSameTree)
        return;
    for (BranchNode* node : m_nodes)
        if (node->node().branch == id && node->node().isNewest)
            ensureWidgetVisible(node, 8, 8);
}

BranchNode* BranchTree::node(int branch, int step) const {
    const auto found = std::ranges::find_if(m_nodes, [=](const BranchNode* node) {
        return node->node().branch == branch && node->node().step == step;
    });
    return found == m_nodes.end() ? nullptr : *found;
}

/// To the nearest node of the next row, or along the row.
void BranchTree::moveFocus(const BranchNode& from, int columns, int rows) {
    BranchNode* best = nullptr;
    int least = 0;
    for (BranchNode* node : m_nodes) {
        const int right = node->node().column - from.node().column;
        const int down = node->node().row - from.node().row;
        const bool isThere = columns != 0 ? down == 0 && right * columns > 0 : down == rows;
        const int distance = std::abs(right);
        if (isThere && (best == nullptr || distance < least)) {
            best = node;
            least = distance;
        }
    }
    if (best == nullptr)
        return;
    best->setFocus(Qt::TabFocusReason);
    ensureWidgetVisible(best, 8, 8);
}

void BranchTree::remove(const BranchNode& node) {
    removeBranch(m_state, node.node().branch);
    if (!m_nodes.empty())
        m_nodes.back()->setFocus(Qt::TabFocusReason); // the keyboard stays in the tree
}

} // namespace hierascope::widgets
