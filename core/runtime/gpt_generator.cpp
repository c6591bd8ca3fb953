// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include <ATen/ops/cat.h>
#include <ATen/ops/tensor.h>
#include <c10/core/InferenceMode.h>

#include "core/models/gpt_engine.h"
#include "core/models/sampling.h"
#include "core/runtime/generator.h"
#include "core/runtime/gpt_loader.h"
#include "core/runtime/guard.h"
#include "core/runtime/inside/generators.h"
#include "core/runtime/inside/opening.h"
#include "core/runtime/model_facts.h"
#include "core/runtime/tensor_values.h"
#include "core/runtime/weights.h"

namespace hierascope::runtime {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kCandidates = 5;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

Result<void> checkSampling(const SamplingOptions& options, std::int64_t vocabulary) {
    if (!(options.temperature > 0.0 && std::isfinite(options.temperature)))
        return failure(ErrorCode::Usage, "Temperature is " + std::to_string(options.temperature) +
                                             ", expected more than 0.");
    if (options.topK < 0 || options.topK > vocabulary)
        return failure(ErrorCode::Usage, "Top-k is " + std::to_string(options.topK) +
                                             ", expected 0 to " + std::to_string(vocabulary) + ".");
    if (!(options.topP > 0.0 && options.topP <= 1.0))
        return failure(ErrorCode::Usage, "Top-p is " + std::to_string(options.topP) +
                                             ", expected more than 0 and at most 1.");
    return {};
}

/// What generations of one generator share.
struct Model {
    std::unique_ptr<models::GptEngine> engine;
    GeneratorInfo info;
    bool hasNullClass = true;
};

class GptGeneration final : public Generation {
public:
    GptGeneration(std::shared_ptr<Model> model, GenerationRequest request,
                  std::vector<double> guidance, std::size_t firstStep)
        : m_model(std::move(model)), m_request(std::move(request)), m_guidance(std::move(guidance)),
          m_codes(m_request.prefix), m_step(firstStep),
          m_cache(m_model->engine->makeCache(isGuidedFrom(firstStep) ? 2 : 1)) {}

    bool isFinished() const override { return m_step == m_model->info.steps.size(); }
    const std::vector<std::int64_t>& codes() const override { return m_codes; }
    Result<GeneratedStep> next(const TaskContext& context) override;

private:
    bool isGuidedFrom(std::size_t step) const {
        return std::any_of(m_guidance.begin() + static_cast<std::ptrdiff_t>(step), m_guidance.end(),
                           [](double scale) { return scale != 1.0; });
    }
    Result<at::Tensor> feed(std::int64_t count, std::int64_t wanted, const TaskContext& context);
    void draw(const at::Tensor& probabilities, GeneratedStep& step) const;

    std::shared_ptr<Model> m_model;
    GenerationRequest m_request;
    std::vector<double> m_guidance; ///< of each step
    std::vector<std::int64_t> m_codes;
    std::size_t m_step;
    models::GptCache m_cache;
};

/// Logits of the class, and with guidance of the null class: [1 or 2, wanted, V].
Result<at::Tensor> GptGeneration::feed(std::int64_t count, std::int64_t wanted,
                                       const TaskContext& context) {
    const std::int64_t rows = m_cache.rows();
    const at::Tensor codes =
        at::tensor(m_codes, at::kLong).unsqueeze(0).expand({rows, -1}).contiguous();
    std::vector<std::int64_t> labels{m_request.label};
    if (rows == 2)
        labels.push_back(m_model->info.classCount);
    auto logits = m_model->engine->feed(m_cache, codes, at::tensor(labels, at::kLong), count,
                                        wanted, context);
    if (!logits)
        return cancelled();
    return *std::move(logits);
}

void GptGeneration::draw(const at::Tensor& probabilities, GeneratedStep& step) const {
    const std::int64_t vocabulary = probabilities.size(1);
    for (std::int64_t row = 0; row < probabilities.size(0); ++row) {
        const std::span<const float> chances(probabilities.data_ptr<float>() + row * vocabulary,
                                             static_cast<std::size_t>(vocabulary));
        const auto likeliest = models::likeliestCodes(chances, kCandidates);
        step.codes.push_back(
            m_request.sampling.greedy
                ? likeliest.front().first
                : models::drawCode(chances,
                                   models::uniformAt(m_request.sampling.seed, step.first + row)));
        step.entropy.push_back(models::entropyBits(chances));
        std::vector<Candidate>& candidates = step.candidates.emplace_back();
        for (const auto& [code, probability] : likeliest)
            candidates.push_back({code, probability});
    }
}

Result<GeneratedStep> GptGeneration::next(const TaskContext& context) {
    return guarded([&]() -> Result<GeneratedStep> {
        const c10::InferenceMode inference;
        if (isFinished())
            return failure(ErrorCode::Usage,
                           "All " + std::to_string(m_model->info.tokens) + " codes are written.");
        const StepInfo& info = m_model->info.steps[m_step];
        if (m_cache.rows() == 2 && !isGuidedFrom(m_step))
            m_cache.keepRows(1);
        const Clock::time_point start = Clock::now();
        if (m_cache.length < info.first) { // what a branch begins with
            const auto fed = feed(info.first - m_cache.length, 0, context);
            if (!fed)
                return failure(fed);
        }
        auto logits = feed(info.tokens, info.tokens, context);
        if (!logits)
            return failure(logits);
        checkFinite(*logits, "logits");
        GeneratedStep step;
        step.index = static_cast<std::int64_t>(m_step);
        step.first = info.first;
        step.guidance = m_guidance[m_step];
        step.forwardSeconds = secondsSince(start);

        const Clock::time_point drawn = Clock::now();
        const at::Tensor own = (*logits)[0]; // [T, V]
        const at::Tensor guided =
            step.guidance == 1.0 ? own : models::guidedLogits(own, (*logits)[1], step.guidance);
        const SamplingOptions& sampling = m_request.sampling;
        draw(models::filteredProbabilities(guided.contiguous(),
                                           {sampling.temperature, sampling.topK, sampling.topP}),
             step);
        step.samplingSeconds = secondsSince(drawn);
        m_codes.insert(m_codes.end(), step.codes.begin(), step.codes.end());
        ++m_step;
        return step;
    });
}

class GptGenerator final : public Generator {
public:
    explicit GptGenerator(std::shared_ptr<Model> model) : m_model(std::move(model)) {}

