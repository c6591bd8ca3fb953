// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <optional>
#include <utility>

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/full.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/tensor.h>
#include <c10/core/InferenceMode.h>

#include "core/base/random_draw.h"
#include "core/models/dit.h"
#include "core/models/flow_matching.h"
#include "core/runtime/dit_loader.h"
#include "core/runtime/guard.h"
#include "core/runtime/inside/denoising_plan.h"
#include "core/runtime/inside/generators.h"
#include "core/runtime/inside/opening.h"
#include "core/runtime/model_facts.h"
#include "core/runtime/tensor_values.h"
#include "core/runtime/weights.h"

namespace hierascope::runtime {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint64_t kStepNoise = 7; // keeps its draws apart from others of the same seed
constexpr std::int64_t kOfficialChannels = 3;

/// What generations of one generator share.
struct Model {
    std::shared_ptr<models::Dit> dit;
    GeneratorInfo info;
    at::Device device = at::kCPU;

    std::vector<std::int64_t> mapShape() const {
        return {1, info.latentChannels, info.latentSide, info.latentSide};
    }
    std::size_t mapSize() const {
        return static_cast<std::size_t>(info.latentChannels) *
               static_cast<std::size_t>(info.latentSide) *
               static_cast<std::size_t>(info.latentSide);
    }
};

class DitGeneration final : public Generation {
public:
    DitGeneration(std::shared_ptr<Model> model, GenerationRequest request, DenoisingPlan plan,
                  std::vector<double> guidance);

    bool isFinished() const override { return m_step == m_plan.steps(); }
    const std::vector<std::int64_t>& codes() const override { return m_noCodes; }
    Result<GeneratedStep> next(const TaskContext& context) override;

private:
    at::Tensor mapOf(const float* values) const;
    at::Tensor stepNoise() const;
    at::Tensor predict(const at::Tensor& x, double time);
    models::Velocity velocity();
    models::DenoisingStep step();
    models::DenoisingStep flowStep();

