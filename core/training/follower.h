// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/training/process_team.h"
#include "core/training/trainer.h"

namespace hierascope::training {

/// Trains what process 0 trains, as one of the others: takes its state, then does as it says.
///
/// Reads the run's config and data, and writes nothing. A wish to stop is process 0's to obey.
Result<void> follow(ProcessTeam& team, const TrainerOptions& options, const TaskContext& context);

} // namespace hierascope::training
