// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/runtime/inspect.h"
#include "core/runtime/model_source.h"
#include "core/runtime/tokenizer.h"

namespace hierascope::runtime {

/// The three entries of the HieraTok family; `families.h` says what each does.
Result<void> completeHieraTokOptions(ModelSource& source);
Result<std::shared_ptr<Tokenizer>>
openHieraTok(const ModelSource& source, const OpenOptions& options, const TaskContext& context);
Result<void> inspectHieraTok(const ModelSource& source, ModelInspection& inspection);

} // namespace hierascope::runtime
