// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/families.h"
#include "core/runtime/guard.h"
#include "core/runtime/model_source.h"
#include "core/runtime/recorded_pyramid.h"
#include "core/runtime/tokenizer.h"

namespace hierascope::runtime {

Result<std::shared_ptr<Tokenizer>> openTokenizer(const std::filesystem::path& model,
                                                 const OpenOptions& options,
                                                 const TaskContext& context) {
    return guarded([&]() -> Result<std::shared_ptr<Tokenizer>> {
        if (isRecordedPyramid(model))
            return openRecordedPyramid(model, context);
        const auto source = findModel(model, options);
        if (!source)
            return failure(source);
        const auto family = findFamily(*source);
        if (!family)
            return failure(family);
        return (*family)->open(*source, options, context);
    });
}

} // namespace hierascope::runtime
