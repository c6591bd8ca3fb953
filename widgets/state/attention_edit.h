// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "widgets/state/attention_state.h"

/// What a person changes in the Attention view, each as one step of undo.
namespace hierascope::widgets {

class ViewState;

void setAttentionLook(ViewState& state, AttentionLook look);
void setAttentionPart(ViewState& state, runtime::AttentionRequest::Part part);
void setAttentionLayer(ViewState& state, int layer);
/// @param head from 0, or `AttentionChoice::kAllHeads`
void setAttentionHead(ViewState& state, int head);
/// One click on one of many small maps.
void setAttentionHead(ViewState& state, int layer, int head);
void setAttentionDirection(ViewState& state, bool isRead);
void setHeadOrder(ViewState& state, HeadOrder order);
void setDisturbance(ViewState& state, runtime::Disturbance how);

/// Makes a token the one that asks; one that is at a level of the pyramid is selected there, too.
void askToken(ViewState& state, const runtime::TokenBlock& block, std::int64_t token);

/// The token that asks in a sequence: the view's own, else the first that is selected, at the same
/// place where its grid is not there; without any, the middle of the block with most tokens.
std::optional<BlockToken> askingToken(const ViewChoice& choice,
                                      const std::vector<runtime::TokenBlock>& blocks);
/// The same as a place of the pyramid; none for a token of the image.
std::optional<TokenRef> levelTokenOf(const std::vector<runtime::TokenBlock>& blocks,
                                     const BlockToken& token);

} // namespace hierascope::widgets
