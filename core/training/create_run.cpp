// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/json_file.h"
#include "core/runs/run_folder.h"
#include "core/runs/train_config.h"
#include "core/training/run_config.h"
#include "core/training/trainer.h"

namespace hierascope::training {

Result<void> createRun(const std::filesystem::path& config, const std::filesystem::path& run) {
    auto object = io::readJsonFile(config);
    if (!object)
        return failure(object);
    if (auto valid = readRunConfig(config); !valid)
        return failure(valid);
    // Paths in a config are relative to its file, and the copy lies elsewhere.
    runs::makePathsAbsolute(*object, config.parent_path());
    auto folder = runs::RunFolder::create(run);
    if (!folder)
        return failure(folder);
    return io::writeJsonFile(folder->config(), *object);
}

} // namespace hierascope::training
