// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Qt first: its moc 6.4 stumbles over <compare> where only <array> came before.
#include <QString>

#include <cstdint>
#include <optional>

#include "core/runtime/attention.h"
#include "core/runtime/influence.h"

/// What somebody chose to see of who reads whom, in plain values: no widget, no pixels.
namespace hierascope::widgets {

/// What the Attention view shows.
enum class AttentionLook { Maps, Heads, Mask, Summary, Influence, Audit };
inline constexpr int kAttentionLooks = 6;

/// How the heads are ordered.
enum class HeadOrder { Layer, Entropy, Distance };
inline constexpr int kHeadOrders = 3;
inline constexpr int kDisturbances = 4;

/// A token of the encoder's image, which is at no level of the pyramid.
struct ImageTokenRef {
    int rows = 0;
    int columns = 0;
    std::int64_t token = 0; ///< from 0, row-major
    bool operator==(const ImageTokenRef&) const = default;
};

/// All that undo brings back of the Attention view.
struct AttentionChoice {
    static constexpr int kLastLayer = -1;
    static constexpr int kAllHeads = -1;

    AttentionLook look = AttentionLook::Maps;
    runtime::AttentionRequest::Part part = runtime::AttentionRequest::Part::Decoder;
    int layer = kLastLayer; ///< from 0
    int head = kAllHeads;   ///< from 0, or the mean of all
    bool isRead = false;    ///< who reads the token, instead of whom it reads
    HeadOrder order = HeadOrder::Layer;
    runtime::Disturbance disturbance = runtime::Disturbance::Zero;
    std::optional<ImageTokenRef> imageToken{}; ///< in place of the selection, where there is one
    bool operator==(const AttentionChoice&) const = default;

    /// What disturbs and audits does so to the decoder, whatever part is chosen.
    runtime::AttentionRequest::Part partShown() const {
        const bool isOfDecoder = look == AttentionLook::Influence || look == AttentionLook::Audit;
        return isOfDecoder ? runtime::AttentionRequest::Part::Decoder : part;
    }
    /// Where a token is disturbed, those who read it are compared with what moves.
    bool showsReaders() const { return isRead || look == AttentionLook::Influence; }
};

} // namespace hierascope::widgets
