// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_generator.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <thread>

#include "tests/support/fake_denoiser.h"

namespace hierascope::testing {

namespace {

constexpr std::int64_t kTokens = 128;
constexpr std::int64_t kVocabulary = 1024;
constexpr std::int64_t kCandidates = 5;

/// SplitMix64: a number that looks drawn, and is the same each time.
std::uint64_t mixed(std::uint64_t value) {
    value += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31U);
}

float share(std::uint64_t value) {
    return float(mixed(value) >> 40U) / float(1U << 24U);
}

class FakeGeneration : public runtime::Generation {
public:
    FakeGeneration(const runtime::GeneratorInfo& info, const runtime::GenerationRequest& request,
                   std::int64_t step, std::chrono::milliseconds delay)
        : m_info(info), m_request(request), m_codes(request.prefix), m_step(step), m_delay(delay) {}

    bool isFinished() const override { return m_step == std::int64_t(m_info.steps.size()); }
    const std::vector<std::int64_t>& codes() const override { return m_codes; }

    Result<runtime::GeneratedStep> next(const TaskContext& context) override {
        constexpr std::chrono::milliseconds kSlice{5};
        for (std::chrono::milliseconds passed{0}; passed < m_delay; passed += kSlice) {
            if (context.stopRequested())
                return cancelled();
            std::this_thread::sleep_for(kSlice);
        }
        if (context.stopRequested())
            return cancelled();
        ++FakeGenerator::computedSteps();
        const runtime::StepInfo info = m_info.steps.at(std::size_t(m_step));
        const auto curve = fakeGuidanceCurve(m_request.sampling, std::int64_t(m_info.steps.size()));
        runtime::GeneratedStep step;
        step.index = m_step++;
        step.first = info.first;
        step.guidance = curve ? (*curve)[std::size_t(step.index)] : 1.0;
        step.forwardSeconds = 0.0043;
        step.samplingSeconds = 0.0002;
        const std::uint64_t seed = seedOfStep(step);
        for (std::int64_t i = 0; i < info.tokens; ++i)
            addToken(step, mixed(seed + std::uint64_t(i)));
        m_codes.insert(m_codes.end(), step.codes.begin(), step.codes.end());
        return step;
    }

private:
    std::uint64_t seedOfStep(const runtime::GeneratedStep& step) const {
        std::uint64_t seed = mixed(m_request.sampling.greedy ? 0 : m_request.sampling.seed);
        seed = mixed(seed ^ std::uint64_t(std::lround(step.guidance * 1000.0)));
        seed = mixed(seed ^ (std::uint64_t(m_request.label) << 32U));
        for (const std::int64_t code : m_codes)
            seed = mixed(seed ^ std::uint64_t(code));
        return seed;
    }

    void addToken(runtime::GeneratedStep& step, std::uint64_t seed) const {
        step.codes.push_back(std::int64_t(seed % kVocabulary));
        step.entropy.push_back(10.0F * std::pow(share(seed + 1), 1.5F));
        std::vector<runtime::Candidate> candidates;
        float left = 1.0F;
        const std::uint64_t chosen = share(seed + 2) < 0.7F ? 0 : 1 + seed % 4;
        for (std::uint64_t i = 0; i < kCandidates; ++i) {
            const float probability = left * (0.35F + 0.3F * share(seed + 3 + i));
            left -= probability;
            candidates.push_back(
                {i == chosen ? step.codes.back() : std::int64_t(mixed(seed + 9 + i) % kVocabulary),
                 probability});
        }
        std::ranges::sort(candidates, std::greater<>(), &runtime::Candidate::probability);
        step.candidates.push_back(std::move(candidates));
    }

    const runtime::GeneratorInfo& m_info;
    runtime::GenerationRequest m_request;
    std::vector<std::int64_t> m_codes;
    std::int64_t m_step;
    std::chrono::milliseconds m_delay;
};

} // namespace

