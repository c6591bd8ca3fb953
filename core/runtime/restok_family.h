// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/runtime/inspect.h"
#include "core/runtime/model_source.h"
#include "core/runtime/tokenizer.h"

namespace hierascope::runtime {

/// The three entries of the ResTok family; `families.h` says what each does.
Result<void> completeResTokOptions(ModelSource& source);
Result<std::shared_ptr<Tokenizer>> openResTok(const ModelSource& source, const OpenOptions& options,
                                              const TaskContext& context);
Result<void> inspectResTok(const ModelSource& source, ModelInspection& inspection);

} // namespace hierascope::runtime