    const GeneratorInfo& info() const override { return m_model->info; }
    Result<std::shared_ptr<Generation>> start(const GenerationRequest& request) override;

private:
    Result<std::size_t> stepAfter(const std::vector<std::int64_t>& prefix) const;

    std::shared_ptr<Model> m_model;
};

/// The step that comes behind a prefix, which must be whole steps of codes that exist.
Result<std::size_t> GptGenerator::stepAfter(const std::vector<std::int64_t>& prefix) const {
    for (std::size_t i = 0; i < prefix.size(); ++i) {
        if (prefix[i] < 0 || prefix[i] >= info().vocabulary)
            return failure(ErrorCode::Usage, "Code " + std::to_string(i) + " of the prefix is " +
                                                 std::to_string(prefix[i]) + ", expected 0 to " +
                                                 std::to_string(info().vocabulary - 1) + ".");
    }
    const auto length = static_cast<std::int64_t>(prefix.size());
    std::int64_t done = 0;
    for (std::size_t step = 0; step < info().steps.size(); ++step) {
        if (done == length)
            return step;
        done += info().steps[step].tokens;
    }
    return failure(ErrorCode::Usage, "The prefix has " + std::to_string(length) +
                                         " codes, which is not where a step of generator '" +
                                         info().name + "' ends before the last one.");
}

Result<std::shared_ptr<Generation>> GptGenerator::start(const GenerationRequest& request) {
    return guarded([&]() -> Result<std::shared_ptr<Generation>> {
        if (auto valid = checkLabel(request, info(), m_model->hasNullClass); !valid)
            return failure(valid);
        if (auto valid = checkSampling(request.sampling, info().vocabulary); !valid)
            return failure(valid);
        const auto steps = static_cast<std::int64_t>(info().steps.size());
        auto guidance = guidanceCurve(request.sampling, steps);
        if (!guidance)
            return failure(guidance);
        const auto step = stepAfter(request.prefix);
        if (!step)
            return failure(step);
        // Behind the interval no step is guided; the curve does not know how long steps are.
        const std::int64_t interval = request.sampling.guidanceInterval;
        for (std::size_t i = 0; i < guidance->size(); ++i) {
            if (interval >= 0 && info().steps[i].first > interval + 1)
                (*guidance)[i] = 1.0;
        }
        return std::make_shared<GptGeneration>(m_model, request, *std::move(guidance), *step);
    });
}

} // namespace

Result<std::shared_ptr<Generator>> openGpt(const ModelSource& source, const OpenOptions& options,
                                           const TaskContext& context) {
    return guarded([&]() -> Result<std::shared_ptr<Generator>> {
        const auto place = choosePlace(options);
        if (!place)
            return failure(place);
        const auto modelOptions = gptOptionsOf(source);
        if (!modelOptions)
            return failure(modelOptions);
        const auto sha256 = hashBeforeLoading(source, context);
        if (!sha256)
            return failure(sha256);
        const auto weights = loadGpt(*modelOptions, source);
        if (!weights)
            return failure(weights);
        auto model = std::make_shared<Model>();
        model->info = describeGpt(*modelOptions, source);
        addWeightFacts(model->info, ***weights, *sha256, *place);
        (**weights)->to(place->device, place->type);
        model->hasNullClass = modelOptions->hasNullClass();
        model->engine = models::makeGptEngine(**weights, /*takesWeights=*/true);
        returnFreedMemory();
        context.report({2, 2, "Loading"});
        return std::make_shared<GptGenerator>(std::move(model));
    });
}

} // namespace hierascope::runtime
