// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/dit_loader.h"

#include "core/models/dit.h"
#include "core/runtime/generator_config.h"
#include "core/runtime/model_building.h"
#include "core/runtime/weights.h"

namespace hierascope::runtime {

namespace {

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
    if (auto fits = checkClassNames(source, options->classCount); !fits)
        return failure(fits);
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
    GeneratorInfo info = describeGeneratorSource(source);
    const bool isFlow = options.objective == models::DitObjective::Flow;
    info.variant = isFlow ? "flow" : "diffusion";
    info.tokens = options.tokens();
    info.latentChannels = static_cast<int>(options.inChannels);
    info.latentSide = static_cast<int>(options.inputSize);
    info.timestepShift = options.timestepShift;
    info.classCount = options.classCount;
    info.summary =
        std::string("DiT, ") + info.variant + " on latent maps of " + latentText(options);
    const decltype(info.facts) own = {
        {"Denoises", latentText(options) + ", in patches of " + std::to_string(options.patchSize)},
        {"Predicts", isFlow ? "the velocity from noise to data"
                            : (options.learnSigma ? "noise and how much variance" : "noise")},
        {"Transformer", std::to_string(options.depth) + " layers of width " +
                            std::to_string(options.hiddenSize) + ", " +
                            std::to_string(options.heads) + " heads"},
        {"Classes", std::to_string(options.classCount)}};
    info.facts.insert(info.facts.begin(), own.begin(), own.end());
    return info;
}

} // namespace hierascope::runtime
