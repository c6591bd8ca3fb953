// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/official_source.h"

namespace hierascope::runtime {

/// Whether a checkpoint is one of the official DiT code (SiT's are alike): by its tensors.
bool isOfficialDit(const OfficialCheckpoint& checkpoint);

/// Turns an official DiT checkpoint into a source of this project's layout.
///
/// Overrides beat the tensors. The head count, which no tensor tells, comes from the official width
/// table, else from `--set num_heads=N`; `--set objective=flow` makes it SiT's.
Result<ModelSource> sourceFromOfficialDit(const OfficialCheckpoint& checkpoint);

} // namespace hierascope::runtime
