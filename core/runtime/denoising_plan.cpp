// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "core/models/flow_matching.h"
#include "core/runtime/inside/denoising_plan.h"

namespace hierascope::runtime {

namespace {

constexpr std::int64_t kDiffusionSteps = 1000;
constexpr std::int64_t kMostFlowSteps = 10'000;

tl::unexpected<Error> wrongValue(const std::string& field, const std::string& found,
                                 const std::string& expected) {
    return failure(ErrorCode::Usage, field + " is " + found + ", expected " + expected + ".");
}

} // namespace

Result<DenoisingPlan> DenoisingPlan::make(const GeneratorInfo& generator,
                                          const DenoisingOptions& options) {
    DenoisingPlan plan;
    plan.m_options = options;
    if (!(options.eta >= 0.0 && options.eta <= 1.0))
        return wrongValue("Eta", std::to_string(options.eta), "0 to 1");
    if (!(options.guidedFrom >= 0.0 && options.guidedTo <= 1.0 &&
          options.guidedFrom <= options.guidedTo))
        return wrongValue("The guided part",
                          std::to_string(options.guidedFrom) + " to " +
                              std::to_string(options.guidedTo),
                          "two rising numbers from 0 to 1");
    const bool isFlow = generator.variant == "flow";
    if (auto planned = isFlow ? plan.planFlow(generator) : plan.planDiffusion(generator); !planned)
        return failure(planned);
    return plan;
}

Result<void> DenoisingPlan::planDiffusion(const GeneratorInfo& generator) {
    m_sampler = m_options.sampler.empty() ? "ddpm" : m_options.sampler;
    if (m_sampler != "ddpm" && m_sampler != "ddim")
        return wrongValue("Sampler", "'" + m_sampler + "'",
                          "ddpm or ddim for generator '" + generator.name +
                              "', which is a diffusion");
    const std::string spacing =
        m_options.respacing.empty() ? std::to_string(m_options.steps) : m_options.respacing;
    const auto times = models::respacedTimes(spacing, kDiffusionSteps);
    if (!times)
        return failure(times);
    m_schedule = models::DiffusionSchedule(kDiffusionSteps).respaced(*times);
    m_steps = m_schedule->steps();
    return {};
}

Result<void> DenoisingPlan::planFlow(const GeneratorInfo& generator) {
    m_sampler = m_options.sampler.empty() ? "euler" : m_options.sampler;
    const bool isStochastic = m_sampler == "sde";
    if (m_sampler != "euler" && m_sampler != "heun" && m_sampler != "dopri5" && !isStochastic)
        return wrongValue("Sampler", "'" + m_sampler + "'",
                          "euler, heun, dopri5 or sde for generator '" + generator.name +
                              "', which is a flow");
    if (!m_options.respacing.empty())
        return wrongValue("Respacing", "'" + m_options.respacing + "'",
                          "none for generator '" + generator.name + "', which is a flow");
    m_steps = m_options.steps;
    if (m_steps < 1 || m_steps > kMostFlowSteps)
        return wrongValue("The number of steps", std::to_string(m_steps),
                          "1 to " + std::to_string(kMostFlowSteps));
    if (!isStochastic) {
        m_times = models::flowTimes(m_steps, generator.timestepShift);
        return {};
    }
    m_times = {0.0};
    if (m_steps > 1)
        m_times = models::flowTimes(m_steps - 1, 1.0, 1.0 - models::kStochasticLastStep);
    m_times.push_back(1.0);
    return {};
}

bool DenoisingPlan::isRandom() const {
    return m_sampler == "ddpm" || m_sampler == "sde" || (m_sampler == "ddim" && m_options.eta > 0);
}

double DenoisingPlan::time(std::int64_t step) const {
    if (isFlow())
        return m_times[static_cast<std::size_t>(step)];
    return static_cast<double>(m_schedule->networkTime(scheduleStep(step)));
}

double DenoisingPlan::noise(std::int64_t step) const {
    if (step == m_steps)
        return 0.0;
    return isFlow() ? 1.0 - time(step) : std::sqrt(1.0 - m_schedule->kept(scheduleStep(step)));
}

bool DenoisingPlan::isGuided(std::int64_t step) const {
    const double place =
        isFlow() ? time(step) : 1.0 - time(step) / static_cast<double>(kDiffusionSteps);
    return place >= m_options.guidedFrom && place <= m_options.guidedTo;
}

models::DiffusionSampling DenoisingPlan::sampling() const {
    return {m_sampler == "ddim", m_options.eta, m_options.isClipped};
}

} // namespace hierascope::runtime
