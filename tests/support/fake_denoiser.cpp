// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_denoiser.h"

#include <cmath>

#include "tests/support/fake_generator.h"

namespace hierascope::testing {

namespace {

constexpr int kChannels = 16;
constexpr int kSide = 16;
constexpr std::size_t kValues = std::size_t(kChannels) * kSide * kSide;

class FakeDenoising : public runtime::Generation {
public:
    FakeDenoising(const runtime::GenerationRequest& request)
        : m_request(request), m_step(request.from.step), m_map(request.from.values) {
        if (m_map.empty())
            for (std::size_t i = 0; i < kValues; ++i)
                m_map.push_back(std::sin(float(i * 7 + 13 * (m_request.sampling.seed + 1)) * 0.7F));
    }

    bool isFinished() const override { return m_step == steps(); }
    const std::vector<std::int64_t>& codes() const override { return m_codes; }

    Result<runtime::GeneratedStep> next(const TaskContext& context) override {
        if (context.stopRequested())
            return cancelled();
        ++FakeGenerator::computedSteps();
        runtime::GeneratedStep step;
        step.index = m_step;
        step.guidance = m_request.sampling.guidance;
        step.noise = 1.0 - double(m_step) / double(steps());
        step.forwardSeconds = 0.004;
        ++m_step;
        const float share = 1.0F / float(steps() - m_step + 1);
        for (std::size_t i = 0; i < kValues; ++i) {
            const float goal = std::sin(float(i % 97) * 0.1F + float(m_request.label));
            m_map[i] += (goal - m_map[i]) * share;
        }
        step.noised = m_map;
        step.latent = m_map;
        return step;
    }

private:
    std::int64_t steps() const { return m_request.sampling.denoising.steps; }

    runtime::GenerationRequest m_request;
    std::int64_t m_step;
    std::vector<float> m_map;
    std::vector<std::int64_t> m_codes;
};

} // namespace

FakeDenoiser::FakeDenoiser(const std::filesystem::path& model) {
    m_info.name = model.filename().string();
    m_info.path = model;
    m_info.family = "dit";
    m_info.variant = m_info.name.rfind("dit-flow", 0) == 0 ? "flow" : "diffusion";
    m_info.summary = "DiT, " + m_info.variant + " on latent maps of 16 x 16 of 16 channels";
    m_info.parameters = 3300000;
    m_info.tokens = std::int64_t{kSide} * kSide;
    m_info.latentChannels = kChannels;
    m_info.latentSide = kSide;
    m_info.classCount = 10;
    m_info.tokenizer = model.parent_path() / "maps";
    m_info.sha256 = std::string(64, m_info.variant == "flow" ? 'e' : 'f');
    m_info.device = "cpu";
}

Result<std::shared_ptr<runtime::Generation>>
FakeDenoiser::start(const runtime::GenerationRequest& request) {
    if (request.label < 0 || request.label > m_info.classCount)
        return failure(ErrorCode::Usage, "Generator '" + m_info.name + "': class " +
                                             std::to_string(request.label) + " does not exist.");
    return std::make_shared<FakeDenoising>(request);
}

Result<std::vector<double>> fakeNoiseCurve(const runtime::GeneratorInfo&,
                                           const runtime::SamplingOptions& options) {
    std::vector<double> curve;
    const std::int64_t steps = options.denoising.steps;
    for (std::int64_t step = 0; step <= steps; ++step)
        curve.push_back(1.0 - double(step) / double(steps));
    return curve;
}

} // namespace hierascope::testing
