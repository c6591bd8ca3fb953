// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Qt first: its moc 6.4 stumbles over <compare> where only <array> came before.
#include <QString>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/runtime/generator.h"

/// What somebody chose to have generated, in plain values: no widget, no pixels.
namespace hierascope::widgets {

/// What is asked of a generator: a class, and how its codes are drawn.
struct GenerationSettings {
    std::int64_t label = 0; ///< a class, or `classCount` for the null class
    runtime::SamplingOptions sampling = publishedSampling();
    bool operator==(const GenerationSettings&) const = default;

    /// The setting of the paper's figures: guidance from the third step on.
    static runtime::SamplingOptions publishedSampling() {
        runtime::SamplingOptions sampling;
        sampling.topP = 0.95;
        sampling.guidance = 3.75;
        sampling.schedule = {"step", {{"window_start", 0.25}}};
        sampling.denoising.steps = kDenoisingSteps;
        return sampling;
    }

    /// What a DiT begins with in their place.
    static runtime::SamplingOptions denoiserSampling() {
        runtime::SamplingOptions sampling;
        sampling.guidance = 2.0;
        sampling.denoising.steps = kDenoisingSteps;
        return sampling;
    }

    static constexpr std::int64_t kDenoisingSteps = 50; ///< few enough to wait for on a CPU
};

/// A code that a person put in the place of the drawn one.
struct TokenEdit {
    std::int64_t position = 0; ///< from 0
    std::int64_t code = 0;
    bool operator==(const TokenEdit&) const = default;
};

inline constexpr int kNoBranch = -1;
inline constexpr int kNewestStep = -1;
inline constexpr std::int64_t kNoToken = -1;
inline constexpr int kFinestPicture = -1;

/// One way of going on: from the first step, or from a step of another branch.
///
/// It holds all that computing it takes, so that no result of its parent is needed for that.
struct Branch {
    int id = 0;
    QString generator;      ///< the path of its model
    int parent = kNoBranch; ///< the branch whose first `kept` steps it shares
    int kept = 0;
    GenerationSettings settings;
    std::optional<TokenEdit> edit;    ///< then step `kept` is the parent's with this token replaced
    std::vector<std::int64_t> prefix; ///< codes of the kept steps, and of the edited one
    runtime::NoisedMap from{};        ///< of a DiT: where the kept steps led
    bool operator==(const Branch&) const = default;
};

/// The generators, what they are asked for, and the tree of what they were asked before.
struct GenerationChoice {
    QString a;                    ///< path of the generator, empty for none
    QString b;                    ///< one that runs beside it in lock step, empty for none
    GenerationSettings settings;  ///< of what is generated next
    std::vector<Branch> branches; ///< parents before their children
    int branch = kNoBranch;       ///< id of the one that is shown
    int step = kNewestStep;       ///< from 0
    std::int64_t token = kNoToken;
    int level = kFinestPicture; ///< of a DiT's clean pictures, from 0
    int seeds = 1;              ///< of the grid; 1: one large picture instead
    bool operator==(const GenerationChoice&) const = default;

    const Branch* find(int id) const {
        const auto found = std::ranges::find(branches, id, &Branch::id);
        return found == branches.end() ? nullptr : &*found;
    }
};

} // namespace hierascope::widgets
