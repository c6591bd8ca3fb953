// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/first_weights.h"

#include <algorithm>
#include <string>
#include <system_error>

#include <nlohmann/json.hpp>

#include "core/io/model_folder.h"
#include "core/io/tensor_file.h"
#include "core/models/state_dict.h"
#include "core/runs/run_folder.h"

namespace hierascope::training {

namespace {

namespace fs = std::filesystem;

bool isForAlignment(const std::string& name) {
    return name.starts_with("vf_proj") || name == "decoder.feat_mask_token";
}

Result<fs::path> modelFolderOf(const fs::path& path) {
    std::error_code error;
    if (!fs::is_directory(path / "checkpoints", error))
        return path;
    const auto run = runs::RunFolder::open(path);
    if (!run)
        return failure(run);
    const auto steps = run->checkpointSteps();
    if (steps.empty())
        return failure(ErrorCode::NoInput, "Field 'training.init_from' is the run '" +
                                               path.string() + "', which has no checkpoint yet.");
    return run->checkpoint(steps.back());
}

} // namespace

Result<void> loadFirstWeights(torch::nn::Module& module, const nlohmann::json& config,
                              const fs::path& path) {
    const auto place = modelFolderOf(path);
    if (!place)
        return failure(place);
    const auto folder = io::openModelFolder(*place);
    if (!folder)
        return failure(folder.error().code,
                       "Field 'training.init_from': " + folder.error().message);
    const std::string name = "Field 'training.init_from' is '" + place->string() + "', ";
    if (folder->config["family"] != config["family"])
        return failure(ErrorCode::BadData,
                       name + "a model of the family " + folder->config["family"].dump() +
                           ", expected one of " + config["family"].dump() + ".");
    auto tensors = io::loadTensors(folder->weights);
    if (!tensors)
        return failure(tensors);
    std::erase_if(*tensors, [&module](const auto& entry) {
        return isForAlignment(entry.first) && !models::stateDict(module).contains(entry.first);
    });
    auto fit = models::compareStateDict(module, *tensors);
    std::erase_if(fit.missing, isForAlignment);
    if (!fit.fits())
        return failure(ErrorCode::BadData, name + "whose weights do not fit the config's model: " +
                                               fit.firstProblem() + ".");
    models::loadStateDict(module, *tensors);
    return {};
}

} // namespace hierascope::training
