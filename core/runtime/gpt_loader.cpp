// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/gpt_loader.h"

#include "core/models/gpt.h"
#include "core/runtime/generator_config.h"
#include "core/runtime/model_building.h"
#include "core/runtime/weights.h"

namespace hierascope::runtime {

namespace {

/// Matrices of the blocks and the two tables of codes: a lower bound that costs nothing.
std::int64_t leastParameters(const models::GptOptions& options) {
    return options.layers * (2 * options.dim * options.dim + 3 * options.dim * options.ffnWidth()) +
           2 * options.vocabulary * options.dim;
}

Result<std::shared_ptr<models::Gpt>> build(const models::GptOptions& options,
                                           const ModelSource& source, std::int64_t elements) {
    if (auto fits = checkParameterCount(leastParameters(options), elements, source); !fits)
        return failure(fits);
    auto model = std::make_shared<models::Gpt>(options);
    (*model)->eval();
    return model;
}

std::string stepsText(const models::GptOptions& options, std::size_t steps) {
    if (options.variant == models::GptVariant::Ar)
        return std::to_string(steps) + " steps, one code each";
    const auto single = static_cast<std::size_t>(options.arTokenNum);
    return std::to_string(steps) + " steps: " + std::to_string(single) + " single codes, then " +
           std::to_string(steps - single) + " whole levels";
}

} // namespace

Result<models::GptOptions> gptOptionsOf(const ModelSource& source) {
    auto options = models::gptOptionsFromJson(source.config.at("options"));
    if (!options)
        return failure(options.error().code, inConfig(source, options.error().message));
    if (auto fits = checkClassNames(source, options->classCount); !fits)
        return failure(fits);
    return options;
}

Result<void> completeGptOptions(ModelSource& source) {
    const auto options = models::gptOptionsFromJson(source.config.at("options"));
    if (!options)
        return failure(options.error().code, inConfig(source, options.error().message));
    source.config["options"] = models::jsonFromGptOptions(*options);
    return {};
}

Result<std::shared_ptr<models::Gpt>> loadGpt(const models::GptOptions& options,
                                             const ModelSource& source) {
    return loadModel(source,
                     [&](std::int64_t elements) { return build(options, source, elements); });
}

Result<void> inspectGpt(const ModelSource& source, ModelInspection& inspection) {
    return inspectModel(source, inspection, gptOptionsOf,
                        [&](const models::GptOptions& options, std::int64_t elements) {
                            return build(options, source, elements);
                        });
}

Result<std::shared_ptr<Tokenizer>> refuseAsTokenizer(const ModelSource& source, const OpenOptions&,
                                                     const TaskContext&) {
    return failure(ErrorCode::Usage, "'" + source.model.string() + "' is a generator (family " +
                                         source.family() +
                                         "), which has no images to encode or decode; a tokenizer "
                                         "is expected here.");
}

GeneratorInfo describeGpt(const models::GptOptions& options, const ModelSource& source) {
    GeneratorInfo info = describeGeneratorSource(source);
    const bool isHar = options.variant == models::GptVariant::Har;
    info.variant = isHar ? "har" : "ar";
    info.tokens = options.blockSize;
    info.vocabulary = options.vocabulary;
    info.classCount = options.classCount;
    for (const models::GptStep& step : models::gptSteps(options))
        info.steps.push_back({step.first, step.count});
    info.summary = std::string(isHar ? "HAR" : "AR") + ", " + std::to_string(info.steps.size()) +
                   " steps for " + std::to_string(info.tokens) + " tokens";
    const decltype(info.facts) own = {{"Writes", stepsText(options, info.steps.size())},
                                      {"Transformer", std::to_string(options.layers) +
                                                          " layers of width " +
                                                          std::to_string(options.dim) + ", " +
                                                          std::to_string(options.heads) + " heads"},
                                      {"Codes", std::to_string(options.vocabulary)},
                                      {"Classes", std::to_string(options.classCount)}};
    info.facts.insert(info.facts.begin(), own.begin(), own.end());
    return info;
}

} // namespace hierascope::runtime
