// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "core/runtime/model_source.h"
#include "core/runtime/tokenizer.h"

namespace hierascope::models {
struct HieraTokOptions;
} // namespace hierascope::models

namespace hierascope::runtime {

/// Name, path and family of a source: what every description begins with.
ModelInfo describeSource(const ModelSource& source);

/// Adds what a config's `origin` tells: data, steps, training time, figures.
void addOriginFacts(const ModelSource& source, ModelInfo& info);

/// Says in words and figures what a HieraTok config describes; weights are not looked at.
ModelInfo describeHieraTok(const models::HieraTokOptions& options, const ModelSource& source);

/// "6.4" for 6 412 345.
std::string millions(std::int64_t count);

} // namespace hierascope::runtime
