// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/base/result.h"
#include "core/runtime/generator.h"
#include "core/runtime/model_source.h"

/// What the configs of all generators have in common.
namespace hierascope::runtime {

/// BadData unless `classes`, where there are any, are as many as the model knows.
Result<void> checkClassNames(const ModelSource& source, std::int64_t classCount);

/// Name, path, family, classes and tokenizer, with the facts of where it comes from.
GeneratorInfo describeGeneratorSource(const ModelSource& source);

} // namespace hierascope::runtime