    std::shared_ptr<Model> m_model;
    GenerationRequest m_request;
    DenoisingPlan m_plan;
    std::vector<double> m_guidance; ///< of each step
    std::vector<std::int64_t> m_noCodes;
    std::int64_t m_step = 0;
    at::Tensor m_x; ///< [1, C, h, w] float32, normalised
    std::optional<models::AdaptiveFlow> m_flow;
    const TaskContext* m_context = nullptr; ///< while a step is computed
};

DitGeneration::DitGeneration(std::shared_ptr<Model> model, GenerationRequest request,
                             DenoisingPlan plan, std::vector<double> guidance)
    : m_model(std::move(model)), m_request(std::move(request)), m_plan(std::move(plan)),
      m_guidance(std::move(guidance)) {
    if (!m_request.from.values.empty()) {
        m_step = m_request.from.step;
        m_x = mapOf(m_request.from.values.data());
    } else if (m_request.noise) {
        m_x = mapOf(m_request.noise->initial.data());
    } else {
        const auto seed = m_request.sampling.seed;
        m_x = at::randn(m_model->mapShape(), at::detail::createCPUGenerator(seed))
                  .to(m_model->device);
    }
}

at::Tensor DitGeneration::mapOf(const float* values) const {
    return at::from_blob(const_cast<float*>(values), m_model->mapShape(), at::kFloat)
        .clone()
        .to(m_model->device);
}

at::Tensor DitGeneration::stepNoise() const {
    const auto place = static_cast<std::size_t>(m_step);
    if (m_request.noise)
        return mapOf(m_request.noise->steps.data() + place * m_model->mapSize());
    const auto seed = drawBits(m_request.sampling.seed, kStepNoise, place);
    return at::randn(m_model->mapShape(), at::detail::createCPUGenerator(seed)).to(m_model->device);
}

/// What the network makes of x, guided: [1, C or 2 C, h, w].
at::Tensor DitGeneration::predict(const at::Tensor& x, double time) {
    models::LayerProbe probe;
    stopBetweenLayers(probe, *m_context);
    models::Dit& dit = *m_model->dit;
    const double scale = m_guidance[static_cast<std::size_t>(m_step)];
    const std::int64_t rows = scale == 1.0 ? 1 : 2;
    const auto times = m_plan.isFlow() ? at::full({rows}, time, x.options())
                                       : at::full({rows}, time, x.options().dtype(at::kLong));
    std::vector<std::int64_t> labels{m_request.label};
    if (rows == 2)
        labels.push_back(m_model->info.classCount);
    const auto classes = at::tensor(labels, at::kLong).to(x.device());
    if (rows == 1)
        return dit->forward(x, times, classes, &probe);
    const std::int64_t channels = m_request.sampling.denoising.guidesThree
                                      ? std::min<std::int64_t>(kOfficialChannels, x.size(1))
                                      : x.size(1);
    return dit->forwardWithGuidance(at::cat({x, x}), times, classes, scale, channels, &probe)
        .narrow(0, 0, 1);
}

models::Velocity DitGeneration::velocity() {
    return [this](const at::Tensor& x, double time) {
        return predict(x, time).narrow(1, 0, x.size(1));
    };
}

models::DenoisingStep DitGeneration::flowStep() {
    const double from = m_plan.time(m_step);
    const double to = m_plan.time(m_step + 1);
    if (m_plan.sampler() == "dopri5") {
        if (!m_flow)
            m_flow.emplace(velocity(), m_x, from);
        const auto x = m_flow->advance(to);
        return {x, models::flowData(x, m_flow->slope(to), to)};
    }
    const auto first = predict(m_x, from).narrow(1, 0, m_x.size(1));
    const auto data = models::flowData(m_x, first, from);
    const bool isLast = m_step + 1 == m_plan.steps();
    if (m_plan.sampler() == "sde")
        return {models::stochasticStep(first, m_x, from, to, isLast ? at::Tensor() : stepNoise()),
                data};
    const auto velocityAtStart = [&](const at::Tensor& x, double time) {
        return time == from ? first : predict(x, time).narrow(1, 0, x.size(1));
    };
    if (m_plan.sampler() == "heun")
        return {models::heunStep(velocityAtStart, m_x, from, to), data};
    return {models::eulerStep(velocityAtStart, m_x, from, to), data};
}

models::DenoisingStep DitGeneration::step() {
    if (m_plan.isFlow())
        return flowStep();
    const auto output = predict(m_x, m_plan.time(m_step));
    const std::int64_t place = m_plan.scheduleStep(m_step);
    const bool needsNoise = m_plan.isRandom() && place > 0;
    return models::denoisingStep(m_plan.schedule(), place, output, m_x,
                                 needsNoise ? stepNoise() : at::Tensor(), m_plan.sampling());
}

Result<GeneratedStep> DitGeneration::next(const TaskContext& context) {
    return guarded([&]() -> Result<GeneratedStep> {
        const c10::InferenceMode inference;
        if (isFinished())
            return failure(ErrorCode::Usage,
                           "All " + std::to_string(m_plan.steps()) + " steps are done.");
        const Clock::time_point start = Clock::now();
        m_context = &context;
        models::DenoisingStep found = step();
        checkFinite(found.x, "latents");
        GeneratedStep record;
        record.index = m_step;
        record.guidance = m_guidance[static_cast<std::size_t>(m_step)];
        record.time = m_plan.time(m_step);
        record.noise = m_plan.noise(m_step);
        m_x = found.x;
        ++m_step;
        const auto& clean = isFinished() ? m_x : found.data;
        record.latent =
            valuesOf((*m_model->dit)->denormalised(clean).flatten(2).transpose(1, 2)); // [T, C]
        record.noised = valuesOf(m_x);
        record.forwardSeconds = std::chrono::duration<double>(Clock::now() - start).count();
        return record;
    });
}

class DitGenerator final : public Generator {
public:
    explicit DitGenerator(std::shared_ptr<Model> model) : m_model(std::move(model)) {}

