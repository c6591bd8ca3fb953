// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include <c10/core/Device.h>

#include "core/base/result.h"

namespace hierascope::training {

/// Writes where a run is trained into its `environment.json`; one that is there stays, for it tells
/// of the first start, whoever made the run.
Result<void> noteEnvironment(const std::filesystem::path& run, c10::Device device);

} // namespace hierascope::training
