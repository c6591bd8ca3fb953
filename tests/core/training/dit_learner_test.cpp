// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/dit_learner.h"

#include <gmock/gmock.h>

#include "core/io/json_file.h"
#include "core/training/run_config.h"
#include "core/training/trainer.h"
#include "tests/core/training/short_runs.h"

namespace hierascope::training {
namespace {

using ::testing::HasSubstr;

/// A trained tokenizer of three steps and eight labelled pictures.
class DitTraining : public ::testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(createRun(writeConfig(m_folder, 3), m_folder / "tokenizer"));
        ASSERT_TRUE(trainHere(m_folder / "tokenizer"));
        for (int i = 0; i < 8; ++i) { // a class folder for two pictures each
            const auto name = std::to_string(i) + ".png";
            const auto place = m_folder / "labelled" / std::to_string(i % 4);
            std::filesystem::create_directories(place);
            std::filesystem::rename(m_folder / "pictures" / name, place / name);
        }
    }

    std::filesystem::path writeDit(const nlohmann::json& options = nlohmann::json::object(),
                                   const nlohmann::json& training = nlohmann::json::object()) {
        nlohmann::json config{{"format", 1},
                              {"family", "dit"},
                              {"options",
                               {{"input_size", 4},
                                {"patch_size", 1},
                                {"in_channels", 4},
                                {"hidden_size", 16},
                                {"depth", 1},
                                {"num_heads", 2},
                                {"mlp_ratio", 2.0},
                                {"num_classes", 4}}},
                              {"preprocess", {{"size", 16}, {"range", {-1, 1}}}},
                              {"tokenizer", "../tokenizer"},
                              {"data",
                               {{"train", "labelled"},
                                {"held_out", "labelled"},
                                {"tokenizer", "tokenizer/checkpoints/step-3"}}},
                              {"training",
                               {{"steps", 6},
                                {"batch_size", 3},
                                {"log_every", 1},
                                {"keep_checkpoints", 3},
                                {"checkpoint_seconds", 0.0}}}};
        config["options"].update(options);
        config["training"].update(training);
        EXPECT_TRUE(io::writeJsonFile(m_folder / "dit.json", config));
        return m_folder / "dit.json";
    }

    testing::TempFolder m_folder;
};

TEST_F(DitTraining, LearnsTheLatentMapsOfATokenizer) {
    expectBitExactResume(m_folder, writeDit());
    const auto saved =
        io::readJsonFile(m_folder / "straight" / "checkpoints" / "step-6" / "config.json");
    ASSERT_TRUE(saved);
    EXPECT_EQ((*saved)["tokenizer"], "../tokenizer");
    EXPECT_EQ((*saved)["options"]["latent_mean"].size(), 4U);
    EXPECT_TRUE((*saved)["origin"]["metrics"].contains("mse_held_out"));
    EXPECT_TRUE(std::filesystem::exists(m_folder / "straight" / "samples" / "step-6" / "00.png"));
    const auto told = metricsOf(m_folder / "straight");
    EXPECT_TRUE(told.at(2).contains("mse"));
    EXPECT_TRUE(told.at(2).contains("vb"));
    EXPECT_TRUE(weightsOf(m_folder / "straight", 6, "model.safetensors").contains("pos_embed"));
}

TEST_F(DitTraining, LearnsAFlow) {
    const auto config = writeDit({{"objective", "flow"},
                                  {"learn_sigma", false},
                                  {"times", "logit_normal"},
                                  {"velocity_cosine", 1.0}});
    ASSERT_TRUE(createRun(config, m_folder / "flow"));
    const auto trained = trainHere(m_folder / "flow");
    ASSERT_TRUE(trained) << trained.error().message;
    EXPECT_TRUE(metricsOf(m_folder / "flow").at(2).contains("cosine"));
}

TEST_F(DitTraining, NormalisesWhatItLearns) {
    ASSERT_TRUE(createRun(writeDit(), m_folder / "run"));
    const auto learner = makeLearner(*readRunConfig(m_folder / "run" / "config.json"), at::kCPU);
    ASSERT_TRUE(learner);
    ASSERT_TRUE((*learner)->open(m_folder / "run" / "cache", {}));
    nlohmann::json model;
    (*learner)->describe(model);
    LatentSet set;
    for (std::int64_t step = 0; step < 8; ++step) { // 24 rows: each of the 8 pictures three times
        const Batch batch = *(*learner)->batch(step);
        EXPECT_TRUE(batch.latents.equal((*learner)->batch(step)->latents));
        EXPECT_TRUE(batch.times.equal((*learner)->batch(step)->times));
        set.mean = set.mean.defined() ? at::cat({set.mean, batch.latents}) : batch.latents;
        set.spread = set.spread.defined() ? at::cat({set.spread, batch.spread}) : batch.spread;
    }
    const LatentStatistics statistics = statisticsOf(set);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_NEAR(model["options"]["latent_mean"][i].get<double>(), statistics.mean[i], 1e-6);
        EXPECT_NEAR(model["options"]["latent_std"][i].get<double>(), statistics.deviation[i], 1e-6);
    }
}

TEST_F(DitTraining, LowersItsLoss) {
    ASSERT_TRUE(createRun(writeDit(nlohmann::json::object(), {{"steps", 150},
                                                              {"batch_size", 8},
                                                              {"learning_rate", 5e-3},
                                                              {"checkpoint_seconds", 1e6},
                                                              {"evaluate_every", 1000}}),
                          m_folder / "run"));
    ASSERT_TRUE(trainHere(m_folder / "run"));
    const auto told = metricsOf(m_folder / "run");
    const auto mean = [&](std::int64_t from) {
        double sum = 0.0;
        for (std::int64_t step = from; step < from + 30; ++step)
            sum += told.at(step).at("mse") / 30.0;
        return sum;
    };
    EXPECT_LT(mean(121), 0.9 * mean(1));
}

TEST_F(DitTraining, NamesATokenizerThatDoesNotFit) {
    const auto refused = [&](const nlohmann::json& options) {
        const auto run = m_folder / "refused";
        std::filesystem::remove_all(run);
        EXPECT_TRUE(createRun(writeDit(options), run));
        const auto trained = trainHere(run);
        return trained ? "trained" : trained.error().message;
    };
    EXPECT_THAT(refused({{"in_channels", 8}}), HasSubstr("4 channels of 4 x 4"));
    EXPECT_THAT(refused({{"num_classes", 2}}), HasSubstr("class 2"));
    EXPECT_THAT(refused({{"learn_sigma", false}}), HasSubstr("'options.learn_sigma'"));
}

} // namespace
} // namespace hierascope::training
