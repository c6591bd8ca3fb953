// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/attention/attention_page.h"

#include "widgets/attention/attention_text.h"
#include "widgets/common/message_panel.h"
#include "widgets/state/services.h"
#include "widgets/state/view_state.h"

namespace hierascope::widgets {

QString AttentionPage::messageOf(Side side) const {
    using Phase = AttentionState::Phase;
    const AttentionState::Shown& shown = m_attention.at(side);
    switch (shown.phase) {
    case Phase::Ready:
        return {};
    case Phase::Busy:
        return tr("Recording attention…");
    case Phase::None:
        return tr("This model has no attention that can be looked at.");
    case Phase::Failed:
        return MessagePanel::headline(shown.error.code) + QStringLiteral("\n") +
               QString::fromStdString(shown.error.message);
    case Phase::Stopped:
        return tr("Stopped");
    case Phase::Empty:
        return tr("Nothing to look at");
    }
    return {};
}

std::optional<Side> AttentionPage::badgeOf(Side side) const {
    return m_attention.hasB() ? std::optional(side) : std::nullopt;
}

QString AttentionPage::captionOf(Side side) const {
    const QString model = fileNameOf(m_state.choice().resolved(side).model);
    if (!m_attention.isReady(side))
        return model;
    return tr("%1 · %2 · %3")
        .arg(model, partName(m_attention.at(side).outline->part),
             headTitle(m_attention.layer(side), m_attention.head(side)));
}

} // namespace hierascope::widgets
