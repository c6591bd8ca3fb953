// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "widgets/attention/attention_page.h"

namespace hierascope::widgets {

class MatrixView;

/// The declared mask of a layer, and beside it the attention of a head; under them B's.
class MaskPage : public AttentionPage {
    Q_OBJECT

public:
    MaskPage(const Theme& theme, ViewState& state, AttentionState& attention,
             QWidget* parent = nullptr);

    void follow() override;
    void fit() override;
    void zoom(int direction) override;
    MatrixView* mask(Side side) const { return m_masks[std::size_t(side)]; }
    MatrixView* weights(Side side) const { return m_weights[std::size_t(side)]; }

private:
    std::array<MatrixView*, 4> views() const;

    std::array<MatrixView*, kSides.size()> m_masks;
    std::array<MatrixView*, kSides.size()> m_weights;
    bool m_isLinking = false;
};

} // namespace hierascope::widgets
