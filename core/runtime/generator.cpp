// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/generator.h"

#include "core/models/guidance.h"
#include "core/runtime/guard.h"
#include "core/runtime/inside/denoising_plan.h"
#include "core/runtime/inside/generators.h"
#include "core/runtime/model_source.h"

namespace hierascope::runtime {

namespace {

models::Guidance guidanceOf(const SamplingOptions& options) {
    return {options.guidance, options.schedule.name, options.schedule.values,
            options.guidanceInterval};
}

std::string mapText(std::int64_t channels, std::int64_t rows, std::int64_t columns) {
    return std::to_string(channels) + " channels of " + std::to_string(rows) + " x " +
           std::to_string(columns);
}

std::string mapMisfit(const GeneratorInfo& generator, const ModelInfo& tokenizer,
                      const std::string& who) {
    if (tokenizer.codebookSize > 0)
        return who + "the generator makes latent maps, the tokenizer reads codes.";
    const int side = generator.latentSide;
    if (generator.latentChannels == tokenizer.latentChannels && side == tokenizer.latentRows &&
        side == tokenizer.latentColumns)
        return {};
    return who + "the generator makes " + mapText(generator.latentChannels, side, side) +
           ", the tokenizer reads " +
           mapText(tokenizer.latentChannels, tokenizer.latentRows, tokenizer.latentColumns) + ".";
}

} // namespace

const std::vector<std::string>& guidanceSchedules() {
    return models::guidanceScheduleNames();
}

Result<std::vector<double>> guidanceCurve(const SamplingOptions& options, std::int64_t steps) {
    models::Guidance guidance = guidanceOf(options);
    guidance.interval = -1;
    return models::guidanceScales(guidance,
                                  std::vector<models::GptStep>(static_cast<std::size_t>(steps)));
}

std::string misfitOf(const GeneratorInfo& generator, const ModelInfo& tokenizer) {
    const std::string who =
        "Generator '" + generator.name + "' and tokenizer '" + tokenizer.name + "' do not fit: ";
    if (generator.isDenoiser())
        return mapMisfit(generator, tokenizer, who);
    if (tokenizer.codebookSize == 0)
        return who + "the tokenizer has no codebook.";
    if (generator.vocabulary != tokenizer.codebookSize)
        return who + "the generator writes " + std::to_string(generator.vocabulary) +
               " codes, the tokenizer has " + std::to_string(tokenizer.codebookSize) + ".";
    std::int64_t tokens = 0;
    for (const LevelInfo& level : tokenizer.levels)
        tokens += level.tokens();
    if (generator.tokens != tokens)
        return who + "the generator writes " + std::to_string(generator.tokens) +
               " tokens, the tokenizer reads " + std::to_string(tokens) + ".";
    return {};
}

Result<std::int64_t> stepCount(const GeneratorInfo& generator, const SamplingOptions& options) {
    if (!generator.isDenoiser())
        return static_cast<std::int64_t>(generator.steps.size());
    const auto plan = DenoisingPlan::make(generator, options.denoising);
    if (!plan)
        return failure(plan);
    return plan->steps();
}

Result<std::vector<double>> noiseCurve(const GeneratorInfo& generator,
                                       const SamplingOptions& options) {
    if (!generator.isDenoiser())
        return std::vector<double>{};
    const auto plan = DenoisingPlan::make(generator, options.denoising);
    if (!plan)
        return failure(plan);
    std::vector<double> curve;
    for (std::int64_t step = 0; step <= plan->steps(); ++step)
        curve.push_back(plan->noise(step));
    return curve;
}

Result<void> checkLabel(const GenerationRequest& request, const GeneratorInfo& generator,
                        bool hasNullClass) {
    const std::int64_t last = generator.classCount - (hasNullClass ? 0 : 1);
    if (request.label < 0 || request.label > last)
        return failure(
            ErrorCode::Usage,
            "Class " + std::to_string(request.label) + " does not exist in generator '" +
                generator.name + "', expected 0 to " + std::to_string(generator.classCount - 1) +
                (hasNullClass ? ", or " + std::to_string(generator.classCount) + " for none."
                              : "."));
    if (request.sampling.guidance > 1.0 && !hasNullClass)
        return failure(ErrorCode::Usage,
                       "Guidance is " + std::to_string(request.sampling.guidance) +
                           ", but generator '" + generator.name +
                           "' has no null class to guide away from; expected at most 1.");
    return {};
}

Result<std::shared_ptr<Generator>> openGenerator(const std::filesystem::path& path,
                                                 const OpenOptions& options,
                                                 const TaskContext& context) {
    return guarded([&]() -> Result<std::shared_ptr<Generator>> {
        const auto source = findModel(path, options);
        if (!source)
            return failure(source);
        if (source->family() == "gpt")
            return openGpt(*source, options, context);
        if (source->family() == "dit")
            return openDit(*source, options, context);
        return failure(ErrorCode::Usage, "'" + path.string() + "' is of the family " +
                                             source->family() +
                                             ", expected a generator (family gpt or dit).");
    });
}

} // namespace hierascope::runtime
