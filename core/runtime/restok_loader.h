// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/runtime/model_source.h"
#include "core/runtime/tokenizer.h"

namespace hierascope::models {
class ResTok;
struct ResTokOptions;
} // namespace hierascope::models

namespace hierascope::runtime {

/// Reads the family's options from a source's config, naming the file in errors.
Result<models::ResTokOptions> resTokOptionsOf(const ModelSource& source);

/// Builds the model and loads its weights; every tensor that does not fit is an error.
Result<std::shared_ptr<models::ResTok>> loadResTok(const models::ResTokOptions& options,
                                                   const ModelSource& source);

/// Says in words and figures what a ResTok config describes; weights are not looked at.
ModelInfo describeResTok(const models::ResTokOptions& options, const ModelSource& source);

} // namespace hierascope::runtime
