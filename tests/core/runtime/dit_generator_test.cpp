// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <gmock/gmock.h>

#include "core/runtime/generator.h"
#include "core/runtime/inspect.h"
#include "core/runtime/tokenizer.h"
#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"

namespace hierascope {

using ::testing::HasSubstr;

namespace {

const std::string kOfficialDit = HIERASCOPE_TEST_DATA "/official/dit_tiny_8x8x4/0000010.pt";

runtime::OpenOptions ditOptions(const std::vector<std::string>& overrides = {}) {
    runtime::OpenOptions options;
    options.device = "cpu";
    options.threads = 1;
    options.overrides = overrides;
    return options;
}

std::vector<runtime::GeneratedStep> allSteps(runtime::Generator& generator,
                                             const runtime::GenerationRequest& request) {
    std::vector<runtime::GeneratedStep> steps;
    const auto generation = generator.start(request);
    EXPECT_TRUE(generation) << generation.error().message;
    while (generation && !(*generation)->isFinished()) {
        auto step = (*generation)->next(TaskContext());
        EXPECT_TRUE(step) << step.error().message;
        if (!step)
            break;
        steps.push_back(*std::move(step));
    }
    return steps;
}

double farthest(const std::vector<float>& a, const std::vector<float>& b) {
    double most = a.size() == b.size() ? 0.0 : INFINITY;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
        most = std::max(most, std::abs(double{a[i]} - double{b[i]}));
    return most;
}

TEST(OfficialDit, OpensWithItsAveragedWeights) {
    const auto generator =
        runtime::openGenerator(kOfficialDit, ditOptions({"num_heads=3"}), TaskContext());
    ASSERT_TRUE(generator) << generator.error().message;
    const runtime::GeneratorInfo& info = (*generator)->info();
    EXPECT_EQ(info.family, "dit");
    EXPECT_EQ(info.variant, "diffusion");
    EXPECT_EQ(info.parameters, 106688);
    EXPECT_EQ(info.latentChannels, 4);
    EXPECT_EQ(info.latentSide, 8);
    EXPECT_EQ(info.classCount, 10);
    EXPECT_TRUE(info.isDenoiser());
    EXPECT_THAT(info.summary, HasSubstr("DiT, diffusion"));
}

TEST(OfficialDit, IsInspectedAndNeedsItsHeads) {
    const auto found = runtime::inspectModel(kOfficialDit, ditOptions({"num_heads=3"}));
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_EQ(found->family, "dit");
    EXPECT_EQ(found->parameters, 106688);
    EXPECT_TRUE(found->missing.empty() && found->unexpected.empty() && found->mismatched.empty());
    const auto unknown = runtime::openGenerator(kOfficialDit, ditOptions(), TaskContext());
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, ErrorCode::BadData);
    EXPECT_THAT(unknown.error().message, HasSubstr("num_heads=N"));
}

/// A small DiT with its folder; a test writes the kind that it wants.
class SmallDits : public ::testing::Test {
protected:
    std::shared_ptr<runtime::Generator> open(const nlohmann::json& options = {},
                                             const nlohmann::json& config = {}) {
        testing::SmallGenerator small;
        small.options.update(options.is_null() ? nlohmann::json::object() : options);
        small.config.update(config.is_null() ? nlohmann::json::object() : config);
        testing::writeSmallDit(m_folder / "d", small);
        auto opened = runtime::openGenerator(m_folder / "d", ditOptions(), TaskContext());
        EXPECT_TRUE(opened) << opened.error().message;
        return opened ? *opened : nullptr;
    }

    static runtime::GenerationRequest asked(const std::string& sampler, std::int64_t steps = 6) {
        runtime::GenerationRequest request;
        request.label = 1;
        request.sampling.guidance = 2.0;
        request.sampling.seed = 4;
        request.sampling.denoising.sampler = sampler;
        request.sampling.denoising.steps = steps;
        return request;
    }

    template <typename Edit>
    std::string refusal(runtime::Generator& generator, Edit&& edit) {
        runtime::GenerationRequest request = asked("");
        edit(request);
        const auto started = generator.start(request);
        if (started)
            return "started";
        EXPECT_EQ(started.error().code, ErrorCode::Usage);
        return started.error().message;
    }

