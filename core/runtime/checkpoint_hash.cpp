// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/checkpoint_hash.h"

#include "core/io/sha256.h"
#include "core/runtime/guard.h"
#include "core/runtime/model_source.h"
#include "core/runtime/recorded_pyramid.h"

namespace hierascope::runtime {

Result<std::string> hashOfCheckpoint(const std::filesystem::path& model) {
    return guarded([&]() -> Result<std::string> {
        if (isRecordedPyramid(model))
            return io::sha256OfFile(model);
        std::error_code error;
        const std::filesystem::path plain = model / "model.safetensors";
        if (std::filesystem::is_regular_file(plain, error))
            return io::sha256OfFile(plain);
        const auto source = findModel(model, OpenOptions());
        if (!source)
            return failure(source);
        return io::sha256OfFile(source->weights);
    });
}

} // namespace hierascope::runtime
