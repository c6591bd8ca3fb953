// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "core/runs/train_config.h"

namespace hierascope::training {

/// Reads and checks a training config of a family that can be trained; errors name the file.
Result<runs::TrainConfig> readRunConfig(const std::filesystem::path& file);

} // namespace hierascope::training
