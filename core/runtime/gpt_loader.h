// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/runtime/generator.h"
#include "core/runtime/inspect.h"
#include "core/runtime/model_source.h"

namespace hierascope::models {
class Gpt;
struct GptOptions;
} // namespace hierascope::models

namespace hierascope::runtime {

/// Reads the family's options from a source's config, naming the file in errors.
Result<models::GptOptions> gptOptionsOf(const ModelSource& source);

/// Builds the model and loads its weights; every tensor that does not fit is an error.
Result<std::shared_ptr<models::Gpt>> loadGpt(const models::GptOptions& options,
                                             const ModelSource& source);

/// Says in words and figures what a generator's config describes; weights are not looked at.
GeneratorInfo describeGpt(const models::GptOptions& options, const ModelSource& source);

/// Two of the family's entries; `families.h` says what each does.
Result<void> completeGptOptions(ModelSource& source);
Result<void> inspectGpt(const ModelSource& source, ModelInspection& inspection);

/// A generator where a tokenizer was asked for: Usage, with what to do instead.
Result<std::shared_ptr<Tokenizer>> refuseAsTokenizer(const ModelSource& source,
                                                     const OpenOptions& options,
                                                     const TaskContext& context);

} // namespace hierascope::runtime
