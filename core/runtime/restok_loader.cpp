// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/restok_loader.h"

#include "core/models/restok.h"
#include "core/runtime/inside/opening.h"
#include "core/runtime/inside/restok_tokenizer.h"
#include "core/runtime/model_building.h"
#include "core/runtime/model_facts.h"
#include "core/runtime/restok_family.h"
#include "core/runtime/tensor_values.h"
#include "core/runtime/weights.h"

namespace hierascope::runtime {

namespace {

/// Matrices of the transformer blocks and the codebook: a lower bound that costs nothing.
std::int64_t leastParameters(const models::ResTokOptions& options) {
    const auto blocks = [](const models::TransformerSize& size) {
        return size.layers * 12 * size.width * size.width;
    };
    return blocks(options.encoder) + blocks(options.decoder) +
           options.codebookSize * options.tokenSize;
}

Result<std::shared_ptr<models::ResTok>> build(const models::ResTokOptions& options,
                                              const ModelSource& source, std::int64_t elements) {
    if (auto fits = checkParameterCount(leastParameters(options), elements, source); !fits)
        return failure(fits);
    auto model = std::make_shared<models::ResTok>(options);
    (*model)->eval();
    return model;
}

std::string sizeText(const models::TransformerSize& size) {
    return std::to_string(size.layers) + " layers of width " + std::to_string(size.width) + ", " +
           std::to_string(size.heads) + " heads";
}

std::string residualsText(const models::ResTokOptions& options) {
    if (options.residualImageTokens && options.residualLatents)
        return "of image tokens and latents";
    if (options.residualImageTokens)
        return "of image tokens";
    return options.residualLatents ? "of latents" : "none";
}

std::string hierarchiesText(const models::ResTokOptions& options) {
    std::string text;
    for (const auto& [rows, columns] : options.hierarchyGrids())
        text = std::to_string(rows * columns) + (text.empty() ? "" : ", ") + text;
    return text + " tokens, merged by " +
           (options.merge == models::TokenMerge::Average ? "means" : "subsampling");
}

} // namespace

Result<models::ResTokOptions> resTokOptionsOf(const ModelSource& source) {
    auto options = models::resTokOptionsFromJson(source.config.at("options"));
    if (!options)
        return failure(options.error().code, inConfig(source, options.error().message));
    if (auto fits = checkImageSize(options->imageSize, source); !fits)
        return failure(fits);
    return options;
}

Result<void> completeResTokOptions(ModelSource& source) {
    const auto options = models::resTokOptionsFromJson(source.config.at("options"));
    if (!options)
        return failure(options.error().code, inConfig(source, options.error().message));
    source.config["options"] = models::jsonFromResTokOptions(*options);
    return {};
}

Result<std::shared_ptr<models::ResTok>> loadResTok(const models::ResTokOptions& options,
                                                   const ModelSource& source) {
    return loadModel(source,
                     [&](std::int64_t elements) { return build(options, source, elements); });
}

Result<void> inspectResTok(const ModelSource& source, ModelInspection& inspection) {
    return inspectModel(source, inspection, resTokOptionsOf,
                        [&](const models::ResTokOptions& options, std::int64_t elements) {
                            return build(options, source, elements);
                        });
}

ModelInfo describeResTok(const models::ResTokOptions& options, const ModelSource& source) {
    ModelInfo info = describeSource(source);
    info.imageSize = static_cast<int>(options.imageSize);
    info.latentChannels = static_cast<int>(options.tokenSize);
    info.latentRows = 1;
    info.latentColumns = static_cast<int>(options.latentTokens);
    info.codebookSize = options.codebookSize;
    info.isPrefixed = true;
    const auto prefixes = options.prefixes();
    const auto grids = options.levelGrids();
    for (std::size_t level = 0; level < prefixes.size(); ++level)
        info.levels.push_back(
            {"first-" + std::to_string(prefixes[level]), static_cast<int>(grids[level].first),
             static_cast<int>(grids[level].second), info.imageSize, info.imageSize});
    info.summary = std::to_string(options.latentTokens) + " tokens of " +
                   std::to_string(options.codebookSize) + " codes, " +
                   std::to_string(options.hierarchyGrids().size()) + " image hierarchies";
    info.facts = {{"Codebook", std::to_string(options.codebookSize) + " x " +
                                   std::to_string(options.tokenSize)},
                  {"Image hierarchies", hierarchiesText(options)},
                  {"Residuals", residualsText(options)},
                  {"Patch", std::to_string(options.patchSize()) + " pixels"},
                  {"Encoder", sizeText(options.encoder)},
                  {"Decoder", sizeText(options.decoder)},
                  {"Legacy reshape", options.isLegacy ? "yes, each code mixes all latents" : "no"}};
    addOriginFacts(source, info);
    return info;
}

Result<std::shared_ptr<Tokenizer>> openResTok(const ModelSource& source, const OpenOptions& options,
                                              const TaskContext& context) {
    const auto place = choosePlace(options);
    if (!place)
        return failure(place);
    const auto modelOptions = resTokOptionsOf(source);
    if (!modelOptions)
        return failure(modelOptions);
    const auto sha256 = hashBeforeLoading(source, context);
    if (!sha256)
        return failure(sha256);
    const auto model = loadResTok(*modelOptions, source);
    if (!model)
        return failure(model);
    ModelInfo info = describeResTok(*modelOptions, source);
    addWeightFacts(info, ***model, *sha256, *place);
    (**model)->to(place->device);
    (**model)->computeIn(place->type);
    context.report({2, 2, "Loading"});
    return std::make_shared<ResTokTokenizer>(*model, std::move(info), Preprocessing(source.config),
                                             place->device, place->type);
}

} // namespace hierascope::runtime
