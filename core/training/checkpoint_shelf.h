// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "core/runs/run_folder.h"
#include "core/training/checkpoint.h"

namespace hierascope::training {

/// A run's checkpoints: the newest few, and the one that did best on held-out data.
///
/// Only for the process that holds the run's lock.
class CheckpointShelf {
public:
    /// Takes away what a process that was killed left half-written.
    ///
    /// @param keep how many of the newest stay
    CheckpointShelf(runs::RunFolder folder, std::int64_t keep);

    /// The newest intact checkpoint; nothing where the run has none, BadData where all are damaged.
    Result<std::optional<TrainerState>> newest() const;

    /// Puts a checkpoint down and takes away those that need not be kept.
    ///
    /// @param config the model folder's config.json
    Result<void> save(const TrainerState& state, const nlohmann::json& config);

    /// Whether held-out data never gave more than `quality`.
    bool isBest(double quality) const;

    /// Keeps the checkpoint of a step until a better one comes.
    Result<void> keepAsBest(std::int64_t step, double quality);

    /// "that of step 40", or "none".
    std::string newestName() const;

private:
    void removeLitter() const;
    void removeOld() const;

    runs::RunFolder m_folder;
    std::int64_t m_keep;
    std::int64_t m_bestStep = -1;
    double m_bestQuality = 0.0; ///< of `m_bestStep`
};

} // namespace hierascope::training
