// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "core/runs/train_config.h"

namespace hierascope::training {

/// Compares a run's data with what it began with, as `data.json` in its folder tells; writes that
/// file where the run has none.
///
/// @param accept the run goes on with data that changed; what its `cache/` holds is made anew
/// @return BadData saying what changed, and how to go on all the same
Result<void> checkRunData(const std::filesystem::path& run, const runs::TrainConfig& config,
                          bool accept);

} // namespace hierascope::training