    testing::TempFolder m_folder;
};

TEST_F(SmallDits, DescribeTheirGenerator) {
    const auto generator = open({{"objective", "flow"}},
                                {{"classes", {"cat", "dog", "eel"}}, {"tokenizer", "../tokens"}});
    const runtime::GeneratorInfo& info = generator->info();
    EXPECT_EQ(info.variant, "flow");
    EXPECT_EQ(info.classes.size(), 3U);
    EXPECT_EQ(info.tokenizer, (m_folder / "tokens").lexically_normal());
    EXPECT_EQ(*runtime::stepCount(info, asked("euler", 7).sampling), 7);
    EXPECT_FALSE(runtime::stepCount(info, asked("ddpm", 7).sampling));
    const auto curve = runtime::noiseCurve(info, asked("euler", 4).sampling);
    EXPECT_THAT(*curve, ::testing::ElementsAre(1.0, 0.75, 0.5, 0.25, 0.0));
}

TEST_F(SmallDits, DoTheStepsThatWereAskedForAndAreTheSameForTheSameSeed) {
    for (const char* objective : {"diffusion", "flow"}) {
        const auto generator = open({{"objective", objective}});
        const std::vector<std::string> samplers =
            generator->info().variant == "flow"
                ? std::vector<std::string>{"euler", "heun", "dopri5", "sde"}
                : std::vector<std::string>{"ddpm", "ddim"};
        for (const std::string& sampler : samplers) {
            auto request = asked(sampler);
            const auto steps = allSteps(*generator, request);
            ASSERT_EQ(steps.size(), 6U) << sampler;
            EXPECT_EQ(steps.front().latent.size(), 256U);
            EXPECT_EQ(steps.back().latent, allSteps(*generator, request).back().latent) << sampler;
            request.sampling.seed = 5;
            EXPECT_NE(steps.back().latent, allSteps(*generator, request).back().latent) << sampler;
            EXPECT_GT(steps.front().noise, 0.99);
            for (std::size_t i = 1; i < steps.size(); ++i)
                EXPECT_LT(steps[i].noise, steps[i - 1].noise) << sampler;
        }
    }
}

TEST_F(SmallDits, GoOnFromAMapAsIfTheyHadMadeIt) {
    for (const char* objective : {"diffusion", "flow"}) {
        const auto generator = open({{"objective", objective}});
        const std::string sampler = generator->info().variant == "flow" ? "sde" : "ddpm";
        auto request = asked(sampler);
        const auto whole = allSteps(*generator, request);
        request.from = {3, whole[2].noised};
        const auto rest = allSteps(*generator, request);
        ASSERT_EQ(rest.size(), 3U);
        EXPECT_EQ(rest.front().index, 3);
        EXPECT_EQ(rest.back().latent, whole.back().latent);
        request.label = 2;
        EXPECT_NE(allSteps(*generator, request).back().latent, whole.back().latent);
    }
}

TEST_F(SmallDits, TakeTheNoiseOfAnotherProgram) {
    const auto generator = open();
    auto request = asked("ddim");
    request.noise = runtime::GivenNoise{std::vector<float>(256, 0.5F), {}};
    const auto steps = allSteps(*generator, request);
    request.sampling.seed = 99;
    EXPECT_EQ(allSteps(*generator, request).back().latent, steps.back().latent);
    request.sampling.denoising.sampler = "ddpm";
    EXPECT_THAT(refusal(*generator, [&](auto& edited) { edited = request; }),
                HasSubstr("noise of the steps has 0 numbers"));
    request.noise->steps.assign(6 * 256, 0.25F);
    EXPECT_EQ(allSteps(*generator, request).size(), 6U);
}

TEST_F(SmallDits, GuideAPartOfTheWayAlone) {
    const auto generator = open({{"objective", "flow"}});
    auto request = asked("euler", 4); // times 0, 0.25, 0.5, 0.75
    request.sampling.denoising.guidedFrom = 0.2;
    request.sampling.denoising.guidedTo = 0.6;
    std::vector<double> guidance;
    for (const auto& step : allSteps(*generator, request))
        guidance.push_back(step.guidance);
    EXPECT_THAT(guidance, ::testing::ElementsAre(1.0, 2.0, 2.0, 1.0));
    const auto all = allSteps(*generator, asked("euler", 4)).back().latent;
    request = asked("euler", 4);
    request.sampling.denoising.guidesThree = true;
    EXPECT_NE(allSteps(*generator, request).back().latent, all);
}

TEST_F(SmallDits, SpeakTheTokenizersUnits) {
    const auto plain = allSteps(*open(), asked("ddim")).back().latent;
    const auto scaled = allSteps(*open({{"latent_mean", {1.0, 1.0, 1.0, 1.0}},
                                        {"latent_std", {2.0, 2.0, 2.0, 2.0}}}),
                                 asked("ddim"))
                            .back()
                            .latent;
    std::vector<float> expected;
    for (const float value : plain)
        expected.push_back(2.0F * value + 1.0F);
    EXPECT_LT(farthest(scaled, expected), 1e-3);
}

TEST_F(SmallDits, AdaptTheirStepsToTheSameEndAsManySmallOnes) {
    const auto generator = open({{"objective", "flow"}});
    const auto fine = allSteps(*generator, asked("heun", 400)).back().latent;
    EXPECT_LT(farthest(allSteps(*generator, asked("dopri5", 3)).back().latent, fine), 5e-3);
    EXPECT_LT(farthest(allSteps(*generator, asked("dopri5", 30)).back().latent, fine), 5e-3);
}

TEST_F(SmallDits, DecodeEachStepAtEveryLevel) {
    const auto generator = open();
    testing::writeSmallModel(m_folder / "m");
    const auto tokenizer = runtime::openTokenizer(m_folder / "m", ditOptions(), TaskContext());
    ASSERT_TRUE(tokenizer) << tokenizer.error().message;
    EXPECT_EQ(runtime::misfitOf(generator->info(), (*tokenizer)->info()), "");
    const auto steps = allSteps(*generator, asked("ddim", 2));
    for (std::int64_t level = 1; level <= 4; ++level) {
        runtime::DecodeOptions options;
        options.keepLevels = level;
        const auto picture = (*tokenizer)->decode(steps[0].latent, options, TaskContext());
        ASSERT_TRUE(picture) << picture.error().message;
        EXPECT_EQ(picture->width, 4 << (level - 1));
    }
    runtime::ModelInfo other = (*tokenizer)->info();
    other.latentRows = 4;
    EXPECT_THAT(runtime::misfitOf(generator->info(), other), HasSubstr("4 channels of 8 x 8"));
    other.codebookSize = 512;
    EXPECT_THAT(runtime::misfitOf(generator->info(), other), HasSubstr("reads codes"));
}

TEST_F(SmallDits, KeepTheirMapWhenStoppedAndCanGoOn) {
    for (const char* sampler : {"euler", "dopri5"}) {
        const auto generator = open({{"objective", "flow"}});
        const auto generation = generator->start(asked(sampler));
        ASSERT_TRUE(generation);
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = (*generation)->next(TaskContext(stop.get_token()));
        ASSERT_FALSE(stopped);
        EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
        runtime::GeneratedStep last;
        while (!(*generation)->isFinished())
            last = *(*generation)->next(TaskContext());
        EXPECT_EQ(last.latent, allSteps(*generator, asked(sampler)).back().latent);
        EXPECT_FALSE((*generation)->next(TaskContext()));
    }
}

TEST_F(SmallDits, RefuseWhatDoesNotExist) {
    const auto generator = open();
    const auto refused = [&](auto edit) { return refusal(*generator, edit); };
    EXPECT_THAT(refused([](auto& r) { r.label = 4; }), HasSubstr("Class 4"));
    EXPECT_THAT(refused([](auto& r) { r.sampling.denoising.sampler = "euler"; }),
                HasSubstr("ddpm or ddim"));
    EXPECT_THAT(refused([](auto& r) { r.sampling.denoising.steps = 0; }), HasSubstr("'0'"));
    EXPECT_THAT(refused([](auto& r) { r.sampling.denoising.respacing = "ddim700"; }),
                HasSubstr("no stride makes 700"));
    EXPECT_THAT(refused([](auto& r) { r.sampling.denoising.eta = 2.0; }), HasSubstr("Eta"));
    EXPECT_THAT(refused([](auto& r) { r.sampling.denoising.guidedTo = -1.0; }),
                HasSubstr("guided part"));
    EXPECT_THAT(refused([](auto& r) { r.prefix = {1}; }), HasSubstr("no codes"));
    EXPECT_THAT(refused([](auto& r) { r.from.values = {1.0F}; }), HasSubstr("1 numbers"));
    EXPECT_THAT(refused([](auto& r) {
                    r.from = {6, std::vector<float>(256)};
                }),
                HasSubstr("0 to 5"));
    const auto flow = open({{"objective", "flow"}, {"class_dropout_prob", 0.0}});
    EXPECT_THAT(refusal(*flow, [](auto&) {}), HasSubstr("no null class"));
}

} // namespace
} // namespace hierascope
