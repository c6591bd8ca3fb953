// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/models/diffusion.h"
#include "core/runtime/generator.h"

namespace hierascope::runtime {

/// The steps from noise to a latent map, counted from the noise on.
class DenoisingPlan {
public:
    /// @return Usage naming the field and value that the generator cannot take
    static Result<DenoisingPlan> make(const GeneratorInfo& generator,
                                      const DenoisingOptions& options);

    const std::string& sampler() const { return m_sampler; }
    bool isFlow() const { return !m_schedule; }
    /// Whether steps draw noise.
    bool isRandom() const;
    std::int64_t steps() const { return m_steps; }

    /// What the network is told before a step: 999 to 0 (diffusion) or 0 to 1 (flow); of a flow
    /// also behind the last one.
    double time(std::int64_t step) const;
    /// The share of noise before a step, as a standard deviation; behind the last one 0.
    double noise(std::int64_t step) const;
    /// Whether a step is within the part of the way that is guided.
    bool isGuided(std::int64_t step) const;

    /// Of a diffusion; its own steps count from the data on.
    const models::DiffusionSchedule& schedule() const { return *m_schedule; }
    std::int64_t scheduleStep(std::int64_t step) const { return m_steps - 1 - step; }
    models::DiffusionSampling sampling() const;

private:
    Result<void> planDiffusion(const GeneratorInfo& generator);
    Result<void> planFlow(const GeneratorInfo& generator);

    DenoisingOptions m_options;
    std::string m_sampler;
    std::int64_t m_steps = 0;
    std::optional<models::DiffusionSchedule> m_schedule;
    std::vector<double> m_times; ///< of a flow, one more than steps
};

} // namespace hierascope::runtime
