// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/attention_bar.h"

#include "widgets/common/compare_bar.h"
#include "widgets/common/flow_layout.h"
#include "widgets/common/segments.h"
#include "widgets/common/tool_button.h"
#include "widgets/state/attention_edit.h"
#include "widgets/state/view_state.h"

#include <QToolButton>

namespace hierascope::widgets {

AttentionBar::AttentionBar(const Theme& theme, ViewState& state, AttentionState& attention,
                           QWidget* parent)
    : QWidget(parent), m_state(state), m_attention(attention),
      m_looks(new Segments(
          tr("Look"),
          {{tr("Maps"), tr("The selected token's attention over the image (M)")},
           {tr("All heads"), tr("Every head of every layer, small (H)")},
           {tr("Mask"), tr("The declared mask, and a head's attention of all tokens (K)")},
           {tr("Summary"), tr("How much of each level's attention goes to each level (S)")},
           {tr("Influence"), tr("What moves when the token is disturbed (I)")},
           {tr("Audit"), tr("Declared against measured dependency: leaks (A)")}},
          this)),
      m_parts(new Segments(tr("Part of the model"),
                           {{tr("Encoder"), tr("Attention inside the encoder (E)")},
                            {tr("Decoder"), tr("Attention inside the decoder (E)")}},
                           this)),
      m_directions(new Segments(tr("Direction"),
                                {{tr("reads"), tr("Whom the selected token reads (R)")},
                                 {tr("is read"), tr("Who reads the selected token (R)")}},
                                this)),
      m_compare(new CompareBar(theme, state, this)),
      m_export(makeToolButton(this, "button", tr("Export…"),
                              tr("Save the picture with its provenance (Ctrl+E)"))) {
    setObjectName(QStringLiteral("roomBar"));
    setAttribute(Qt::WA_StyledBackground);
    auto* flow = new FlowLayout(this);
    flow->setContentsMargins(12, 6, 12, 6);
    flow->setSpacing(8);
    flow->addWidget(m_looks);
    flow->addWidget(m_parts);
    flow->addWidget(m_directions);
    flow->addGap();
    flow->addWidget(m_compare);
    flow->addWidget(m_export);
    connect(m_looks, &Segments::chosen, this,
            [this](int index) { setAttentionLook(m_state, AttentionLook(index)); });
    connect(m_parts, &Segments::chosen, this, [this](int index) {
        setAttentionPart(m_state, runtime::AttentionRequest::Part(index));
    });
    connect(m_directions, &Segments::chosen, this,
            [this](int index) { setAttentionDirection(m_state, index == 1); });
    connect(m_export, &QToolButton::clicked, this, &AttentionBar::exportWanted);
    follow();
}

void AttentionBar::follow() {
    const AttentionChoice& choice = m_attention.choice();
    m_looks->setCurrent(int(choice.look));
    m_parts->setCurrent(int(choice.partShown()));
    m_directions->setCurrent(choice.showsReaders() ? 1 : 0);
    const bool isOfDecoder = choice.partShown() != choice.part ||
                             choice.look == AttentionLook::Influence ||
                             choice.look == AttentionLook::Audit;
    m_parts->setEnabled(!isOfDecoder);
    const bool isOfToken =
        choice.look == AttentionLook::Maps || choice.look == AttentionLook::Heads;
    m_directions->setEnabled(isOfToken);
    m_export->setEnabled(m_attention.isReady());
}

} // namespace hierascope::widgets
