// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/io/tensor_file.h"

namespace hierascope::training {

/// All that a resume needs; `average` is also what a checkpoint folder opens as a model.
struct TrainerState {
    std::int64_t step = 0;       ///< steps done
    double elapsedSeconds = 0.0; ///< of training, all starts together
    double learningRate = 0.0;   ///< peak that people asked for; 0: the config's
    io::TensorMap weights;
    io::TensorMap average; ///< exponential moving average of the weights
    io::TensorMap optimizer;
};

/// Writes a checkpoint folder: the old state of `folder` or the whole new one, never a half.
///
/// Files go into a folder with a temporary name, the manifest with their SHA-256 last; then it is
/// renamed, or changes its name with the old one. `config` is the model folder's config.json.
Result<void> saveCheckpoint(const std::filesystem::path& folder, const TrainerState& state,
                            const nlohmann::json& config);

/// Puts a checkpoint back that a process, killed on a file system where names cannot be exchanged,
/// had laid aside (`.step-N.old`) for a new one. Nothing where `folder` is there.
void restoreCheckpoint(const std::filesystem::path& folder);

/// Reads a checkpoint back; a file that is not as the manifest says is an error naming it.
Result<TrainerState> loadCheckpoint(const std::filesystem::path& folder);

} // namespace hierascope::training
