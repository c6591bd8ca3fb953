// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/model_source.h"

#include <utility>

#include "core/io/json_file.h"
#include "core/io/model_folder.h"
#include "core/runtime/config_overrides.h"
#include "core/runtime/families.h"

namespace hierascope::runtime {

namespace {

namespace fs = std::filesystem;

/// Weights that come without a config: the file itself, or the one in a folder.
Result<fs::path> weightsOf(const fs::path& model) {
    std::error_code ignored;
    if (!fs::exists(model, ignored))
        return failure(ErrorCode::NoInput, "There is no model at '" + model.string() + "'.");
    if (!fs::is_directory(model, ignored))
        return model;
    for (const char* name : {"model.safetensors", "model.safetensors.index.json"}) {
        if (fs::exists(model / name, ignored))
            return model / name;
    }
    return failure(ErrorCode::NoInput, "Model folder '" + model.string() +
                                           "' has neither model.safetensors nor "
                                           "model.safetensors.index.json.");
}

Result<ModelSource> sourceWithConfig(const fs::path& model, const fs::path& configFile) {
    auto weights = weightsOf(model);
    if (!weights)
        return failure(weights);
    auto config = io::readJsonFile(configFile);
    if (!config)
        return failure(config);
    if (auto checked = io::checkModelConfig(configFile, *config); !checked)
        return failure(checked);
    return ModelSource{model, configFile, *std::move(weights), *std::move(config), false};
}

Result<ModelSource> sourceFromFolder(const fs::path& model) {
    auto folder = io::openModelFolder(model);
    if (!folder)
        return failure(folder);
    return ModelSource{model, folder->folder / "config.json", std::move(folder->weights),
                       std::move(folder->config), false};
}

} // namespace

Result<ModelSource> findModel(const fs::path& model, const OpenOptions& options) {
    auto source =
        options.config ? sourceWithConfig(model, *options.config) : sourceFromFolder(model);
    if (!source)
        return source;
    const auto family = findFamily(*source);
    if (!family)
        return failure(family);
    if (auto complete = (*family)->completeOptions(*source); !complete)
        return failure(complete);
    if (options.overrides.empty())
        return source;
    if (auto applied = applyOverrides(source->config, options.overrides); !applied)
        return failure(applied);
    source->isOverridden = true;
    if (auto checked = io::checkModelConfig(source->configFile, source->config); !checked)
        return failure(checked);
    return source;
}

} // namespace hierascope::runtime
