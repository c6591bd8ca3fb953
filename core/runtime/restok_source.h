// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/official_source.h"

namespace hierascope::runtime {

/// Whether a checkpoint is one of the official ResTok code: by its config, else by its tensors.
bool isOfficialResTok(const OfficialCheckpoint& checkpoint);

/// Turns an official ResTok checkpoint into a source of this project's layout.
///
/// Overrides beat the tensors, the tensors beat named sizes and what no config says; keys that the
/// config leaves out have the official code's defaults. The log says what came from the tensors.
Result<ModelSource> sourceFromOfficialResTok(const OfficialCheckpoint& checkpoint);

} // namespace hierascope::runtime
