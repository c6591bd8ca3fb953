// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "widgets/common/image_view.h"
#include "widgets/state/attention_state.h"

namespace hierascope::widgets {

/// A picture of all pairs of tokens, rows ask and columns are read, with lines and names of the
/// blocks; it zooms to single cells, and says which two tokens the mouse is over.
class MatrixView : public ImageView {
    Q_OBJECT

public:
    enum class Kind { Mask, Weights };

    MatrixView(Kind kind, const Theme& theme, QWidget* parent = nullptr);

    void setMatrix(std::shared_ptr<const AttentionMatrix> matrix,
                   const std::vector<runtime::TokenBlock>& blocks);
    /// What is said of a pair: who asks, who is read, and the value.
    QString pairText(const QPoint& pixel) const;
    QString hoverText() const { return m_hover; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintBlocks(QPainter& painter) const;

    const Theme& m_theme;
    Kind m_kind;
    std::shared_ptr<const AttentionMatrix> m_matrix;
    std::vector<runtime::TokenBlock> m_blocks;
    QString m_hover;
};

} // namespace hierascope::widgets
