// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model_folder.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "core/io/input_file.h"
#include "core/io/json_file.h"
#include "core/io/strict_json.h"

namespace hierascope::io {

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr const char* kConfig = "config.json";
constexpr std::array<const char*, 2> kWeights = {"model.safetensors",
                                                 "model.safetensors.index.json"};
constexpr std::array<std::string_view, 4> kFilters = {"box", "bilinear", "bicubic", "lanczos"};
constexpr std::int64_t kLargestSize = 65536;

Result<fs::path> folderOf(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status))
        return failure(ErrorCode::NoInput, "There is no model at '" + path.string() + "'.");
    if (fs::is_directory(status))
        return path;
    const std::string name = path.filename().string();
    if (name == kConfig || name == kWeights[0] || name == kWeights[1])
        return path.has_parent_path() ? path.parent_path() : fs::path(".");
    return badFile(path, "expected a model folder, or the config.json or model.safetensors in one");
}

Result<void> checkPreprocess(const fs::path& path, const json& value) {
    for (const auto& [key, unused] : value.items())
        if (key != "size" && key != "range" && key != "filter")
            return badFile(path, "unknown key preprocess." + inQuotes(key) + " = " + shown(unused));
    const auto size = value.find("size");
    if (size == value.end() || !size->is_number_unsigned() || *size == 0 || *size > kLargestSize)
        return badFile(path, "preprocess.size is " +
                                 (size == value.end() ? "missing" : shown(*size)) +
                                 ", expected an integer from 1 to " + std::to_string(kLargestSize));
    if (const auto range = value.find("range"); range != value.end()) {
        const bool isPair = range->is_array() && range->size() == 2 && (*range)[0].is_number() &&
                            (*range)[1].is_number() && (*range)[0] < (*range)[1];
        if (!isPair)
            return badFile(path, "preprocess.range is " + shown(*range) +
                                     ", expected two rising numbers such as [-1, 1]");
    }
    if (const auto filter = value.find("filter"); filter != value.end()) {
        const bool isKnown =
            filter->is_string() && std::find(kFilters.begin(), kFilters.end(),
                                             filter->get<std::string>()) != kFilters.end();
        if (!isKnown)
            return badFile(path, "preprocess.filter is " + shown(*filter) +
                                     ", expected box, bilinear, bicubic or lanczos");
    }
    return {};
}

} // namespace

Result<void> checkModelConfig(const fs::path& path, const json& config) {
    if (!config.is_object())
        return badFile(path, "it holds " + shown(config) + ", expected an object");
    for (const auto& [key, value] : config.items())
        if (key != "format" && key != "family" && key != "options" && key != "preprocess" &&
            key != "classes" && key != "origin" && key != "tokenizer")
            return badFile(path, "unknown key " + inQuotes(key) + " = " + shown(value));
    // A generator of codes or latent maps sees no images.
    const json family = config.value("family", json());
    const bool seesImages = family != "gpt" && family != "dit";
    for (const char* key : {"format", "family", "options", "preprocess"})
        if (!config.contains(key) && (seesImages || std::string_view(key) != "preprocess"))
            return badFile(path, std::string(key) + " is missing");
    if (config.contains("tokenizer") &&
        (!config["tokenizer"].is_string() || config["tokenizer"].get<std::string>().empty()))
        return badFile(path, "tokenizer is " + shown(config["tokenizer"]) +
                                 ", expected the path of a tokenizer");
    if (!config["format"].is_number_integer() || config["format"] != 1)
        return badFile(path,
                       "format is " + shown(config["format"]) + "; this program knows format 1");
    if (!config["family"].is_string() || config["family"].get<std::string>().empty())
        return badFile(path, "family is " + shown(config["family"]) + ", expected a name");
    for (const char* key : {"options", "preprocess", "origin"})
        if (config.contains(key) && !config[key].is_object())
            return badFile(path,
                           std::string(key) + " is " + shown(config[key]) + ", expected an object");
    if (config.contains("classes")) {
        const json& classes = config["classes"];
        const bool isList =
            classes.is_array() && std::all_of(classes.begin(), classes.end(),
                                              [](const json& name) { return name.is_string(); });
        if (!isList)
            return badFile(path, "classes is " + shown(classes) + ", expected a list of names");
    }
    return config.contains("preprocess") ? checkPreprocess(path, config["preprocess"])
                                         : Result<void>();
}

Result<ModelFolder> openModelFolder(const fs::path& path) {
    const auto folder = folderOf(path);
    if (!folder)
        return failure(folder);
    std::error_code error;
    if (fs::is_directory(*folder / "checkpoints", error))
        return badFile(*folder, "this is a run; name one of the folders in its checkpoints/");
    auto config = readJsonFile(*folder / kConfig);
    if (!config)
        return failure(config);
    if (auto done = checkModelConfig(*folder / kConfig, *config); !done)
        return failure(done);
    for (const char* name : kWeights)
        if (fs::exists(*folder / name, error))
            return ModelFolder{*folder, std::move(*config), *folder / name};
    return failure(ErrorCode::NoInput, "Model folder '" + folder->string() +
                                           "' has neither model.safetensors nor "
                                           "model.safetensors.index.json.");
}

} // namespace hierascope::io
