// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/hieratok_loader.h"

#include "core/models/hieratok.h"
#include "core/runtime/hieratok_family.h"
#include "core/runtime/inside/hieratok_tokenizer.h"
#include "core/runtime/inside/opening.h"
#include "core/runtime/model_building.h"
#include "core/runtime/model_facts.h"
#include "core/runtime/tensor_values.h"
#include "core/runtime/weights.h"

namespace hierascope::runtime {

namespace {

/// Weights of the transformer blocks alone: a lower bound that costs nothing to compute.
std::int64_t blockParameters(const models::VitOptions& vit) {
    const auto perWidth = 4.0 + 2.0 * vit.mlpRatio;
    return static_cast<std::int64_t>(static_cast<double>(vit.layers) * perWidth *
                                     static_cast<double>(vit.width * vit.width));
}

} // namespace

Result<models::HieraTokOptions> hieraTokOptionsOf(const ModelSource& source) {
    auto options = models::hieraTokOptionsFromJson(source.config.at("options"));
    if (!options)
        return failure(options.error().code, inConfig(source, options.error().message));
    if (auto fits = checkImageSize(options->imageSize, source); !fits)
        return failure(fits);
    return options;
}

Result<void> completeHieraTokOptions(ModelSource& source) {
    const auto options = models::hieraTokOptionsFromJson(source.config.at("options"));
    if (!options)
        return failure(options.error().code, inConfig(source, options.error().message));
    source.config["options"] = models::jsonFromHieraTokOptions(*options);
    return {};
}

Result<std::shared_ptr<models::HieraTok>> buildHieraTok(const models::HieraTokOptions& options,
                                                        const ModelSource& source,
                                                        std::int64_t tensorElements) {
    const std::int64_t least = blockParameters(options.encoder) + blockParameters(options.decoder);
    if (auto fits = checkParameterCount(least, tensorElements, source); !fits)
        return failure(fits);
    auto model = std::make_shared<models::HieraTok>(options);
    (*model)->eval();
    return model;
}

Result<std::shared_ptr<models::HieraTok>> loadHieraTok(const models::HieraTokOptions& options,
                                                       const ModelSource& source) {
    return loadModel(
        source, [&](std::int64_t elements) { return buildHieraTok(options, source, elements); });
}

Result<void> inspectHieraTok(const ModelSource& source, ModelInspection& inspection) {
    return inspectModel(source, inspection, hieraTokOptionsOf,
                        [&](const models::HieraTokOptions& options, std::int64_t elements) {
                            return buildHieraTok(options, source, elements);
                        });
}

Result<std::shared_ptr<Tokenizer>>
openHieraTok(const ModelSource& source, const OpenOptions& options, const TaskContext& context) {
    const auto place = choosePlace(options);
    if (!place)
        return failure(place);
    const auto modelOptions = hieraTokOptionsOf(source);
    if (!modelOptions)
        return failure(modelOptions);
    const auto sha256 = hashBeforeLoading(source, context);
    if (!sha256)
        return failure(sha256);
    const auto model = loadHieraTok(*modelOptions, source);
    if (!model)
        return failure(model);
    ModelInfo info = describeHieraTok(*modelOptions, source);
    addWeightFacts(info, ***model, *sha256, *place);
    (**model)->to(place->device, place->type);
    context.report({2, 2, "Loading"});
    return std::make_shared<HieraTokTokenizer>(
        *model, std::move(info), Preprocessing(source.config), place->device, place->type);
}

} // namespace hierascope::runtime
