// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include <ATen/ops/cat.h>
#include <ATen/ops/full.h>
#include <ATen/ops/tensor.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "core/io/json_file.h"
#include "core/io/tensor_file.h"
#include "core/models/diffusion.h"
#include "core/models/dit.h"
#include "core/models/state_dict.h"
#include "tests/support/rule_weights.h"

namespace hierascope::models {
namespace {

using hierascope::testing::numbersByRule;
using nlohmann::json;

constexpr double kDitTolerance = 2e-5;    // the fixture's own, for outputs of about 2
constexpr double kSampleTolerance = 5e-6; // of the largest value: random weights let it grow
constexpr double kClippedTolerance = 5e-5;
const double kRoot3 = std::sqrt(3.0);

/// What the official code gave for a small DiT.
struct DitFixture {
    DitFixture() {
        expected = *io::readJsonFile(folder + "/expected.json");
        tensors = *io::loadTensors(folder + "/expected.safetensors");
        const auto options = ditOptionsFromJson(expected["options"]);
        if (!options)
            throw std::runtime_error(options.error().message);
        model = Dit(*options);
        model->eval();
        fit = loadStateDict(*model, *io::loadTensors(folder + "/model.safetensors"));
        shape = {2, options->inChannels, options->inputSize, options->inputSize};
    }

    std::uint32_t seed(const char* name) const {
        return expected["seeds"][name].get<std::uint32_t>();
    }
    at::Tensor normalByRule(std::uint32_t j, std::int64_t rows) const {
        auto sizes = shape;
        sizes[0] = rows;
        return numbersByRule(sizes, j, 2.0 * kRoot3, -kRoot3);
    }
    at::Tensor labels(bool isGuided = false) const {
        return isGuided ? at::tensor({3, 7, 10, 10}, at::kLong) : at::tensor({3, 7}, at::kLong);
    }

    std::string folder = HIERASCOPE_TEST_DATA "/official/dit_tiny_8x8x4";
    std::vector<std::int64_t> shape;
    json expected;
    io::TensorMap tensors;
    StateDictFit fit;
    Dit model{nullptr};
};

double ditDifference(const at::Tensor& found, const at::Tensor& expected) {
    EXPECT_EQ(found.sizes(), expected.sizes());
    return (found - expected).abs().max().item<double>();
}

TEST(DitParity, HasTheOfficialParametersAndPositions) {
    DitFixture fixture;
    EXPECT_EQ(fixture.fit.firstProblem(), "");
    std::int64_t parameters = 0;
    for (const at::Tensor& parameter : fixture.model->parameters())
        parameters += parameter.numel();
    EXPECT_EQ(parameters, fixture.expected["params"]);
    const DitOptions& options = fixture.model->options();
    EXPECT_LT(ditDifference(gridSinusoids(options.gridSize(), options.hiddenSize).unsqueeze(0),
                            fixture.tensors.at("pos_embed")),
              1e-7);
}

TEST(DitParity, EmbedsTimesAsTheOfficialCode) {
    const torch::NoGradGuard guard;
    DitFixture fixture;
    EXPECT_LT(ditDifference(fixture.model->timeEmbedding(at::tensor({0, 500, 999}, at::kLong)),
                            fixture.tensors.at("t_embedder_out_0_500_999")),
              kDitTolerance);
}

TEST(DitParity, ComputesTheOfficialOutputs) {
    const torch::NoGradGuard guard;
    DitFixture fixture;
    const auto x = fixture.normalByRule(fixture.seed("x"), 2);
    const auto run = [&](std::vector<std::int64_t> times, const at::Tensor& labels,
                         const std::string& name) {
        const auto found = fixture.model->forward(x, at::tensor(times), labels);
        EXPECT_LT(ditDifference(found, fixture.tensors.at("forward_" + name)), kDitTolerance)
            << name;
    };
    run({0, 0}, fixture.labels(), "t0");
    run({500, 500}, fixture.labels(), "t500");
    run({999, 999}, fixture.labels(), "t999");
    run(fixture.expected["tmixed"], fixture.labels(), "tmixed");
    run({500, 500}, at::full({2}, 10, at::kLong), "t500_null");
}

TEST(DitParity, GuidesThreeChannelsAsTheOfficialCode) {
    const torch::NoGradGuard guard;
    DitFixture fixture;
    const auto x = fixture.normalByRule(fixture.seed("x"), 2);
    const auto found = fixture.model->forwardWithGuidance(
        at::cat({x, x}), at::full({4}, 500, at::kLong), fixture.labels(true), 4.0, 3);
    EXPECT_LT(ditDifference(found, fixture.tensors.at("forward_with_cfg_t500_s4")),
              4.0 * kDitTolerance);
}

/// One of the fixture's sampling runs, from its own noise.
at::Tensor sampled(DitFixture& fixture, const json& run) {
    const bool isGuided = !run["cfg_scale"].is_null();
    const auto times = *respacedTimes(run["respacing"], 1000);
    EXPECT_EQ(json(times), run["timestep_map"]);
    const auto schedule = DiffusionSchedule().respaced(times);
    DiffusionSampling sampling;
    sampling.isDdim = run["function"] == "ddim_sample_loop";
    sampling.eta = run.value("eta", 0.0);
    sampling.isClipped = run["clip_denoised"];
    auto x = fixture.normalByRule(fixture.seed("z"), 2);
    for (std::int64_t step = schedule.steps() - 1, n = 0; step >= 0; --step, ++n) {
        EXPECT_NEAR(schedule.kept(step), run["alphas_cumprod"][static_cast<std::size_t>(step)],
                    1e-12);
        const auto labels = fixture.labels(isGuided);
        const auto time = at::full({labels.size(0)}, schedule.networkTime(step), at::kLong);
        const auto output =
            isGuided ? fixture.model
                           ->forwardWithGuidance(at::cat({x, x}), time, labels, run["cfg_scale"], 3)
                           .narrow(0, 0, 2)
                     : fixture.model->forward(x, time, labels);
        const auto noise =
            fixture.normalByRule(fixture.seed("steps") + static_cast<std::uint32_t>(n), 2);
        const DenoisingStep next = denoisingStep(schedule, step, output, x, noise, sampling);
        if (!isGuided) {
            const double wanted = run["data_sums"][static_cast<std::size_t>(n)];
            EXPECT_NEAR(next.data.to(at::kDouble).square().sum().item<double>(), wanted,
                        1e-4 * wanted);
        }
        x = next.x;
    }
    return x;
}

TEST(DitParity, SamplesAsTheOfficialCode) {
    const torch::NoGradGuard guard;
    DitFixture fixture;
    for (const auto& [name, run] : fixture.expected["sampling"].items()) {
        const bool isClipped = run["clip_denoised"];
        const double tolerance =
            isClipped ? kClippedTolerance : kSampleTolerance * run["abs_max"].get<double>();
        EXPECT_LT(ditDifference(sampled(fixture, run), fixture.tensors.at("sample_" + name)),
                  tolerance)
            << name;
    }
}

} // namespace
} // namespace hierascope::models
