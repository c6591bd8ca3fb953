// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/generator.h"

#include <cmath>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>

#include "core/io/json_file.h"
#include "core/runtime/inspect.h"
#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"

namespace hierascope {

using ::testing::HasSubstr;

namespace {

using Codes = std::vector<std::int64_t>;

runtime::OpenOptions plainly(const std::vector<std::string>& overrides = {}) {
    runtime::OpenOptions options;
    options.device = "cpu";
    options.threads = 1;
    options.overrides = overrides;
    return options;
}

std::string officialGenerator(const std::string& path) {
    return HIERASCOPE_TEST_DATA "/official/" + path;
}

Result<std::shared_ptr<runtime::Generator>>
openPlainly(const std::filesystem::path& model, const runtime::OpenOptions& options = plainly()) {
    return runtime::openGenerator(model, options, TaskContext());
}

/// All that is left to do of a generation.
std::vector<runtime::GeneratedStep> finished(runtime::Generation& generation) {
    std::vector<runtime::GeneratedStep> steps;
    while (!generation.isFinished()) {
        auto step = generation.next(TaskContext());
        EXPECT_TRUE(step) << step.error().message;
        if (!step)
            break;
        steps.push_back(*std::move(step));
    }
    return steps;
}

Codes codesOf(runtime::Generator& generator, const runtime::GenerationRequest& request) {
    const auto generation = generator.start(request);
    EXPECT_TRUE(generation) << generation.error().message;
    if (!generation)
        return {};
    finished(**generation);
    return (*generation)->codes();
}

/// The options of one official run.
runtime::SamplingOptions samplingOf(const nlohmann::json& arguments) {
    runtime::SamplingOptions sampling;
    sampling.greedy = true;
    sampling.guidance = arguments["cfg_scale"];
    sampling.guidanceInterval = arguments.value("cfg_interval", -1);
    sampling.schedule.name = arguments["cfg_schedule"];
    for (const auto& [key, value] : arguments["cfg_schedule_kwargs"].items()) {
        if (key != "num_steps")
            sampling.schedule.values[key] = value;
    }
    return sampling;
}

} // namespace

class OfficialGenerator : public ::testing::TestWithParam<std::string> {};

TEST_P(OfficialGenerator, WritesTheCodesOfEveryGreedyRun) {
    const auto expected = io::readJsonFile(officialGenerator(GetParam() + "/expected.json"));
    const auto generator = openPlainly(officialGenerator(GetParam() + "/hub"));
    ASSERT_TRUE(generator) << generator.error().message;
    int runs = 0;
    for (const auto& [name, run] : expected->at("generation").items()) {
        // One run is of a call that the official script never makes: without its number of steps.
        if (!name.starts_with("greedy") || name.ends_with("no_num_steps"))
            continue;
        for (std::size_t image = 0; image < 2; ++image) {
            const std::int64_t label = expected->at("labels")[image];
            EXPECT_EQ(codesOf(**generator, {label, samplingOf(run["args"]), {}}),
                      run["codes"][image].get<Codes>())
                << name;
        }
        ++runs;
    }
    EXPECT_EQ(runs, 10);
}

TEST_P(OfficialGenerator, OpensTheTrainerFolderOnceItsHeadsAreKnown) {
    const auto refused = openPlainly(officialGenerator(GetParam() + "/checkpoint-10"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::BadData);
    EXPECT_THAT(refused.error().message, HasSubstr("--set n_head=N"));

    const auto hub = openPlainly(officialGenerator(GetParam() + "/hub"));
    for (const char* path : {"/checkpoint-10", "/checkpoint-10/ema_model/pytorch_model.bin"}) {
        const auto generator =
            openPlainly(officialGenerator(GetParam() + path), plainly({"n_head=4"}));
        ASSERT_TRUE(generator) << generator.error().message;
        EXPECT_EQ((*generator)->info().variant, (*hub)->info().variant);
        EXPECT_EQ((*generator)->info().tokens, 128);
        runtime::GenerationRequest request;
        request.label = 3;
        request.sampling.seed = 5;
        EXPECT_EQ(codesOf(**generator, request), codesOf(**hub, request)) << path;
    }
}

TEST_P(OfficialGenerator, OpensWeightsWithATrainingConfig) {
    const testing::TempFolder folder;
    std::ofstream(folder / "c.yaml")
        << "model:\n  vq_model: {codebook_size: 50, num_latent_tokens: 128, num_min_tokens: 4}\n"
           "  generator:\n    model_type: GPT-L\n    vocab_size: ${model.vq_model.codebook_size}\n"
           "    block_size: ${model.vq_model.num_latent_tokens}\n    num_classes: 10\n"
           "    ar_token_num: ${model.vq_model.num_min_tokens}\n    spe_token_num: 127\n"
           "    cls_token_num: 1\n    gpt_type: c2i\n    dropout_p: 0.1\n";
    runtime::OpenOptions options = plainly({"n_head=4"});
    options.config = folder / "c.yaml";
    const auto generator = openPlainly(officialGenerator(GetParam() + "/checkpoint-10"), options);
    ASSERT_TRUE(generator) << generator.error().message;
    EXPECT_EQ((*generator)->info().vocabulary, 50);
    EXPECT_EQ((*generator)->info().classCount, 10);
}

TEST_P(OfficialGenerator, IsInspected) {
    const auto hub = runtime::inspectModel(officialGenerator(GetParam() + "/hub"));
    ASSERT_TRUE(hub) << hub.error().message;
    EXPECT_EQ(hub->family, "gpt");
    EXPECT_EQ(hub->parameters, GetParam() == "har_tiny" ? 212288 : 204160);
    EXPECT_TRUE(hub->missing.empty() && hub->unexpected.empty() && hub->mismatched.empty());
}

INSTANTIATE_TEST_SUITE_P(Both, OfficialGenerator, ::testing::Values("har_tiny", "ar_vanilla_tiny"));

/// A small generator with its folder.
class SmallGenerations : public ::testing::Test {
protected:
    void SetUp() override {
        testing::writeSmallGenerator(m_folder / "g", {.config = {{"classes", {"cat", "dog", "eel"}},
                                                                 {"tokenizer", "../tokens"}}});
        auto opened = openPlainly(m_folder / "g");
        ASSERT_TRUE(opened) << opened.error().message;
        m_generator = *opened;
    }

    static runtime::GenerationRequest sampled(std::uint64_t seed) {
        runtime::GenerationRequest request;
        request.label = 1;
        request.sampling.guidance = 2.0;
        request.sampling.seed = seed;
        return request;
    }

    /// The error of starting with an edited request.
    template <typename Edit>
    std::string refusal(Edit&& edit) {
        runtime::GenerationRequest request = sampled(1);
        edit(request);
        const auto started = m_generator->start(request);
        if (started)
            return "started";
        EXPECT_EQ(started.error().code, ErrorCode::Usage);
        return started.error().message;
    }

    testing::TempFolder m_folder;
    std::shared_ptr<runtime::Generator> m_generator;
};

TEST_F(SmallGenerations, DescribeTheirGenerator) {
    const runtime::GeneratorInfo& info = m_generator->info();
    EXPECT_EQ(info.name, "g");
    EXPECT_EQ(info.family, "gpt");
    EXPECT_EQ(info.variant, "har");
    EXPECT_THAT(info.summary, HasSubstr("HAR, 6 steps for 16 tokens"));
    EXPECT_EQ(info.tokens, 16);
    EXPECT_EQ(info.vocabulary, 11);
    EXPECT_EQ(info.classCount, 3);
    EXPECT_THAT(info.classes, ::testing::ElementsAre("cat", "dog", "eel"));
    EXPECT_EQ(info.tokenizer, (m_folder / "tokens").lexically_normal());
    ASSERT_EQ(info.steps.size(), 6U);
    EXPECT_EQ(info.steps[5], (runtime::StepInfo{8, 8}));
    EXPECT_GT(info.parameters, 0);
    EXPECT_EQ(info.sha256.size(), 64U);
    EXPECT_EQ(info.device, "cpu");
}

TEST_F(SmallGenerations, AreTheSameForTheSameSeed) {
    const Codes codes = codesOf(*m_generator, sampled(1));
    EXPECT_EQ(codes.size(), 16U);
    EXPECT_EQ(codes, codesOf(*m_generator, sampled(1)));
    EXPECT_NE(codes, codesOf(*m_generator, sampled(2)));
}

TEST_F(SmallGenerations, GoOnBehindAPrefixAsIfTheyHadWrittenIt) {
    const Codes whole = codesOf(*m_generator, sampled(4));
    for (const std::size_t length : {1U, 4U, 8U}) {
        runtime::GenerationRequest branch = sampled(4);
        branch.prefix.assign(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
        EXPECT_EQ(codesOf(*m_generator, branch), whole) << length;
        branch.sampling.seed = 99;
        branch.prefix.back() = (branch.prefix.back() + 1) % 11;
        const Codes other = codesOf(*m_generator, branch);
        EXPECT_TRUE(std::equal(branch.prefix.begin(), branch.prefix.end(), other.begin()));
        EXPECT_NE(other, whole);
    }
}

TEST_F(SmallGenerations, LiveSideBySide) {
    const auto first = m_generator->start(sampled(1));
    const auto second = m_generator->start(sampled(2));
    ASSERT_TRUE(first && second);
    while (!(*first)->isFinished()) {
        ASSERT_TRUE((*first)->next(TaskContext()));
        ASSERT_TRUE((*second)->next(TaskContext()));
    }
    EXPECT_EQ((*first)->codes(), codesOf(*m_generator, sampled(1)));
    EXPECT_EQ((*second)->codes(), codesOf(*m_generator, sampled(2)));
}

TEST_F(SmallGenerations, KeepTheirCodesWhenStoppedAndCanGoOn) {
    const auto generation = m_generator->start(sampled(3));
    ASSERT_TRUE(generation);
    ASSERT_TRUE((*generation)->next(TaskContext()));
    const Codes before = (*generation)->codes();
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = (*generation)->next(TaskContext(stop.get_token()));
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    EXPECT_EQ((*generation)->codes(), before);
    finished(**generation);
    EXPECT_EQ((*generation)->codes(), codesOf(*m_generator, sampled(3)));
    EXPECT_FALSE((*generation)->next(TaskContext()));
}

TEST_F(SmallGenerations, TellEntropyAndRunnersUpOfWhatWasDrawnFrom) {
    runtime::GenerationRequest request = sampled(1);
    request.sampling.greedy = true;
    request.sampling.topK = 3;
    const auto generation = m_generator->start(request);
    ASSERT_TRUE(generation);
    for (const runtime::GeneratedStep& step : finished(**generation)) {
        ASSERT_EQ(step.entropy.size(), step.codes.size());
        ASSERT_EQ(step.candidates.size(), step.codes.size());
        for (std::size_t i = 0; i < step.codes.size(); ++i) {
            const auto& candidates = step.candidates[i];
            ASSERT_EQ(candidates.size(), 3U);
            EXPECT_EQ(candidates[0].code, step.codes[i]);
            EXPECT_GE(candidates[0].probability, candidates[1].probability);
            double bits = 0.0;
            double sum = 0.0;
            for (const runtime::Candidate& candidate : candidates) {
                const auto p = static_cast<double>(candidate.probability);
                bits -= p * std::log2(p);
                sum += p;
            }
            EXPECT_NEAR(sum, 1.0, 1e-5);
            EXPECT_NEAR(step.entropy[i], bits, 1e-4);
        }
    }
}

TEST_F(SmallGenerations, SayWhatGuidanceEachStepHad) {
    runtime::GenerationRequest request = sampled(1);
    request.sampling.schedule = {"linear_constant", {{"peak", 0.5}}};
    request.sampling.guidanceInterval = 3;
    const auto curve = runtime::guidanceCurve(request.sampling, 6);
    ASSERT_TRUE(curve);
    EXPECT_THAT(*curve, ::testing::ElementsAre(1.0, 1.4, 1.8, 2.0, 2.0, 2.0));
    const auto generation = m_generator->start(request);
    ASSERT_TRUE(generation);
    std::vector<double> guidance;
    for (const runtime::GeneratedStep& step : finished(**generation))
        guidance.push_back(step.guidance);
    EXPECT_THAT(guidance, ::testing::ElementsAre(1.0, 1.4, 1.8, 2.0, 2.0, 1.0));
}

TEST_F(SmallGenerations, AreRefusedInOneSentence) {
    EXPECT_THAT(refusal([](auto& request) { request.label = 4; }),
                HasSubstr("Class 4 does not exist in generator 'g'"));
    EXPECT_EQ(refusal([](auto& request) { request.label = 3; }), "started"); // the null class
    EXPECT_THAT(refusal([](auto& request) { request.sampling.temperature = 0.0; }),
                HasSubstr("Temperature is 0"));
    EXPECT_THAT(refusal([](auto& request) { request.sampling.topK = 12; }),
                HasSubstr("Top-k is 12"));
    EXPECT_THAT(refusal([](auto& request) { request.sampling.topP = 1.5; }),
                HasSubstr("Top-p is 1.5"));
    EXPECT_THAT(refusal([](auto& request) { request.sampling.guidance = -1.0; }),
                HasSubstr("Guidance is -1"));
    EXPECT_THAT(refusal([](auto& request) { request.sampling.schedule.name = "sigmoid"; }),
                HasSubstr("'sigmoid'"));
    EXPECT_THAT(refusal([](auto& request) { request.sampling.schedule.values["width"] = 1.0; }),
                HasSubstr("'width'"));
    EXPECT_THAT(refusal([](auto& request) {
                    request.prefix = {0, 1, 2, 3, 4};
                }),
                HasSubstr("The prefix has 5 codes"));
    EXPECT_THAT(refusal([](auto& request) { request.prefix = {11}; }),
                HasSubstr("Code 0 of the prefix is 11, expected 0 to 10"));
    EXPECT_THAT(refusal([](auto& request) { request.prefix.assign(16, 0); }),
                HasSubstr("The prefix has 16 codes"));
}

TEST_F(SmallGenerations, AreNotGuidedWithoutANullClass) {
    testing::writeSmallGenerator(m_folder / "n", {.options = {{"class_dropout_prob", 0.0}}});
    const auto generator = openPlainly(m_folder / "n");
    ASSERT_TRUE(generator) << generator.error().message;
    const auto guided = (*generator)->start(sampled(1));
    ASSERT_FALSE(guided);
    EXPECT_THAT(guided.error().message, HasSubstr("no null class"));
    runtime::GenerationRequest request;
    request.label = 3;
    EXPECT_FALSE((*generator)->start(request));
    request.label = 2;
    EXPECT_EQ(codesOf(**generator, request).size(), 16U);
}

TEST_F(SmallGenerations, ComputeInBfloat16OnRequest) {
    runtime::OpenOptions options = plainly();
    options.dtype = "bfloat16";
    const auto generator = openPlainly(m_folder / "g", options);
    ASSERT_TRUE(generator) << generator.error().message;
    EXPECT_EQ(codesOf(**generator, sampled(1)).size(), 16U);
}

TEST_F(SmallGenerations, NeedAConfigThatMakesSense) {
    testing::writeSmallGenerator(m_folder / "c", {.config = {{"classes", {"cat", "dog"}}}});
    const auto classes = openPlainly(m_folder / "c");
    ASSERT_FALSE(classes);
    EXPECT_EQ(classes.error().code, ErrorCode::BadData);
    EXPECT_THAT(classes.error().message, HasSubstr("classes has 2 names"));

    testing::writeSmallGenerator(m_folder / "d");
    testing::spoilTensor(m_folder / "d", "layers.1.attention.wo.weight", "drop");
    const auto missing = openPlainly(m_folder / "d");
    ASSERT_FALSE(missing);
    EXPECT_THAT(missing.error().message, HasSubstr("'layers.1.attention.wo.weight' is missing"));

    testing::writeSmallGenerator(m_folder / "e", {.config = {{"tokenizer", 7}}});
    const auto tokenizer = openPlainly(m_folder / "e");
    ASSERT_FALSE(tokenizer);
    EXPECT_THAT(tokenizer.error().message, HasSubstr("tokenizer is 7"));
}

TEST_F(SmallGenerations, AreNoTokenizers) {
    const auto tokenizer = runtime::openTokenizer(m_folder / "g", plainly(), TaskContext());
    ASSERT_FALSE(tokenizer);
    EXPECT_THAT(tokenizer.error().message, HasSubstr("is a generator"));
    testing::writeSmallModel(m_folder / "m");
    const auto generator = openPlainly(m_folder / "m");
    ASSERT_FALSE(generator);
    EXPECT_THAT(generator.error().message, HasSubstr("hieratok"));
}

TEST_F(SmallGenerations, SayWhyATokenizerDoesNotFit) {
    runtime::ModelInfo tokenizer;
    tokenizer.name = "t";
    EXPECT_THAT(runtime::misfitOf(m_generator->info(), tokenizer), HasSubstr("no codebook"));
    tokenizer.codebookSize = 12;
    tokenizer.levels = {{"first-16", 4, 4, 32, 32}};
    const std::string vocabulary = runtime::misfitOf(m_generator->info(), tokenizer);
    EXPECT_THAT(vocabulary, HasSubstr("'g'"));
    EXPECT_THAT(vocabulary, HasSubstr("'t'"));
    EXPECT_THAT(vocabulary, HasSubstr("11 codes"));
    EXPECT_THAT(vocabulary, HasSubstr("12"));
    tokenizer.codebookSize = 11;
    EXPECT_EQ(runtime::misfitOf(m_generator->info(), tokenizer), "");
    tokenizer.levels = {{"first-8", 2, 4, 32, 32}};
    EXPECT_THAT(runtime::misfitOf(m_generator->info(), tokenizer), HasSubstr("16 tokens"));
}

} // namespace hierascope
