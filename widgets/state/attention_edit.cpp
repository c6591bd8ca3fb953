// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/attention_edit.h"

#include <algorithm>
#include <utility>

#include "widgets/state/view_state.h"

#include <QCoreApplication>

namespace hierascope::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AttentionEdit)
};

using Blocks = std::vector<runtime::TokenBlock>;
using Change = ViewState::Change;

template <typename Edit>
void change(ViewState& state, Change kind, const QString& text, Edit edit) {
    ViewChoice next = state.choice();
    edit(next.attention);
    state.choose(next, kind, text);
}

/// The token of a block at a place in shares of its grid.
std::int64_t tokenAt(const runtime::TokenBlock& block, const QPointF& share) {
    const int row = std::clamp(int(share.y() * block.rows), 0, block.rows - 1);
    const int column = std::clamp(int(share.x() * block.columns), 0, block.columns - 1);
    return std::int64_t{row} * block.columns + column;
}

/// The same grid where it is there, best at the same level; else the same place in the block in
/// space with most tokens, best of the same kind.
std::optional<BlockToken> tokenIn(const Blocks& blocks, const TokenRef& token, bool isImage) {
    const auto isSameKind = [&](const runtime::TokenBlock& block) {
        return (block.level < 0) == isImage;
    };
    for (const bool isLevelAsked : {true, false})
        for (std::size_t i = 0; i < blocks.size(); ++i)
            if (isSameKind(blocks[i]) && blocks[i].rows == token.rows &&
                blocks[i].columns == token.columns && token.token < blocks[i].tokens() &&
                (isImage || !isLevelAsked || blocks[i].level == token.level))
                return BlockToken{i, token.token};
    std::optional<BlockToken> found;
    for (int pass = 0; pass < 3 && !found; ++pass)
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const bool isAsked = isSameKind(blocks[i]) == (pass == 0) && blocks[i].isSpatial;
            if ((pass == 2 || isAsked) &&
                (!found || blocks[i].tokens() > blocks[found->block].tokens()))
                found = BlockToken{i, tokenAt(blocks[i], token.share().center())};
        }
    return found;
}

} // namespace

void setAttentionLook(ViewState& state, AttentionLook look) {
    change(state, Change::AttentionLook, Words::tr("Look of the Attention"),
           [&](AttentionChoice& choice) { choice.look = look; });
}

void setAttentionPart(ViewState& state, runtime::AttentionRequest::Part part) {
    change(state, Change::AttentionLook, Words::tr("Part of the Model"),
           [&](AttentionChoice& choice) { choice.part = part; });
}

void setAttentionLayer(ViewState& state, int layer) {
    change(state, Change::Attention, Words::tr("Layer"),
           [&](AttentionChoice& choice) { choice.layer = layer; });
}

void setAttentionHead(ViewState& state, int head) {
    change(state, Change::Attention, Words::tr("Head"),
           [&](AttentionChoice& choice) { choice.head = head; });
}

void setAttentionHead(ViewState& state, int layer, int head) {
    change(state, Change::Attention, Words::tr("Head"), [&](AttentionChoice& choice) {
        choice.layer = layer;
        choice.head = head;
    });
}

void setAttentionDirection(ViewState& state, bool isRead) {
    change(state, Change::AttentionLook, Words::tr("Direction"),
           [&](AttentionChoice& choice) { choice.isRead = isRead; });
}

void setHeadOrder(ViewState& state, HeadOrder order) {
    change(state, Change::AttentionLook, Words::tr("Order of the Heads"),
           [&](AttentionChoice& choice) { choice.order = order; });
}

void setDisturbance(ViewState& state, runtime::Disturbance how) {
    change(state, Change::AttentionLook, Words::tr("Disturbance"),
           [&](AttentionChoice& choice) { choice.disturbance = how; });
}

void askToken(ViewState& state, const runtime::TokenBlock& block, std::int64_t token) {
    if (token < 0 || token >= block.tokens())
        return;
    ViewChoice next = state.choice();
    if (block.level >= 0) {
        next.selection = {TokenRef{block.level, block.rows, block.columns, token}};
        next.attention.imageToken.reset();
    } else {
        next.attention.imageToken = ImageTokenRef{block.rows, block.columns, token};
    }
    state.choose(next, Change::Selection, Words::tr("Token"));
}

std::optional<BlockToken> askingToken(const ViewChoice& choice, const Blocks& blocks) {
    if (blocks.empty())
        return std::nullopt;
    const bool hasImage =
        std::ranges::any_of(blocks, [](const auto& block) { return block.level < 0; });
    const auto& own = choice.attention.imageToken;
    if (own && hasImage)
        return tokenIn(blocks, {0, own->rows, own->columns, own->token}, true);
    if (!choice.selection.empty())
        return tokenIn(blocks, *choice.selection.begin(), false);
    const auto largest = std::ranges::max_element(blocks, {}, &runtime::TokenBlock::tokens);
    return BlockToken{std::size_t(largest - blocks.begin()), tokenAt(*largest, {0.5, 0.5})};
}

std::optional<TokenRef> levelTokenOf(const Blocks& blocks, const BlockToken& token) {
    const runtime::TokenBlock& block = blocks[token.block];
    if (block.level < 0)
        return std::nullopt;
    return TokenRef{block.level, block.rows, block.columns, token.token};
}

} // namespace hierascope::widgets
