// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/hieratok_loader.h"

#include <cmath>

#include <ATen/ops/isfinite.h>

#include "core/base/log.h"
#include "core/io/tensor_file.h"
#include "core/models/hieratok.h"
#include "core/models/state_dict.h"
#include "core/runtime/hieratok_tokenizer.h"

namespace hierascope::runtime {

namespace {

constexpr std::size_t kNamesInMessage = 5;

std::string inFile(const std::filesystem::path& file, const std::string& sentence) {
    return "'" + file.string() + "': " + sentence;
}

/// Weights of the transformer blocks alone: a lower bound that costs nothing to compute.
std::int64_t blockParameters(const models::VitOptions& vit) {
    const auto perWidth = 4.0 + 2.0 * vit.mlpRatio;
    return static_cast<std::int64_t>(static_cast<double>(vit.layers) * perWidth *
                                     static_cast<double>(vit.width * vit.width));
}

/// Whole numbers, which `copy_` would convert in silence, and values that are not finite are
/// errors.
Result<void> checkValues(const io::TensorMap& tensors, const ModelSource& source) {
    for (const auto& [name, tensor] : tensors) {
        if (!tensor.is_floating_point())
            return failure(ErrorCode::BadData,
                           inFile(source.weights, "tensor '" + name + "' is of type " +
                                                      std::string(tensor.dtype().name()) +
                                                      ", expected floating-point numbers."));
        // A sum costs no memory and is finite for all but broken weights.
        const bool isFinite = std::isfinite(tensor.sum(at::kDouble).item<double>());
        if (!isFinite && !at::isfinite(tensor).all().item<bool>())
            return failure(
                ErrorCode::BadData,
                inFile(source.weights, "tensor '" + name + "' holds a value that is not finite."));
    }
    return {};
}

/// Tensors that an override leaves over are listed, not refused.
void listLeftOver(const std::vector<std::string>& names, const ModelSource& source) {
    std::string list;
    for (std::size_t i = 0; i < names.size() && i < kNamesInMessage; ++i)
        list += (i == 0 ? "" : ", ") + names[i];
    if (names.size() > kNamesInMessage)
        list += " and " + std::to_string(names.size() - kNamesInMessage) + " more";
    log::warning("runtime", inFile(source.weights,
                                   std::to_string(names.size()) +
                                       " tensors are left over by the overrides: " + list + "."));
}

} // namespace

Result<models::HieraTokOptions> hieraTokOptionsOf(const ModelSource& source) {
    auto options = models::hieraTokOptionsFromJson(source.config.at("options"));
    if (!options)
        return failure(options.error().code, inFile(source.configFile, options.error().message));
    const auto size = source.config.at("preprocess").at("size").get<std::int64_t>();
    if (size != options->imageSize)
        return failure(ErrorCode::BadData,
                       inFile(source.configFile, "preprocess.size is " + std::to_string(size) +
                                                     ", expected options.image_size, which is " +
                                                     std::to_string(options->imageSize) + "."));
    return options;
}

Result<void> completeHieraTokOptions(ModelSource& source) {
    const auto options = models::hieraTokOptionsFromJson(source.config.at("options"));
    if (!options)
        return failure(options.error().code, inFile(source.configFile, options.error().message));
    source.config["options"] = models::jsonFromHieraTokOptions(*options);
    return {};
}

Result<std::shared_ptr<models::HieraTok>> buildHieraTok(const models::HieraTokOptions& options,
                                                        const ModelSource& source,
                                                        std::int64_t tensorElements) {
    const std::int64_t least = blockParameters(options.encoder) + blockParameters(options.decoder);
    if (least / 2 > tensorElements)
        return failure(ErrorCode::BadData,
                       inFile(source.configFile, "options describe at least " +
                                                     std::to_string(least) + " parameters, but '" +
                                                     source.weights.string() + "' holds only " +
                                                     std::to_string(tensorElements) + " numbers."));
    auto model = std::make_shared<models::HieraTok>(options);
    (*model)->eval();
    return model;
}

Result<std::shared_ptr<models::HieraTok>> loadHieraTok(const models::HieraTokOptions& options,
                                                       const ModelSource& source) {
    const auto tensors = io::loadTensors(source.weights);
    if (!tensors)
        return failure(tensors);
    if (auto checked = checkValues(*tensors, source); !checked)
        return failure(checked);
    std::int64_t elements = 0;
    for (const auto& [name, tensor] : *tensors)
        elements += tensor.numel();
    auto model = buildHieraTok(options, source, elements);
    if (!model)
        return model;
    models::StateDictFit fit = models::loadStateDict(***model, *tensors);
    if (source.isOverridden && !fit.unexpected.empty()) {
        listLeftOver(fit.unexpected, source);
        fit.unexpected.clear();
    }
    if (!fit.fits())
        return failure(ErrorCode::BadData, inFile(source.weights, fit.firstProblem() + "."));
    return model;
}

} // namespace hierascope::runtime
