// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdexcept>
#include <string>
#include <vector>

#include <ATen/ops/abs.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>
#include <ATen/ops/stack.h>
#include <ATen/ops/tensor.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "core/io/json_file.h"
#include "core/io/tensor_file.h"
#include "core/models/gpt.h"
#include "core/models/gpt_cpu_engine.h"
#include "core/models/gpt_engine.h"
#include "core/models/guidance.h"
#include "core/models/sampling.h"
#include "core/models/state_dict.h"
#include "core/tensor/device.h"
#include "tests/support/rule_weights.h"

namespace hierascope::models {
namespace {

using nlohmann::json;

constexpr double kGptTolerance = 5e-5; // the fixtures' own, for logits of about 6

template <typename T>
T demanded(Result<T> result) {
    if (!result)
        throw std::runtime_error(result.error().message);
    return *std::move(result);
}

/// What the official code gave for one small generator.
struct GptFixture {
    explicit GptFixture(const std::string& name)
        : folder(std::string(HIERASCOPE_TEST_DATA "/official/") + name),
          expected(demanded(io::readJsonFile(folder + "/expected.json"))),
          tensors(demanded(io::loadTensors(folder + "/expected.safetensors"))) {
        json options = demanded(io::readJsonFile(folder + "/hub/config.json"));
        options["variant"] = name == "har_tiny" ? "har" : "ar";
        model = Gpt(demanded(gptOptionsFromJson(options)));
        model->eval();
        fit = loadStateDict(*model, demanded(io::loadTensors(folder + "/hub/model.safetensors")));
    }

    std::string folder;
    json expected;
    io::TensorMap tensors;
    StateDictFit fit;
    Gpt model{nullptr};
};

at::Tensor teacherCodes(std::int64_t vocabulary) {
    const at::Tensor codes = at::empty({2, 128}, at::kLong);
    for (std::int64_t b = 0; b < 2; ++b)
        for (std::int64_t k = 0; k < 128; ++k)
            codes[b][k] = (7 * k + 3 + 11 * b) % vocabulary;
    return codes;
}

double largestDifference(const at::Tensor& found, const at::Tensor& expected) {
    EXPECT_EQ(found.sizes(), expected.sizes());
    return (found - expected).abs().max().item<double>();
}

class GptParity : public ::testing::TestWithParam<std::string> {};

TEST_P(GptParity, HasTheOfficialParameters) {
    const GptFixture fixture(GetParam());
    EXPECT_EQ(fixture.fit.firstProblem(), "");
    std::int64_t parameters = 0;
    for (const at::Tensor& parameter : fixture.model->parameters())
        parameters += parameter.numel();
    EXPECT_EQ(parameters, fixture.expected.at("params"));
}

TEST_P(GptParity, EqualsTheTeacherForcedLogits) {
    GptFixture fixture(GetParam());
    const torch::NoGradGuard guard;
    const at::Tensor codes = teacherCodes(50);
    const at::Tensor labels = at::tensor({3, 7}, at::kLong);
    EXPECT_LT(largestDifference(fixture.model->forward(codes, labels),
                                fixture.tensors.at("teacher_logits")),
              kGptTolerance);
    const at::Tensor none =
        fixture.model->withDroppedLabels(labels, at::tensor({1, 1}).to(at::kBool));
    EXPECT_LT(largestDifference(fixture.model->forward(codes, none),
                                fixture.tensors.at("teacher_logits_null")),
              kGptTolerance);
}

/// One generation of both labels at once, as the official run did it.
class GptReplay {
public:
    GptReplay(GptFixture& fixture, GptEngine& engine, const std::string& name)
        : m_fixture(fixture), m_run(fixture.expected.at("generation").at(name)), m_name(name),
          m_engine(engine) {}

    void expectEqual() {
        const bool isGuided = m_run["args"]["cfg_scale"].get<double>() > 1.0;
        GptCache cache = m_engine.makeCache(isGuided ? 4 : 2);
        const auto scales = m_run["guidance"].get<std::vector<double>>();
        const auto steps = gptSteps(m_fixture.model->options());
        ASSERT_EQ(steps.size(), scales.size());
        for (std::size_t step = 0; step < steps.size(); ++step)
            doStep(cache, steps[step], step, scales[step]);
        EXPECT_EQ(m_codes, m_run["codes"].get<std::vector<std::vector<std::int64_t>>>()) << m_name;
        if (m_run.contains("uniforms")) {
            EXPECT_LT(largestDifference(m_last, m_fixture.tensors.at(m_name + ".step_last_probs")),
                      2e-5);
        }
    }

private:
    void doStep(GptCache& cache, const GptStep& step, std::size_t index, double scale) {
        const json& args = m_run["args"];
        const bool isGuided = cache.rows() == 4;
        at::Tensor codes = at::stack(
            {at::tensor(m_codes[0], at::kLong), at::tensor(m_codes[1], at::kLong)}); // [2, n]
        at::Tensor labels = at::tensor({3, 7}, at::kLong);
        if (isGuided) {
            codes = at::cat({codes, codes}, 0);
            labels = at::cat({labels, at::full({2}, 10, at::kLong)}, 0);
        }
        const at::Tensor logits =
            *m_engine.feed(cache, codes, labels, step.count, step.count, TaskContext());
        expectLogits(logits, index);
        const std::int64_t interval = args.value("cfg_interval", -1);
        const bool follows = interval >= 0 && step.first - 1 > interval;
        const at::Tensor guided =
            !isGuided ? logits
            : follows ? logits.narrow(0, 0, 2)
                      : guidedLogits(logits.narrow(0, 0, 2), logits.narrow(0, 2, 2), scale);
        write(guided);
    }

