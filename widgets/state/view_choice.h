// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Qt first: its moc 6.4 stumbles over <compare> where only <array> came before.
#include <QRectF>
#include <QString>

#include <array>
#include <compare>
#include <cstdint>
#include <set>
#include <vector>

#include "widgets/state/attention_choice.h"
#include "widgets/state/codebook_choice.h"
#include "widgets/state/generation_choice.h"
#include "widgets/state/latent_choice.h"
#include "widgets/state/subject.h"
#include "widgets/state/surgery_choice.h"

/// What somebody chose to look at, in plain values: no widget, no pixels.
namespace hierascope::widgets {

/// The two things that every view can compare.
enum class Side { A, B };
inline constexpr std::array kSides = {Side::A, Side::B};

inline Side other(Side side) {
    return side == Side::A ? Side::B : Side::A;
}

/// How A and B share the large view; without a B only A is shown.
enum class Compare { OnlyA, SideBySide, Wipe, Difference };

/// What the large view shows of the current level.
enum class Picture {
    Reconstruction,
    Original,
    Residual,
    AbsoluteError,
    SignedError,
    Commutation,
    Hierarchies,
    Moved, ///< what the edits of tokens moved
};
inline constexpr int kPictures = 8;

/// What lies over the picture.
enum class TokenOverlay { Off, Grid, Colors };

/// The place of one token in a pyramid, with its grid, so that it is found at any other level.
///
/// It is a place and not a value: the same place lights up in A, in B, and in the next image.
struct TokenRef {
    int level = 0; ///< from 0
    int rows = 0;
    int columns = 0;
    std::int64_t token = 0; ///< from 0, row-major
    auto operator<=>(const TokenRef&) const = default;

    int row() const { return int(token / columns); }
    int column() const { return int(token % columns); }
    /// Where the token lies, in shares of the picture.
    QRectF share() const {
        return {double(column()) / columns, double(row()) / rows, 1.0 / columns, 1.0 / rows};
    }
};
using Selection = std::set<TokenRef>;

/// What a gesture does with the tokens that it meets.
enum class SelectionMode { Replace, Add, Toggle };

/// All that undo brings back: the subjects, the cursors, the selection and the way of looking.
struct ViewChoice {
    Subject a;
    Subject b;                ///< an empty model means A's, an empty image means A's; both: no B
    int level = kFinestLevel; ///< of A's pyramid, or `kFinestLevel`
    Compare compare = Compare::OnlyA;
    Picture picture = Picture::Reconstruction;
    TokenOverlay overlay = TokenOverlay::Off;
    Sampling sampling;
    Selection selection;
    GenerationChoice generation;
    LatentChoice latents;
    AttentionChoice attention;
    CodebookChoice codebook;
    std::vector<TokenSurgery> surgeries; ///< one for each image and model, the last edited last
    bool operator==(const ViewChoice&) const = default;

    static constexpr int kFinestLevel = -1;

    bool hasB() const { return b != Subject{}; }
    /// The subject with what it leaves to A filled in.
    Subject resolved(Side side) const {
        if (side == Side::A)
            return a;
        return {b.model.isEmpty() ? a.model : b.model, b.image.isEmpty() ? a.image : b.image};
    }
    /// The edits of A's tokens, null where there are none; B is never edited.
    const TokenSurgery* surgery() const {
        for (const TokenSurgery& made : surgeries)
            if (made.subject == a && made.sampling == sampling)
                return &made;
        return nullptr;
    }
    /// Says which edits a side shows; empty: none.
    QByteArray edits(Side side) const {
        const TokenSurgery* made = side == Side::A ? surgery() : nullptr;
        return made != nullptr ? made->digest(made->applied) : QByteArray();
    }
};

} // namespace hierascope::widgets
