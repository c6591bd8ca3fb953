// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/runtime/generator.h"
#include "core/runtime/model_source.h"

namespace hierascope::runtime {

/// Open a generator of one family; `openGenerator` chooses.
Result<std::shared_ptr<Generator>> openGpt(const ModelSource& source, const OpenOptions& options,
                                           const TaskContext& context);
Result<std::shared_ptr<Generator>> openDit(const ModelSource& source, const OpenOptions& options,
                                           const TaskContext& context);

/// Usage where a request's class does not exist, or guidance has no null class to go away from.
Result<void> checkLabel(const GenerationRequest& request, const GeneratorInfo& generator,
                        bool hasNullClass);

} // namespace hierascope::runtime
