// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include <nlohmann/json_fwd.hpp>
#include <torch/nn/module.h>

#include "core/base/result.h"

namespace hierascope::training {

/// Gives a model the weights of another one, of an earlier stage for one.
///
/// All of them must fit, but for the heads of an alignment that only one of both has.
/// @param module of the config
/// @param config the model's, for its family
/// @param path   a model folder, a checkpoint folder, or a run folder for its newest checkpoint
Result<void> loadFirstWeights(torch::nn::Module& module, const nlohmann::json& config,
                              const std::filesystem::path& path);

} // namespace hierascope::training
