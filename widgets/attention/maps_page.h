// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "widgets/attention/attention_page.h"

class QLabel;
class QScrollArea;

namespace hierascope::widgets {

class BlockMapView;
class HeadGrid;

/// The selected token's weights of one head over the image, and the heads of its layer beside it.
class MapsPage : public AttentionPage {
    Q_OBJECT

public:
    MapsPage(const Theme& theme, ViewState& state, AttentionState& attention,
             QWidget* parent = nullptr);

    void follow() override;
    TextTable table() const override;
    BlockMapView* map(Side side) const { return m_maps[std::size_t(side)]; }
    HeadGrid* heads() const { return m_heads; }

private:
    void followMap(Side side);
    void showDifference();
    bool canSubtract() const;

    std::array<BlockMapView*, kSides.size()> m_maps;
    std::array<QImage, kSides.size()> m_dimmed;
    std::array<std::shared_ptr<const AttentionOutline>, kSides.size()> m_dimmedOf;
    QLabel* m_title;
    QScrollArea* m_scroll;
    HeadGrid* m_heads;
};

} // namespace hierascope::widgets