FakeGenerator::FakeGenerator(const std::filesystem::path& model, bool isHierarchical,
                             std::chrono::milliseconds delay)
    : m_delay(delay) {
    m_info.name = model.filename().string();
    m_info.path = model;
    m_info.family = "gpt";
    m_info.variant = isHierarchical ? "har" : "ar";
    m_info.summary = isHierarchical ? "HAR, 9 steps for 128 tokens, 3.1 M parameters"
                                    : "AR, 128 steps for 128 tokens, 3.1 M parameters";
    m_info.parameters = 3100000;
    m_info.tokens = kTokens;
    m_info.vocabulary = kVocabulary;
    m_info.classes = {"T-shirt", "Trouser", "Pullover", "Dress", "Coat",
                      "Sandal",  "Shirt",   "Sneaker",  "Bag",   "Ankle boot"};
    m_info.classCount = std::int64_t(m_info.classes.size());
    m_info.tokenizer = model.parent_path() / "codes";
    m_info.sha256 = std::string(64, isHierarchical ? 'c' : 'd');
    m_info.device = "cpu";
    m_info.facts = {{"Trained", "60,000 steps, CPU 3.1 h"}};
    std::vector<std::int64_t> sizes(std::size_t(kTokens), 1);
    if (isHierarchical)
        sizes = {1, 1, 1, 1, 4, 8, 16, 32, 64};
    std::int64_t first = 0;
    for (const std::int64_t size : sizes) {
        m_info.steps.push_back({first, size});
        first += size;
    }
}

Result<std::shared_ptr<runtime::Generation>>
FakeGenerator::start(const runtime::GenerationRequest& request) {
    if (request.label < 0 || request.label > m_info.classCount)
        return failure(ErrorCode::Usage, "Generator '" + m_info.name + "': class " +
                                             std::to_string(request.label) +
                                             " does not exist, expected 0 to 9, or 10 for none.");
    if (request.sampling.topP <= 0.0)
        return failure(ErrorCode::Usage, "Generator '" + m_info.name + "': top_p is 0.");
    std::int64_t step = 0;
    std::int64_t codes = 0;
    while (codes < std::int64_t(request.prefix.size()) && step < std::int64_t(m_info.steps.size()))
        codes += m_info.steps[std::size_t(step++)].tokens;
    if (codes != std::int64_t(request.prefix.size()))
        return failure(ErrorCode::Usage, "Generator '" + m_info.name + "': a prefix of " +
                                             std::to_string(request.prefix.size()) +
                                             " codes ends within a step.");
    return std::make_shared<FakeGeneration>(m_info, request, step, m_delay);
}

std::atomic<int>& FakeGenerator::computedSteps() {
    static std::atomic<int> steps{0};
    return steps;
}

Result<std::shared_ptr<runtime::Generator>> openFakeGenerator(const std::filesystem::path& model,
                                                              const TaskContext& context) {
    if (context.stopRequested())
        return cancelled();
    const std::string name = model.filename().string();
    if (name.find("broken") != std::string::npos)
        return failure(ErrorCode::BadData, "Config '" + (model / "config.json").string() +
                                               "': field 'vocab_size' is 0, expected 1 or more.");
    if (name.rfind("dit", 0) == 0)
        return std::make_shared<FakeDenoiser>(model);
    return std::make_shared<FakeGenerator>(model, name.rfind("ar", 0) != 0);
}

Result<std::vector<double>> fakeGuidanceCurve(const runtime::SamplingOptions& options,
                                              std::int64_t steps) {
    const auto known = fakeGuidanceSchedules();
    if (std::ranges::find(known, options.schedule.name) == known.end())
        return failure(ErrorCode::Usage,
                       "Guidance schedule '" + options.schedule.name + "' is not known.");
    const auto start = options.schedule.values.find("window_start");
    const double from = start == options.schedule.values.end() ? 0.05 : start->second;
    std::vector<double> curve;
    for (std::int64_t step = 0; step < steps; ++step) {
        const double at = steps > 1 ? double(step) / double(steps - 1) : 0.0;
        double scale = options.guidance;
        if (options.schedule.name == "linear")
            scale = 1.0 + (options.guidance - 1.0) * at;
        if (options.schedule.name == "step" && at < from)
            scale = 1.0;
        curve.push_back(scale);
    }
    return curve;
}

std::vector<std::string> fakeGuidanceSchedules() {
    return {"constant", "linear", "step"};
}

std::string fakeMisfitOf(const runtime::GeneratorInfo& generator,
                         const runtime::ModelInfo& tokenizer) {
    if (generator.vocabulary == tokenizer.codebookSize)
        return {}; // of a denoiser both are 0
    return "Generator '" + generator.name + "' writes " + std::to_string(generator.vocabulary) +
           " codes, tokenizer '" + tokenizer.name + "' has " +
           std::to_string(tokenizer.codebookSize) + ".";
}

} // namespace hierascope::testing
