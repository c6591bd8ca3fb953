// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/mask_page.h"

#include <algorithm>

#include "widgets/attention/attention_text.h"
#include "widgets/attention/matrix_view.h"
#include "widgets/state/view_state.h"

#include <QGridLayout>

namespace hierascope::widgets {

MaskPage::MaskPage(const Theme& theme, ViewState& state, AttentionState& attention, QWidget* parent)
    : AttentionPage(theme, state, attention, parent), m_masks{new MatrixView(MatrixView::Kind::Mask,
                                                                             theme, this),
                                                              new MatrixView(MatrixView::Kind::Mask,
                                                                             theme, this)},
      m_weights{new MatrixView(MatrixView::Kind::Weights, theme, this),
                new MatrixView(MatrixView::Kind::Weights, theme, this)} {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 12, 12, 12);
    grid->setSpacing(12);
    for (const Side side : kSides) {
        grid->addWidget(mask(side), int(side), 0);
        grid->addWidget(weights(side), int(side), 1);
        grid->setRowStretch(int(side), 1);
    }
    for (MatrixView* from : views())
        connect(from, &ImageView::viewportChanged, this, [this, from] {
            if (m_isLinking)
                return;
            m_isLinking = true;
            for (MatrixView* view : views())
                view->setViewport(from->viewport());
            m_isLinking = false;
        });
}

std::array<MatrixView*, 4> MaskPage::views() const {
    return {m_masks[0], m_weights[0], m_masks[1], m_weights[1]};
}

void MaskPage::follow() {
    for (const Side side : kSides) {
        const bool isShown = attention().isShown(side);
        mask(side)->setVisible(isShown);
        weights(side)->setVisible(isShown);
        if (!isShown)
            continue;
        const AttentionState::Shown& shown = attention().at(side);
        const QString message = messageOf(side);
        const QString waiting = tr("Reading the layer…");
        const bool isReady = attention().isReady(side);
        const auto blocks = isReady ? attention().blocks(side) : std::vector<runtime::TokenBlock>();
        QString counts;
        if (shown.matrix) {
            const auto open = std::ranges::count(shown.matrix->mask, 1);
            counts = tr("%1 of all pairs may read")
                         .arg(shareText(double(open) / double(shown.matrix->mask.size())));
        }
        for (MatrixView* view : {mask(side), weights(side)}) {
            view->setMatrix(isReady ? shown.matrix : nullptr, blocks);
            view->setMessage(message.isEmpty() ? waiting : message);
        }
        mask(side)->setCaption(
            badgeOf(side),
            tr("Declared mask · layer %1 · %2").arg(attention().layer(side)).arg(counts));
        weights(side)->setCaption(badgeOf(side), captionOf(side));
    }
}

void MaskPage::fit() {
    for (MatrixView* view : views())
        view->fit();
}

void MaskPage::zoom(int direction) {
    direction > 0 ? mask(Side::A)->zoomIn() : mask(Side::A)->zoomOut();
}

} // namespace hierascope::widgets