    void expectLogits(const at::Tensor& logits, std::size_t index) const {
        const auto one =
            m_fixture.tensors.find(m_name + ".step" + std::to_string(index) + ".logits_raw");
        const auto all = m_fixture.tensors.find(m_name + ".logits_raw_all");
        if (one != m_fixture.tensors.end()) {
            EXPECT_LT(largestDifference(logits, one->second), kGptTolerance)
                << m_name << " step " << index;
        }
        if (all != m_fixture.tensors.end()) {
            EXPECT_LT(largestDifference(logits,
                                        all->second.narrow(1, static_cast<std::int64_t>(index), 1)),
                      kGptTolerance)
                << m_name << " step " << index;
        }
    }

    void write(const at::Tensor& logits) { // [2, T, V]
        const json& args = m_run["args"];
        const SamplingFilter filter{args.value("temperature", 1.0),
                                    args.value("top_k", std::int64_t{0}), args.value("top_p", 1.0)};
        const at::Tensor flat = filteredProbabilities(logits.flatten(0, 1), filter); // [2 T, V]
        const bool isDrawn = args.at("sample_logits").get<bool>();
        const std::uint32_t stream = m_fixture.expected.at("kind") == "har" ? 7001 : 7101;
        for (std::int64_t row = 0; row < flat.size(0); ++row) {
            const std::span<const float> probabilities(flat.data_ptr<float>() + row * 50, 50);
            const std::int64_t code =
                isDrawn ? drawCode(probabilities, testing::ruleNumber(m_drawn++, stream))
                        : likeliestCodes(probabilities, 1).front().first;
            m_codes[static_cast<std::size_t>(row / logits.size(1))].push_back(code);
        }
        m_last = flat.view(logits.sizes());
    }

    GptFixture& m_fixture;
    json m_run;
    std::string m_name;
    GptEngine& m_engine;
    std::vector<std::vector<std::int64_t>> m_codes{2};
    std::uint32_t m_drawn = 0;
    at::Tensor m_last;
};

TEST_P(GptParity, HasTheGuidanceOfEveryRun) {
    GptFixture fixture(GetParam());
    for (const auto& [name, run] : fixture.expected.at("generation").items()) {
        if (name.ends_with("no_num_steps")) // not what the official script does; see docs/papers.md
            continue;
        Guidance guidance{run["args"]["cfg_scale"], run["args"]["cfg_schedule"], {}, -1};
        for (const auto& [key, value] : run["args"]["cfg_schedule_kwargs"].items()) {
            if (key != "num_steps")
                guidance.values[key] = value;
        }
        const auto scales = guidanceScales(guidance, gptSteps(fixture.model->options()));
        ASSERT_TRUE(scales) << scales.error().message;
        const auto expected = run["guidance"].get<std::vector<double>>();
        ASSERT_EQ(scales->size(), expected.size());
        for (std::size_t step = 0; step < expected.size(); ++step)
            EXPECT_NEAR((*scales)[step], expected[step], 1e-12) << name << " step " << step;
    }
}

INSTANTIATE_TEST_SUITE_P(Both, GptParity, ::testing::Values("har_tiny", "ar_vanilla_tiny"));

/// A fixture, and whether the CPU's own engine runs it.
class GptEngineParity : public ::testing::TestWithParam<std::tuple<std::string, bool>> {
protected:
    void SetUp() override { tensor::setThreadCount(1); }

