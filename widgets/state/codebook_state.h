// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/runtime/channel_study.h"
#include "core/runtime/code_atlas.h"
#include "widgets/common/pictures.h"
#include "widgets/state/view_choice.h"

#include <QImage>
#include <QObject>

namespace hierascope::widgets {

class ViewState;

/// The codebook's vectors, and where PCA lays them.
struct CodeVectors {
    std::int64_t width = 0;
    std::vector<float> values; ///< [V, width]
    std::vector<float> places; ///< [V, 2]; empty until they are laid out
};

/// What the picked code paints at its first place in the current image.
struct CodePainting {
    TokenRef place;
    QImage alone;
    QImage inPlace; ///< what it moves, as a diverging map
    float limit = 1.0F;
};

/// What there is for the choice of the Codebook view; the bench fills it, the room follows it.
class CodebookState : public QObject {
    Q_OBJECT

public:
    enum class Phase {
        Empty,    ///< nothing was asked for, or no model is open
        Opening,  ///< the model is being opened
        Counting, ///< images are being encoded
        Ready,    ///< codes or channels are there
        Failed,   ///< `error` says why
        Stopped,  ///< somebody stopped it before there was anything
    };
    using Atlas = std::shared_ptr<const runtime::CodeAtlas>;
    using Vectors = std::shared_ptr<const CodeVectors>;
    using Study = std::shared_ptr<const runtime::ChannelStudy>;
    using Painting = std::shared_ptr<const CodePainting>;
    using Traversal = std::shared_ptr<const std::vector<QImage>>;
    static constexpr std::array kSteps = {-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0}; ///< deviations

    /// What there is for one side.
    struct Shown {
        Phase phase = Phase::Empty;
        Progress progress;
        Error error;
        Atlas atlas;
        Vectors vectors;
        Study study;
        Painting painting;
        Traversal traversal; ///< a picture for each of `kSteps`
    };

    explicit CodebookState(const ViewState& state, QObject* parent = nullptr);

    const CodebookChoice& choice() const;
    /// Whether B has a codebook of its own beside A's.
    bool hasB() const;
    const Shown& at(Side side) const { return m_shown[std::size_t(side)]; }
    bool isReady(Side side = Side::A) const { return at(side).phase == Phase::Ready; }
    /// The counts of all, or of the level that is chosen; null without an atlas.
    const runtime::CodeCounts* counts(Side side = Side::A) const;

    void show(Side side, Shown shown);
    void setProgress(Side side, const Progress& progress);

Q_SIGNALS:
    void changed(hierascope::widgets::Side side);
    void progressChanged(hierascope::widgets::Side side);

private:
    const ViewState& m_state;
    std::array<Shown, kSides.size()> m_shown;
};

/// Replaces the choice as one step of undo.
void setCodebook(ViewState& state, const CodebookChoice& choice, const QString& what);
/// Picks a code and selects the tokens of A's current image that have it; -1: none.
void pickCode(ViewState& state, std::int64_t code);
/// Where A's current image has a code, coarse to fine.
std::vector<TokenRef> placesOf(const ViewState& state, std::int64_t code);
/// The order of the codes in the grid, [V].
std::vector<std::int32_t> sortedCodes(const runtime::CodeAtlas& atlas,
                                      const CodebookChoice& choice);

} // namespace hierascope::widgets
