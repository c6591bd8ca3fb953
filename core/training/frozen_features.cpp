// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/frozen_features.h"

#include <string>

#include "core/io/tensor_file.h"
#include "core/models/state_dict.h"

namespace hierascope::training {

Result<models::EfficientNetLite0> loadFeatureNetwork(const std::filesystem::path& weights,
                                                     at::Device device) {
    auto tensors = io::loadTensors(weights);
    if (!tensors)
        return failure(tensors);
    models::EfficientNetLite0 network;
    // The classifier's head has no part in the features.
    std::erase_if(*tensors, [](const auto& entry) {
        return entry.first.starts_with("_conv_head") || entry.first.starts_with("_bn1") ||
               entry.first.starts_with("_fc");
    });
    const auto fit = models::loadStateDict(*network, *tensors);
    if (!fit.fits())
        return failure(ErrorCode::BadData,
                       "File '" + weights.string() + "': " + fit.firstProblem() + ".");
    network->to(device);
    return network;
}

} // namespace hierascope::training
