// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/attention_state.h"

#include <algorithm>
#include <utility>

#include "widgets/state/view_state.h"

namespace hierascope::widgets {

AttentionState::AttentionState(const ViewState& state, QObject* parent)
    : QObject(parent), m_state(state) {}

const AttentionChoice& AttentionState::choice() const {
    return m_state.choice().attention;
}

bool AttentionState::hasB() const {
    return m_state.hasB() && (m_state.choice().compare != Compare::OnlyA || m_state.isFlipped());
}

bool AttentionState::isShown(Side side) const {
    const bool isInPlace = m_state.choice().compare == Compare::OnlyA && hasB();
    return side == Side::A ? !isInPlace : hasB();
}

int AttentionState::layer(Side side) const {
    const auto& outline = at(side).outline;
    const int last = outline ? int(outline->layers) - 1 : 0;
    const int wanted = choice().layer;
    return wanted == AttentionChoice::kLastLayer ? last : std::clamp(wanted, 0, std::max(0, last));
}

int AttentionState::head(Side side) const {
    const auto& outline = at(side).outline;
    const int last = outline ? int(outline->heads) - 1 : 0;
    return std::clamp(choice().head, AttentionChoice::kAllHeads, std::max(0, last));
}

const std::vector<runtime::TokenBlock>& AttentionState::blocks(Side side) const {
    return at(side).outline->blocks[std::size_t(layer(side))];
}

void AttentionState::show(Side side, Shown shown) {
    m_shown[std::size_t(side)] = std::move(shown);
    Q_EMIT changed(side);
}

void AttentionState::setHeld(int records, std::int64_t bytes) {
    if (records == m_records && bytes == m_bytes)
        return;
    m_records = records;
    m_bytes = bytes;
    Q_EMIT heldChanged();
}

std::vector<float> weightsOfHead(const std::vector<float>& layer, std::int64_t heads, int head) {
    const std::size_t tokens = layer.size() / std::size_t(std::max<std::int64_t>(heads, 1));
    if (head >= 0) {
        const auto first = layer.begin() + std::ptrdiff_t(tokens * std::size_t(head));
        return {first, first + std::ptrdiff_t(tokens)};
    }
    std::vector<float> mean(tokens, 0.0F);
    for (std::size_t i = 0; i < layer.size(); ++i)
        mean[i % tokens] += layer[i] / float(heads);
    return mean;
}

} // namespace hierascope::widgets