    std::unique_ptr<GptEngine> engine() {
        return std::get<1>(GetParam()) ? makeGptCpuEngine(fixture.model, false)
                                       : makeGptTensorEngine(fixture.model);
    }
    GptFixture fixture{std::get<0>(GetParam())};
};

TEST_P(GptEngineParity, WritesTheCodesOfEveryRun) {
    const bool isHar = fixture.expected.at("kind") == "har";
    const auto runner = engine();
    EXPECT_EQ(fixture.expected.at("generation").size(), isHar ? 14U : 13U);
    for (const auto& [name, run] : fixture.expected.at("generation").items())
        GptReplay(fixture, *runner, name).expectEqual();
}

TEST_P(GptEngineParity, FeedsAPrefixInOnePass) {
    const c10::InferenceMode guard;
    const auto runner = engine();
    const at::Tensor codes = teacherCodes(50);
    const at::Tensor labels = at::tensor({3, 7}, at::kLong);
    const at::Tensor& expected = fixture.tensors.at("teacher_logits");
    GptCache cache = runner->makeCache(2);
    ASSERT_TRUE(runner->feed(cache, codes.narrow(1, 0, 16), labels, 16, 0, TaskContext()));
    EXPECT_EQ(cache.length, 16);
    const auto logits = runner->feed(cache, codes.narrow(1, 0, 32), labels, 16, 4, TaskContext());
    ASSERT_TRUE(logits);
    EXPECT_LT(largestDifference(*logits, expected.narrow(1, 28, 4)), kGptTolerance);
}

TEST_P(GptEngineParity, LeavesTheCacheAsItWasWhenStopped) {
    const auto runner = engine();
    GptCache cache = runner->makeCache(1);
    std::stop_source stop;
    stop.request_stop();
    const at::Tensor labels = at::tensor({3}, at::kLong);
    const at::Tensor codes = at::empty({1, 0}, at::kLong);
    EXPECT_FALSE(runner->feed(cache, codes, labels, 1, 1, TaskContext(stop.get_token())));
    EXPECT_EQ(cache.length, 0);
}

TEST_P(GptEngineParity, GoesOnAsExactlyBehindAPrefixAsBehindSteps) {
    if (!std::get<1>(GetParam()))
        GTEST_SKIP() << "plain tensor operations promise equality up to rounding only";
    const auto runner = engine();
    const at::Tensor codes = teacherCodes(50).narrow(0, 0, 1);
    const at::Tensor labels = at::tensor({3}, at::kLong);
    GptCache stepwise = runner->makeCache(1);
    for (const GptStep& step : gptSteps(fixture.model->options())) {
        if (step.first < 16)
            runner->feed(stepwise, codes, labels, step.count, 0, TaskContext());
    }
    GptCache atOnce = runner->makeCache(1);
    runner->feed(atOnce, codes, labels, 16, 0, TaskContext());
    const std::int64_t count = fixture.expected.at("kind") == "har" ? 16 : 1;
    const auto expected = runner->feed(stepwise, codes, labels, count, count, TaskContext());
    EXPECT_TRUE(expected->equal(*runner->feed(atOnce, codes, labels, count, count, TaskContext())));
}

INSTANTIATE_TEST_SUITE_P(All, GptEngineParity,
                         ::testing::Combine(::testing::Values("har_tiny", "ar_vanilla_tiny"),
                                            ::testing::Bool()));

/// Sizes of the known numbers: weights by rule, codes (7 k + 3) mod 50, class 3.
at::Tensor ruleLogits(GptVariant variant) {
    GptOptions options;
    options.variant = variant;
    options.dim = 64;
    options.layers = 3;
    options.heads = 4;
    options.vocabulary = 50;
    options.classCount = 10;
    const torch::NoGradGuard guard;
    Gpt model(options);
    model->eval();
    testing::fillByRule(*model);
    return model->forward(teacherCodes(50).narrow(0, 0, 1), at::tensor({3}, at::kLong))[0];
}

void expectLogitsAt(const at::Tensor& logits, std::int64_t position, std::vector<double> expected) {
    for (std::size_t i = 0; i < expected.size(); ++i)
        EXPECT_NEAR(logits[position][static_cast<std::int64_t>(i)].item<double>(), expected[i],
                    2e-6)
            << position;
}

TEST(GptKnownNumbers, AreReproducedByHar) {
    const at::Tensor logits = ruleLogits(GptVariant::Har);
    ASSERT_EQ(logits.sizes(), at::IntArrayRef({128, 50}));
    EXPECT_NEAR(logits.sum(at::kDouble).item<double>(), 29.30206, 1e-3);
    EXPECT_NEAR(logits.abs().sum(at::kDouble).item<double>(), 939.2750, 1e-3);
    expectLogitsAt(logits, 0, {-.260145, -.052749, -.292266});
    expectLogitsAt(logits, 4, {-.070775, .067624, .021040});
    expectLogitsAt(logits, 5, {-.148509, -.036042, .038717});
    expectLogitsAt(logits, 127, {-.174303, .162212, -.143706});
}

TEST(GptKnownNumbers, AreReproducedByAr) {
    const at::Tensor logits = ruleLogits(GptVariant::Ar);
    ASSERT_EQ(logits.sizes(), at::IntArrayRef({129, 50}));
    EXPECT_NEAR(logits.sum(at::kDouble).item<double>(), 84.92853, 1e-3);
    expectLogitsAt(logits, 1, {-.068817, .077842, -.162779});
}

} // namespace
} // namespace hierascope::models
