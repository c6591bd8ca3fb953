// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/model_source.h"

#include <optional>
#include <utility>

#include "core/io/json_file.h"
#include "core/io/model_folder.h"
#include "core/io/yaml_file.h"
#include "core/runtime/checkpoint_parts.h"
#include "core/runtime/config_overrides.h"
#include "core/runtime/families.h"
#include "core/runtime/official_source.h"
#include "core/runtime/weights.h"

namespace hierascope::runtime {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// A config that says neither `format` nor `family` is none of this project's.
bool isForeign(const json& config) {
    return config.is_object() && !config.contains("format") && !config.contains("family");
}

/// Official configs are YAML; the hub's and this project's are JSON.
Result<json> readConfig(const fs::path& file) {
    const bool isYaml = file.extension() == ".yaml" || file.extension() == ".yml";
    return isYaml ? io::readYamlFile(file) : io::readJsonFile(file);
}

/// Reads the overrides into a config of this project's layout.
Result<ModelSource> withOverrides(ModelSource source, const OpenOptions& options) {
    const auto family = findFamily(source);
    if (!family)
        return failure(family);
    if (auto complete = (*family)->completeOptions(source); !complete)
        return failure(complete);
    if (options.overrides.empty())
        return source;
    if (auto applied = applyOverrides(source.config, options.overrides); !applied)
        return failure(applied);
    source.isOverridden = true;
    if (auto checked = io::checkModelConfig(source.configFile, source.config); !checked)
        return failure(checked);
    return source;
}

Result<ModelSource> sourceFromFolder(const fs::path& model) {
    auto folder = io::openModelFolder(model);
    if (!folder)
        return failure(folder);
    ModelSource source;
    source.model = model;
    source.configFile = folder->folder / "config.json";
    source.weights = std::move(folder->weights);
    source.config = std::move(folder->config);
    return source;
}

Result<ModelSource> sourceFromConfig(const fs::path& model, CheckpointParts parts, json config) {
    if (auto checked = io::checkModelConfig(parts.configFile, config); !checked)
        return failure(checked);
    ModelSource source;
    source.model = model;
    source.configFile = std::move(parts.configFile);
    source.weights = std::move(parts.weights);
    source.config = std::move(config);
    return source;
}

/// Lets the family that knows the layout translate it; none is no error here.
Result<std::optional<ModelSource>> sourceFromOfficial(OfficialCheckpoint checkpoint,
                                                      const KeyRenaming& renaming) {
    auto shapes = shapesOfWeights(checkpoint.weights, renaming);
    if (!shapes)
        return failure(shapes);
    checkpoint.shapes = *std::move(shapes);
    const Family* family = findOfficialFamily(checkpoint);
    if (family == nullptr)
        return std::optional<ModelSource>();
    auto source = family->fromOfficial(checkpoint);
    if (!source)
        return failure(source);
    if (auto checked = io::checkModelConfig(source->configFile, source->config); !checked)
        return failure(checked);
    if (auto complete = family->completeOptions(*source); !complete)
        return failure(complete);
    source->renaming = renaming;
    return std::optional(*std::move(source));
}

/// A folder lacks its config; of one file nobody expects any.
tl::unexpected<Error> unknownTensors(const fs::path& model) {
    const std::string reason =
        "the tensors are of no family that is known by its tensors; --config names a config.";
    std::error_code ignored;
    if (fs::is_directory(model, ignored))
        return failure(ErrorCode::NoInput, "'" + (model / "config.json").string() +
                                               "': No such file or directory, and " + reason);
    return failure(ErrorCode::BadData,
                   "'" + model.string() + "': there is no config, and " + reason);
}

Result<ModelSource> sourceWithoutConfig(const fs::path& model, CheckpointParts parts,
                                        const OpenOptions& options, const KeyRenaming& renaming) {
    auto source = sourceFromOfficial(
        {model, {}, std::move(parts.weights), {}, {}, options.overrides}, renaming);
    if (!source)
        return failure(source);
    if (!*source)
        return unknownTensors(model);
    return **std::move(source);
}

/// The config.json that stands for a folder or for one of the usual files in it.
fs::path configBeside(const fs::path& model) {
    std::error_code ignored;
    if (fs::is_directory(model, ignored))
        return model / "config.json";
    if (model.filename() == "config.json")
        return model;
    const auto parts = findParts(model);
    return parts ? parts->configFile : fs::path();
}

} // namespace

std::string inConfig(const ModelSource& source, const std::string& sentence) {
    return "'" + source.configFile.string() + "': " + sentence;
}

Result<ModelSource> findModel(const fs::path& model, const OpenOptions& options) {
    KeyRenaming renaming;
    if (options.renaming) {
        auto read = KeyRenaming::read(*options.renaming);
        if (!read)
            return failure(read);
        renaming = *std::move(read);
    }
    std::error_code ignored;
    const fs::path configFile = options.config ? *options.config : configBeside(model);
    if (!options.config && !fs::exists(configFile, ignored)) {
        auto parts = findParts(model);
        if (!parts)
            return failure(parts);
        return sourceWithoutConfig(model, *std::move(parts), options, renaming);
    }
    auto config = readConfig(configFile);
    if (!config)
        return failure(config);
    if (!options.config && !isForeign(*config)) {
        auto source = sourceFromFolder(model);
        if (!source)
            return source;
        source->renaming = renaming;
        return withOverrides(*std::move(source), options);
    }
    auto parts = findParts(model.filename() == "config.json" ? model.parent_path() : model);
    if (!parts)
        return failure(parts);
    parts->configFile = configFile;
    if (isForeign(*config)) {
        auto source = sourceFromOfficial(
            {model, configFile, parts->weights, *config, {}, options.overrides}, renaming);
        if (!source)
            return failure(source);
        if (*source)
            return **std::move(source);
    }
    auto source = sourceFromConfig(model, *std::move(parts), *std::move(config));
    if (!source)
        return source;
    source->renaming = renaming;
    return withOverrides(*std::move(source), options);
}

} // namespace hierascope::runtime
