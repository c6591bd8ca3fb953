// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/models/efficientnet_lite0.h"

namespace hierascope::training {

/// Reads the network of the perceptual distance; its classifier is left out.
Result<models::EfficientNetLite0> loadFeatureNetwork(const std::filesystem::path& weights,
                                                     at::Device device);

} // namespace hierascope::training
