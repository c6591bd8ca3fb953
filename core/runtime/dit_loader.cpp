// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/dit_loader.h"

#include "core/models/dit.h"
#include "core/runtime/model_building.h"
#include "core/runtime/model_facts.h"
#include "core/runtime/weights.h"

namespace hierascope::runtime {

namespace {

std::string inConfig(const ModelSource& source, const std::string& sentence) {
    return "'" + source.configFile.string() + "': " + sentence;
}

/// Matrices of the blocks and the class table: a lower bound that costs nothing.
std::int64_t leastParameters(const models::DitOptions& options) {
    const double perWidth = 10.0 + 2.0 * options.mlpRatio;
    return static_cast<std::int64_t>(static_cast<double>(options.depth) * perWidth *
                                     static_cast<double>(options.hiddenSize) *
                                     static_cast<double>(options.hiddenSize)) +
           options.labelCount() * options.hiddenSize;
}

Result<std::shared_ptr<models::Dit>> build(const models::DitOptions& options,
                                           const ModelSource& source, std::int64_t elements) {
    if (auto fits = checkParameterCount(leastParameters(options), elements, source); !fits)
        return failure(fits);
    auto model = std::make_shared<models::Dit>(options);
    (*model)->eval();
    return model;
}

std::string latentText(const models::DitOptions& options) {
    const std::string side = std::to_string(options.inputSize);
    return side + " x " + side + " of " + std::to_string(options.inChannels) + " channels";
}

} // namespace

Result<models::DitOptions> ditOptionsOf(const ModelSource& source) {
    auto options = models::ditOptionsFromJson(source.config.at("options"));
    if (!options)
        return failure(options.error().code, inConfig(source, options.error().message));
    const auto classes = source.config.find("classes");
    if (classes != source.config.end() &&
        classes->size() != static_cast<std::size_t>(options->classCount))
        return failure(ErrorCode::BadData,
                       inConfig(source, "classes has " + std::to_string(classes->size()) +
                                            " names, expected options.num_classes, which is " +
                                            std::to_string(options->classCount) + "."));
    return options;
}

Result<void> completeDitOptions(ModelSource& source) {
    const auto options = models::ditOptionsFromJson(source.config.at("options"));
    if (!options)
        return failure(options.error().code, inConfig(source, options.error().message));
    source.config["options"] = models::jsonFromDitOptions(*options);
    return {};
}

Result<std::shared_ptr<models::Dit>> loadDit(const models::DitOptions& options,
                                             const ModelSource& source) {
    return loadModel(source,
                     [&](std::int64_t elements) { return build(options, source, elements); });
}

Result<void> inspectDit(const ModelSource& source, ModelInspection& inspection) {
    return inspectModel(source, inspection, ditOptionsOf,
                        [&](const models::DitOptions& options, std::int64_t elements) {
                            return build(options, source, elements);
                        });
}

GeneratorInfo describeDit(const models::DitOptions& options, const ModelSource& source) {
    ModelInfo common = describeSource(source);
    addOriginFacts(source, common);
    GeneratorInfo info;
    info.name = common.name;
    info.path = common.path;
    info.family = common.family;
    const bool isFlow = options.objective == models::DitObjective::Flow;
    info.variant = isFlow ? "flow" : "diffusion";
    info.tokens = options.tokens();
    info.latentChannels = static_cast<int>(options.inChannels);
    info.latentSide = static_cast<int>(options.inputSize);
    info.timestepShift = options.timestepShift;
    info.classCount = options.classCount;
    if (source.config.contains("classes"))
        info.classes = source.config["classes"].get<std::vector<std::string>>();
    if (source.config.contains("tokenizer")) {
        const std::filesystem::path named = source.config["tokenizer"].get<std::string>();
        info.tokenizer = (source.configFile.parent_path() / named).lexically_normal();
    }
    info.summary =
        std::string("DiT, ") + info.variant + " on latent maps of " + latentText(options);
    info.facts = {
        {"Denoises", latentText(options) + ", in patches of " + std::to_string(options.patchSize)},
        {"Predicts", isFlow ? "the velocity from noise to data"
                            : (options.learnSigma ? "noise and how much variance" : "noise")},
        {"Transformer", std::to_string(options.depth) + " layers of width " +
                            std::to_string(options.hiddenSize) + ", " +
                            std::to_string(options.heads) + " heads"},
        {"Classes", std::to_string(options.classCount)}};
    info.facts.insert(info.facts.end(), common.facts.begin(), common.facts.end());
    return info;
}

} // namespace hierascope::runtime
