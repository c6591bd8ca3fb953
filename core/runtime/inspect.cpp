// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/inspect.h"

#include "core/io/sha256.h"
#include "core/runtime/families.h"
#include "core/runtime/guard.h"
#include "core/runtime/recorded_pyramid.h"

namespace hierascope::runtime {

Result<ModelInspection> inspectModel(const std::filesystem::path& model,
                                     const OpenOptions& options) {
    return guarded([&]() -> Result<ModelInspection> {
        if (isRecordedPyramid(model))
            return inspectRecordedPyramid(model);
        const auto source = findModel(model, options);
        if (!source)
            return failure(source);
        const auto family = findFamily(*source);
        if (!family)
            return failure(family);
        ModelInspection inspection;
        inspection.family = (*family)->name;
        inspection.config = source->config.dump(2);
        if (auto filled = (*family)->inspect(*source, inspection); !filled)
            return failure(filled);
        auto sha256 = io::sha256OfFile(source->weights);
        if (!sha256)
            return failure(sha256);
        inspection.sha256 = *std::move(sha256);
        return inspection;
    });
}

} // namespace hierascope::runtime
