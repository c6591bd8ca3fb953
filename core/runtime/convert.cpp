// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/convert.h"

#include <unistd.h>

#include <nlohmann/json.hpp>

#include "core/io/json_file.h"
#include "core/io/sha256.h"
#include "core/io/tensor_file.h"
#include "core/runtime/families.h"
#include "core/runtime/guard.h"
#include "core/runtime/weights.h"

namespace hierascope::runtime {

namespace {

namespace fs = std::filesystem;

Result<void> checkFit(const ModelInspection& found, const ModelSource& source) {
    const std::string where = "'" + source.weights.string() + "': tensor '";
    if (!found.mismatched.empty())
        return failure(ErrorCode::BadData,
                       where + found.mismatched.front().name + "' is " +
                           nlohmann::json(found.mismatched.front().found).dump() + ", expected " +
                           nlohmann::json(found.mismatched.front().expected).dump() + ".");
    if (!found.missing.empty())
        return failure(ErrorCode::BadData, where + found.missing.front() + "' is missing (" +
                                               std::to_string(found.missing.size()) +
                                               " missing in all).");
    if (!found.unexpected.empty() && !source.isOverridden)
        return failure(ErrorCode::BadData,
                       where + found.unexpected.front() + "' is not part of this model (" +
                           std::to_string(found.unexpected.size()) + " such in all).");
    return {};
}

Result<void> writeFolder(const fs::path& folder, const nlohmann::json& config,
                         const Tensors& tensors) {
    if (auto saved = io::saveTensors(folder / "model.safetensors", tensors, {{"format", "pt"}});
        !saved)
        return saved;
    return io::writeJsonFile(folder / "config.json", config);
}

} // namespace

Result<ModelInspection> convertModel(const fs::path& model, const fs::path& folder,
                                     const OpenOptions& options) {
    return guarded([&]() -> Result<ModelInspection> {
        std::error_code error;
        if (fs::exists(folder, error))
            return failure(ErrorCode::CannotCreate,
                           "'" + folder.string() + "' exists already; nothing was written.");
        const auto source = findModel(model, options);
        if (!source)
            return failure(source);
        const auto family = findFamily(*source);
        if (!family)
            return failure(family);
        ModelInspection inspection;
        inspection.family = (*family)->name;
        if (auto filled = (*family)->inspect(*source, inspection); !filled)
            return failure(filled);
        if (auto fits = checkFit(inspection, *source); !fits)
            return failure(fits);
        auto tensors = readWeights(*source);
        if (!tensors)
            return failure(tensors);
        for (const std::string& name : inspection.unexpected)
            tensors->erase(name);
        auto sha256 = io::sha256OfFile(source->weights);
        if (!sha256)
            return failure(sha256);
        nlohmann::json config = source->config;
        if (!config.contains("origin"))
            config["origin"] = {{"converted_from", source->weights.filename().string()},
                                {"sha256", *sha256}};

        const fs::path partial = folder.string() + ".partial-" + std::to_string(::getpid());
        fs::create_directories(partial, error);
        if (error)
            return failure(ErrorCode::CannotCreate,
                           "Cannot create '" + partial.string() + "': " + error.message() + ".");
        auto written = writeFolder(partial, config, *tensors);
        if (written) {
            fs::rename(partial, folder, error);
            if (error)
                written = failure(ErrorCode::CannotCreate, "Cannot create '" + folder.string() +
                                                               "': " + error.message() + ".");
        }
        if (!written) {
            fs::remove_all(partial, error);
            return failure(written);
        }
        inspection.config = config.dump(2);
        inspection.sha256 = *std::move(sha256);
        return inspection;
    });
}

} // namespace hierascope::runtime
