// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/runtime/generator.h"
#include "core/runtime/inspect.h"
#include "core/runtime/model_source.h"

namespace hierascope::models {
class Dit;
struct DitOptions;
} // namespace hierascope::models

namespace hierascope::runtime {

/// Reads the family's options from a source's config, naming the file in errors.
Result<models::DitOptions> ditOptionsOf(const ModelSource& source);

/// Builds the model and loads its weights; every tensor that does not fit is an error.
Result<std::shared_ptr<models::Dit>> loadDit(const models::DitOptions& options,
                                             const ModelSource& source);

/// Says in words and figures what a generator's config describes; weights are not looked at.
GeneratorInfo describeDit(const models::DitOptions& options, const ModelSource& source);

/// Two of the family's entries; `families.h` says what each does.
Result<void> completeDitOptions(ModelSource& source);
Result<void> inspectDit(const ModelSource& source, ModelInspection& inspection);

} // namespace hierascope::runtime
