// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_config.h"

#include "core/io/json_file.h"
#include "core/io/model_folder.h"

namespace hierascope::training {

Result<runs::TrainConfig> readRunConfig(const std::filesystem::path& file) {
    auto object = io::readJsonFile(file);
    if (!object)
        return failure(object);
    constexpr int kFormat = 1;
    // First of all: what else a newer version writes would be called wrong.
    const auto format = object->is_object() ? object->value("format", nlohmann::json(kFormat))
                                            : nlohmann::json(kFormat);
    if (format.is_number_integer() && format > kFormat)
        return failure(ErrorCode::BadData, "Config '" + file.string() +
                                               "' is of a newer version: field 'format' is " +
                                               format.dump() + ", this program knows 1.");
    auto config = runs::trainConfigFromJson(*object, file.parent_path());
    if (!config)
        return failure(config.error().code,
                       "Config '" + file.string() + "': " + config.error().message);
    if (auto checked = io::checkModelConfig(file, config->model); !checked)
        return failure(checked);
    const auto& family = config->model["family"];
    if (family != "dit" && family != "gpt" && family != "hieratok" && family != "restok")
        return failure(ErrorCode::BadData,
                       "Config '" + file.string() + "': field 'family' is " + family.dump() +
                           ", expected \"dit\", \"gpt\", \"hieratok\" or \"restok\".");
    return config;
}

} // namespace hierascope::training