    const GeneratorInfo& info() const override { return m_model->info; }
    Result<std::shared_ptr<Generation>> start(const GenerationRequest& request) override;

private:
    Result<void> checkMaps(const GenerationRequest& request, const DenoisingPlan& plan) const;

    std::shared_ptr<Model> m_model;
};

/// Usage unless noise and a begun map are of the generator's size.
Result<void> DitGenerator::checkMaps(const GenerationRequest& request,
                                     const DenoisingPlan& plan) const {
    const auto wrong = [this](const char* what, std::size_t found, std::size_t expected) {
        return failure(ErrorCode::Usage, std::string(what) + " has " + std::to_string(found) +
                                             " numbers, expected " + std::to_string(expected) +
                                             " for generator '" + info().name + "'.");
    };
    const std::size_t size = m_model->mapSize();
    if (!request.prefix.empty())
        return failure(ErrorCode::Usage, "Generator '" + info().name +
                                             "' has no codes to go on "
                                             "from.");
    if (request.noise) {
        if (request.noise->initial.size() != size)
            return wrong("The first noise", request.noise->initial.size(), size);
        // The last step draws none.
        const auto least = size * static_cast<std::size_t>(plan.steps() - 1);
        if (plan.isRandom() && request.noise->steps.size() < least)
            return wrong("The noise of the steps", request.noise->steps.size(),
                         size * static_cast<std::size_t>(plan.steps()));
    }
    if (request.from.values.empty())
        return {};
    if (request.from.values.size() != size)
        return wrong("The map to go on from", request.from.values.size(), size);
    if (request.from.step < 0 || request.from.step >= plan.steps())
        return failure(ErrorCode::Usage,
                       "The step to go on with is " + std::to_string(request.from.step) +
                           ", expected 0 to " + std::to_string(plan.steps() - 1) + ".");
    return {};
}

Result<std::shared_ptr<Generation>> DitGenerator::start(const GenerationRequest& request) {
    return guarded([&]() -> Result<std::shared_ptr<Generation>> {
        const bool hasNullClass = (*m_model->dit)->options().hasNullClass();
        if (auto valid = checkLabel(request, info(), hasNullClass); !valid)
            return failure(valid);
        auto plan = DenoisingPlan::make(info(), request.sampling.denoising);
        if (!plan)
            return failure(plan);
        if (auto valid = checkMaps(request, *plan); !valid)
            return failure(valid);
        auto guidance = guidanceCurve(request.sampling, plan->steps());
        if (!guidance)
            return failure(guidance);
        const std::int64_t interval = request.sampling.guidanceInterval;
        for (std::int64_t step = 0; step < plan->steps(); ++step) {
            const bool isPast = interval >= 0 && step > interval + 1;
            if (isPast || !plan->isGuided(step))
                (*guidance)[static_cast<std::size_t>(step)] = 1.0;
        }
        return std::make_shared<DitGeneration>(m_model, request, *std::move(plan),
                                               *std::move(guidance));
    });
}

} // namespace

Result<std::shared_ptr<Generator>> openDit(const ModelSource& source, const OpenOptions& options,
                                           const TaskContext& context) {
    return guarded([&]() -> Result<std::shared_ptr<Generator>> {
        const auto place = choosePlace(options);
        if (!place)
            return failure(place);
        const auto modelOptions = ditOptionsOf(source);
        if (!modelOptions)
            return failure(modelOptions);
        const auto sha256 = hashBeforeLoading(source, context);
        if (!sha256)
            return failure(sha256);
        auto model = std::make_shared<Model>();
        const auto weights = loadDit(*modelOptions, source);
        if (!weights)
            return failure(weights);
        model->dit = *weights;
        model->device = place->device;
        model->info = describeDit(*modelOptions, source);
        addWeightFacts(model->info, ***weights, *sha256, *place);
        (**weights)->to(place->device, place->type);
        returnFreedMemory();
        context.report({2, 2, "Loading"});
        return std::make_shared<DitGenerator>(std::move(model));
    });
}

} // namespace hierascope::runtime
