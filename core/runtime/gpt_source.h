// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/official_source.h"

namespace hierascope::runtime {

/// Whether a checkpoint is one of the official generators: by its config, else by its tensors.
bool isOfficialGpt(const OfficialCheckpoint& checkpoint);

/// Turns an official generator checkpoint into a source of this project's layout.
///
/// Overrides beat the tensors, the tensors beat what no config says. The head count, which no
/// tensor tells, comes from the official width table, else from `--set n_head=N`.
Result<ModelSource> sourceFromOfficialGpt(const OfficialCheckpoint& checkpoint);

} // namespace hierascope::runtime
