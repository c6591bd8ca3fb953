// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/runtime/model_source.h"

namespace hierascope::models {
class HieraTok;
struct HieraTokOptions;
} // namespace hierascope::models

namespace hierascope::runtime {

/// Reads the family's options from a source's config, naming the file in errors.
Result<models::HieraTokOptions> hieraTokOptionsOf(const ModelSource& source);

/// Builds the model that the options describe, with random weights.
///
/// @param tensorElements how many numbers the weights file holds: a config that asks for far more
///                       is refused before memory is taken for it
Result<std::shared_ptr<models::HieraTok>> buildHieraTok(const models::HieraTokOptions& options,
                                                        const ModelSource& source,
                                                        std::int64_t tensorElements);

/// Builds the model and loads its weights; every tensor that does not fit is an error.
Result<std::shared_ptr<models::HieraTok>> loadHieraTok(const models::HieraTokOptions& options,
                                                       const ModelSource& source);

} // namespace hierascope::runtime
