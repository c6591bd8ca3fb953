// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/runtime/attention.h"
#include "core/runtime/mask_audit.h"
#include "widgets/state/view_choice.h"

#include <QImage>
#include <QObject>

namespace hierascope::widgets {

class ViewState;

/// What a record of one part is like, copied out of it.
struct AttentionOutline {
    std::vector<runtime::AttentionPart> parts; ///< of the model; empty: it has no attention
    runtime::AttentionRequest::Part part = runtime::AttentionRequest::Part::Decoder;
    std::int64_t layers = 0;
    std::int64_t heads = 0;
    std::int64_t bytes = 0;                               ///< that the record holds
    std::vector<std::vector<runtime::TokenBlock>> blocks; ///< by layer
    QImage input;                                         ///< what went into the model

    std::int64_t tokens(std::size_t layer) const {
        return blocks[layer].back().first + blocks[layer].back().tokens();
    }
};

/// A token in the sequence of a layer.
struct BlockToken {
    std::size_t block = 0;
    std::int64_t token = 0; ///< in the block
    bool operator==(const BlockToken&) const = default;
};

/// One token's weights in every layer and head.
struct TokenWeights {
    std::vector<std::vector<float>> layers; ///< by layer: [heads, T]
};

/// The declared mask of a layer and the weights of one of its heads, to be painted.
struct AttentionMatrix {
    std::int64_t tokens = 0;
    std::vector<std::uint8_t> mask; ///< [T, T]
    std::vector<float> weights;     ///< [T, T]: of a head, or the mean of all
    float limit = 1.0F;             ///< at the upper end of the colours
    QImage maskPicture;
    QImage weightsPicture;
};

/// What a token's absence does, to be painted.
struct InfluenceContent {
    TokenRef token;
    bool isSpatial = true; ///< the token has a place in the picture
    struct Level {
        runtime::LevelInfo info;
        QImage picture;           ///< how far each pixel moved
        float limit = 0.0F;       ///< at the upper end of the colours; 0: nothing moved
        int rows = 0;             ///< of the cells
        int columns = 0;          ///< of the cells
        std::vector<float> moved; ///< [rows * columns]
        float largest = 0.0F;     ///< change of a pixel, in [0, 1] scale
    };
    std::vector<Level> levels;
};

/// What there is for the choice of the Attention view.
///
/// The choice itself is in `ViewState`; the bench fills this, the room follows it.
class AttentionState : public QObject {
    Q_OBJECT

public:
    enum class Phase {
        Empty,   ///< a model or an image is missing, or the view was never open
        Busy,    ///< the image's attention is being recorded, or waits for its pyramid
        Ready,   ///< there is an outline
        None,    ///< the model has no attention
        Failed,  ///< `error` says why
        Stopped, ///< somebody stopped it
    };
    /// What there is for one side; what is null is not there yet.
    struct Shown {
        Phase phase = Phase::Empty;
        Error error;
        std::shared_ptr<const AttentionOutline> outline;
        std::vector<std::optional<BlockToken>> asking; ///< by layer
        std::shared_ptr<const TokenWeights> weights;
        std::vector<std::shared_ptr<const runtime::LayerSummary>> summaries; ///< by layer
        std::shared_ptr<const AttentionMatrix> matrix;
        std::shared_ptr<const InfluenceContent> influence;
        std::shared_ptr<const runtime::MaskAudit> audit;
        std::optional<Error> problem; ///< why what was asked for last is not there
    };

    explicit AttentionState(const ViewState& state, QObject* parent = nullptr);

    const AttentionChoice& choice() const;
    bool hasB() const; ///< B is shown beside A, or in its place while a key is held
    /// Whether a side has its place in the view now.
    bool isShown(Side side) const;
    const Shown& at(Side side) const { return m_shown[std::size_t(side)]; }
    bool isReady(Side side = Side::A) const { return at(side).phase == Phase::Ready; }
    /// The chosen layer and head as a side has them; a head of -1 is the mean of all.
    int layer(Side side = Side::A) const;
    int head(Side side = Side::A) const;
    /// The blocks of the chosen layer; a side must be ready.
    const std::vector<runtime::TokenBlock>& blocks(Side side = Side::A) const;
    /// What is held in memory for both sides, bytes.
    std::int64_t bytes() const { return m_bytes; }
    int records() const { return m_records; }

    void show(Side side, Shown shown);
    /// What the rest is found by, before it is shown.
    void setQuietly(Side side, const Shown& shown) { m_shown[std::size_t(side)] = shown; }
    void setHeld(int records, std::int64_t bytes);

Q_SIGNALS:
    void changed(hierascope::widgets::Side side);
    void heldChanged();

private:
    const ViewState& m_state;
    std::array<Shown, kSides.size()> m_shown;
    std::int64_t m_bytes = 0;
    int m_records = 0;
};

/// The weights of a head among those of all heads of a layer, or the mean of all: [T].
std::vector<float> weightsOfHead(const std::vector<float>& layer, std::int64_t heads, int head);

} // namespace hierascope::widgets
