// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"

namespace hierascope::training {

/// Writes pictures of a step as `samples/step-N/NN.png`.
///
/// @param pictures [3, Y, X] each, clamped to [0, 1]
/// @return         the step's folder, relative to the run folder
Result<std::string> writeSamples(const std::filesystem::path& run, std::int64_t step,
                                 const std::vector<at::Tensor>& pictures);

} // namespace hierascope::training
