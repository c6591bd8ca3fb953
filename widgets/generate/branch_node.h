// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/generate/branch_layout.h"

#include <QAbstractButton>
#include <QImage>

namespace hierascope::widgets {

class Theme;

/// One thumbnail of the tree; a click shows its branch at its step.
class BranchNode : public QAbstractButton {
    Q_OBJECT

public:
    static constexpr int kWidth = 74;
    static constexpr int kHeight = 88;
    static constexpr int kPicture = 50; ///< side

    explicit BranchNode(const Theme& theme, QWidget* parent = nullptr);

    struct Look {
        QImage picture;
        QString title;          ///< what the branch does otherwise, at its newest step
        QString step;           ///< "step 4"
        bool isShown = false;   ///< of the branch that is shown
        bool isCurrent = false; ///< under the step cursor
        bool operator==(const Look&) const = default;
    };
    void setNode(const TreeNode& node, const Look& look);
    const TreeNode& node() const { return m_node; }
    const Look& look() const { return m_look; }

    QSize sizeHint() const override { return {kWidth, kHeight}; }

Q_SIGNALS:
    void moveWanted(int columns, int rows);
    void removeWanted();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    TreeNode m_node;
    Look m_look;
};

} // namespace hierascope::widgets
