// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer.h"

#include <chrono>
#include <fstream>
#include <thread>

#include <gmock/gmock.h>

#include "core/io/json_file.h"
#include "core/io/png_writer.h"
#include "core/io/tensor_file.h"
#include "core/runs/run_control.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_lock.h"
#include "core/runs/run_status.h"
#include "core/training/learner.h"
#include "core/training/run_config.h"
#include "core/training/train_step.h"
#include "tests/core/training/short_runs.h"
#include "tests/support/official_discriminator.h"
#include "tests/support/temp_folder.h"

namespace hierascope::training {
namespace {

using ::testing::HasSubstr;

TEST(Trainer, WritesARunThatTellsEverything) {
    const testing::TempFolder folder;
    const auto run = folder / "run";
    ASSERT_TRUE(createRun(writeConfig(folder, 5), run));
    std::vector<runs::Event> told;
    const auto trained = trainHere(run, [&told](const runs::Event& e) { told.push_back(e); });
    ASSERT_TRUE(trained) << trained.error().message;
    const auto opened = runs::RunFolder::open(run);
    ASSERT_TRUE(opened);
    EXPECT_EQ(*opened->events(), told);
    EXPECT_EQ(told.front(), runs::Event(runs::HelloEvent{1, "run", 0, 5}));
    EXPECT_EQ(told.back(), runs::Event(runs::FinishedEvent{5, "done"}));
    EXPECT_EQ(opened->checkpointSteps(), (std::vector<std::int64_t>{3, 4, 5}));
    const auto config = io::readJsonFile(run / "checkpoints" / "step-5" / "config.json");
    ASSERT_TRUE(config);
    EXPECT_EQ((*config)["origin"]["step"], 5);
    EXPECT_TRUE((*config)["origin"]["metrics"].contains("psnr_4x4"));
}

TEST(Trainer, ResumesBitForBit) {
    const testing::TempFolder folder;
    expectBitExactResume(folder, writeConfig(folder, 6));
}

TEST(Trainer, ResumesResTokBitForBit) {
    const testing::TempFolder folder;
    expectBitExactResume(folder, writeConfig(folder, 6, tinyResTokConfig()));
}

TEST(Trainer, ResumesResTokWithADiscriminatorBitForBit) {
    const testing::TempFolder folder;
    const auto file = writeConfig(folder, 6, tinyResTokConfig());
    ASSERT_TRUE(io::saveTensors(folder / "dino.safetensors", testing::tinyDino()));
    auto config = *io::readJsonFile(file);
    config["training"]["discriminator"] = {{"weights", "dino.safetensors"}, {"start_step", 1}};
    ASSERT_TRUE(io::writeJsonFile(file, config));
    expectBitExactResume(folder, file);
    const auto saved = weightsOf(folder / "straight", 6, "optimizer.safetensors");
    EXPECT_NE(saved.at("learner.discriminator.ema_fake_logits_mean").item<float>(), 0.0F);
    EXPECT_EQ(saved.at("learner.discriminator.optimizer.count.heads.0.2.weight_orig").item<float>(),
              5.0F);
    std::map<std::int64_t, StepMetrics> told;
    const auto events = runs::RunFolder::open(folder / "straight")->events();
    ASSERT_TRUE(events);
    for (const auto& event : *events) {
        if (const auto* metric = std::get_if<runs::MetricEvent>(&event))
            told[metric->step].insert(metric->values.begin(), metric->values.end());
    }
    EXPECT_FALSE(told.at(1).contains("discriminator_loss")); // the step before its start
    EXPECT_TRUE(told.at(2).contains("adversarial"));
    EXPECT_GT(told.at(6).at("discriminator_gradient_norm"), 0.0);
}

TEST(Trainer, NamesADiscriminatorThatIsMissing) {
    const testing::TempFolder folder;
    const auto file = writeConfig(folder, 6, tinyResTokConfig());
    auto config = *io::readJsonFile(file);
    config["training"]["discriminator"] = {{"weights", "dino.pth"}};
    ASSERT_TRUE(io::writeJsonFile(file, config));
    ASSERT_TRUE(createRun(file, folder / "run"));
    const auto trained = trainHere(folder / "run");
    ASSERT_FALSE(trained);
    EXPECT_THAT(trained.error().message, HasSubstr((folder / "dino.pth").string()));
}

/// A tenth of the labels, `class_dropout_prob`, is the null class, and which ones the step decides.
void expectDroppedLabels(const std::filesystem::path& run) {
    const auto learner = makeLearner(*readRunConfig(run / "config.json"), at::kCPU);
    ASSERT_TRUE(learner);
    ASSERT_TRUE((*learner)->open(run / "cache", {}));
    std::int64_t dropped = 0;
    for (std::int64_t step = 0; step < 400; ++step) {
        const auto labels = (*learner)->batch(step)->labels;
        EXPECT_TRUE(labels.equal((*learner)->batch(step)->labels));
        dropped += (labels == 8).sum().item<std::int64_t>();
    }
    EXPECT_NEAR(static_cast<double>(dropped) / 1200.0, 0.1, 0.03);
}

TEST(Trainer, TrainsAGeneratorOnTheCodesOfATokenizer) {
    const testing::TempFolder folder;
    ASSERT_TRUE(createRun(writeConfig(folder, 3, tinyResTokConfig()), folder / "tokenizer"));
    ASSERT_TRUE(trainHere(folder / "tokenizer"));
    for (int i = 0; i < 8; ++i) { // a class folder for each picture
        const auto name = std::to_string(i) + ".png";
        std::filesystem::create_directories(folder / "labelled" / std::to_string(i));
        std::filesystem::rename(folder / "pictures" / name,
                                folder / "labelled" / std::to_string(i) / name);
    }
    const nlohmann::json config{{"format", 1},
                                {"family", "gpt"},
                                {"options",
                                 {{"variant", "har"},
                                  {"dim", 16},
                                  {"n_layer", 1},
                                  {"n_head", 2},
                                  {"multiple_of", 16},
                                  {"num_classes", 8},
                                  {"vocab_size", 16},
                                  {"block_size", 16},
                                  {"spe_token_num", 15}}},
                                {"preprocess", {{"size", 16}, {"range", {0, 1}}}},
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
    ASSERT_TRUE(io::writeJsonFile(folder / "har.json", config));
    expectBitExactResume(folder, folder / "har.json");
    const auto saved =
        io::readJsonFile(folder / "straight" / "checkpoints" / "step-6" / "config.json");
    ASSERT_TRUE(saved);
    EXPECT_EQ((*saved)["tokenizer"], "../tokenizer");
    EXPECT_TRUE((*saved)["origin"]["metrics"].contains("loss_held_out"));
    expectDroppedLabels(folder / "straight");
}

TEST(Trainer, LeavesOutBrokenPicturesUpToAShare) {
    const testing::TempFolder folder;
    const auto file = writeConfig(folder, 4);
    std::ofstream(folder / "pictures" / "3.png") << "no picture";
    ASSERT_TRUE(createRun(file, folder / "strict"));
    const auto strict = trainHere(folder / "strict");
    ASSERT_FALSE(strict);
    EXPECT_EQ(strict.error().code, ErrorCode::BadData);
    EXPECT_THAT(strict.error().message, HasSubstr("3.png"));
    EXPECT_THAT(strict.error().message, HasSubstr("data.broken_share"));

    auto config = *io::readJsonFile(file);
    config["data"]["broken_share"] = 0.2;
    ASSERT_TRUE(io::writeJsonFile(file, config));
    ASSERT_TRUE(createRun(file, folder / "tolerant"));
    const auto trained = trainHere(folder / "tolerant");
    EXPECT_TRUE(trained) << trained.error().message;
}

TEST(Trainer, AsksBeforeItGoesOnWithOtherData) {
    const testing::TempFolder folder;
    const auto run = folder / "run";
    ASSERT_TRUE(createRun(writeConfig(folder, 3), run));
    ASSERT_TRUE(trainHere(run));
    std::filesystem::remove(folder / "pictures" / "3.png");
    const auto trained = train(run, {"cpu", 1, 5}, {}, {});
    ASSERT_FALSE(trained);
    EXPECT_EQ(trained.error().code, ErrorCode::BadData);
    EXPECT_THAT(trained.error().message, HasSubstr("changed since the run began: 8 files"));
    TrainerOptions accepting{"cpu", 1, 5};
    accepting.acceptData = true;
    ASSERT_TRUE(train(run, accepting, {}, {}));
    ASSERT_TRUE(train(run, {"cpu", 1, 6}, {}, {})); // what was accepted is known from now on
}

TEST(Trainer, FallsBackToTheCheckpointBeforeADamagedOne) {
    const testing::TempFolder folder;
    const auto run = folder / "run";
    ASSERT_TRUE(createRun(writeConfig(folder, 5), run));
    ASSERT_TRUE(trainHere(run));
    const auto wanted = weightsOf(run, 5, "weights.safetensors");
    std::ofstream(run / "checkpoints" / "step-5" / "weights.safetensors", std::ios::app) << "x";
    std::vector<runs::Event> told;
    ASSERT_TRUE(trainHere(run, [&told](const runs::Event& event) { told.push_back(event); }));
    EXPECT_EQ(told.front(), runs::Event(runs::HelloEvent{1, "run", 4, 5}));
    for (const auto& [name, tensor] : weightsOf(run, 5, "weights.safetensors"))
        EXPECT_TRUE(tensor.equal(wanted.at(name))) << name;
}

TEST(Trainer, ObeysWhatItIsTold) {
    const testing::TempFolder folder;
    const auto run = folder / "run";
    ASSERT_TRUE(createRun(writeConfig(folder, 6), run));
    ASSERT_TRUE(runs::sendCommand(run, runs::SampleCommand{}));
    ASSERT_TRUE(runs::sendCommand(run, runs::ExtendCommand{8}));
    ASSERT_TRUE(runs::sendCommand(run, runs::LearningRateCommand{1e-3}));
    ASSERT_TRUE(trainHere(run));
    const auto status = runs::readStatus(run);
    ASSERT_TRUE(status);
    EXPECT_EQ(status->state, runs::RunState::Finished);
    EXPECT_EQ(status->step, 8);
    EXPECT_TRUE(std::filesystem::exists(run / "samples" / "step-0" / "00.png"));
    EXPECT_TRUE(runs::waitingCommands(run).empty());
    const auto config = readRunConfig(run / "config.json");
    ASSERT_TRUE(config);
    EXPECT_EQ(config->training.until, 8);
    const auto saved = io::readJsonFile(run / "checkpoints" / "step-8" / "trainer.json");
    ASSERT_TRUE(saved);
    EXPECT_EQ((*saved)["learning_rate"], 1e-3);

    // A finished run is extended in the same way.
    ASSERT_TRUE(runs::sendCommand(run, runs::ExtendCommand{10}));
    ASSERT_TRUE(trainHere(run));
    EXPECT_EQ(runs::readStatus(run)->step, 10);
}

TEST(Trainer, ResumesExactlyWithALearningRateThatWasAskedFor) {
    const testing::TempFolder folder;
    const auto config = writeConfig(folder, 6);
    for (const char* name : {"straight", "resumed"}) {
        ASSERT_TRUE(createRun(config, folder / name));
        ASSERT_TRUE(runs::sendCommand(folder / name, runs::LearningRateCommand{1.7e-3}));
    }
    double rate = 0.0;
    ASSERT_TRUE(trainHere(folder / "straight", [&rate](const runs::Event& event) {
        if (const auto* metric = std::get_if<runs::MetricEvent>(&event);
            metric != nullptr && metric->step == 1)
            rate = metric->values.at("learning_rate");
    }));
    EXPECT_DOUBLE_EQ(rate, 1.7e-3);
    std::stop_source stop;
    const auto stopAfterTwo = [&stop](const runs::Event& event) {
        if (const auto* progress = std::get_if<runs::ProgressEvent>(&event);
            progress != nullptr && progress->step == 2)
            stop.request_stop();
    };
    ASSERT_TRUE(trainHere(folder / "resumed", stopAfterTwo, TaskContext(stop.get_token())));
    ASSERT_TRUE(trainHere(folder / "resumed"));
    const auto resumed = weightsOf(folder / "resumed", 6, "weights.safetensors");
    for (const auto& [name, tensor] : weightsOf(folder / "straight", 6, "weights.safetensors"))
        EXPECT_TRUE(tensor.equal(resumed.at(name))) << name;
}

TEST(Trainer, ForgetsAStopThatCameTooLate) {
    const testing::TempFolder folder;
    const auto run = folder / "run";
    ASSERT_TRUE(createRun(writeConfig(folder, 3), run));
    ASSERT_TRUE(trainHere(run, [&run](const runs::Event& event) {
        if (std::holds_alternative<runs::FinishedEvent>(event)) {
            EXPECT_TRUE(runs::sendCommand(run, runs::ExtendCommand{5}));
            EXPECT_TRUE(runs::sendCommand(run, runs::StopCommand{}));
        }
    }));
    ASSERT_TRUE(trainHere(run));
    EXPECT_EQ(runs::readStatus(run)->state, runs::RunState::Finished);
    EXPECT_EQ(runs::readStatus(run)->step, 5);
}

TEST(Trainer, ShowsTheSameProbesThroughTheTraining) {
    const testing::TempFolder folder;
    auto config = *io::readJsonFile(writeConfig(folder, 5));
    config["training"]["sample_every"] = 2;
    ASSERT_TRUE(io::writeJsonFile(folder / "config.json", config));
    const auto run = folder / "run";
    ASSERT_TRUE(createRun(folder / "config.json", run));
    std::vector<std::int64_t> steps;
    ASSERT_TRUE(trainHere(run, [&steps](const runs::Event& event) {
        if (const auto* sample = std::get_if<runs::SampleEvent>(&event))
            steps.push_back(sample->step);
    }));
    EXPECT_EQ(steps, (std::vector<std::int64_t>{2, 4, 5})) << "and the last step";
    for (const std::int64_t step : steps)
        EXPECT_TRUE(
            std::filesystem::exists(run / "samples" / ("step-" + std::to_string(step)) / "00.png"));
}

TEST(Trainer, EndsWhereItsOptionsSay) {
    const testing::TempFolder folder;
    const auto run = folder / "run";
    ASSERT_TRUE(createRun(writeConfig(folder, 3), run));
    ASSERT_TRUE(trainHere(run));
    ASSERT_TRUE(train(run, {"cpu", 1, 5}, {}, {}));
    EXPECT_EQ(runs::readStatus(run)->step, 5);
    EXPECT_EQ(runs::readStatus(run)->steps, 5);
}

TEST(Trainer, WaitsWhilePausedAndStopsWhenTold) {
    const testing::TempFolder folder;
    const auto run = folder / "run";
    ASSERT_TRUE(createRun(writeConfig(folder, 100'000), run));
    // Meant for a process that is gone: must not stop this one.
    ASSERT_TRUE(runs::sendCommand(run, runs::StopCommand{}));
    std::thread person([&run] {
        const auto waitFor = [&run](runs::RunState state) {
            for (int i = 0; i < 2000; ++i) {
                const auto status = runs::readStatus(run);
                if (status && status->state == state)
                    return;
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            }
        };
        waitFor(runs::RunState::Training);
        EXPECT_TRUE(runs::sendCommand(run, runs::PauseCommand{}));
        waitFor(runs::RunState::Paused);
        EXPECT_FALSE(runs::RunLock::take(run));
        EXPECT_TRUE(runs::sendCommand(run, runs::ResumeCommand{}));
        waitFor(runs::RunState::Training);
        EXPECT_TRUE(runs::sendCommand(run, runs::StopCommand{}));
    });
    const auto trained = trainHere(run);
    person.join();
    ASSERT_TRUE(trained);
    EXPECT_EQ(runs::readStatus(run)->state, runs::RunState::Stopped);
    const auto events = runs::RunFolder::open(run)->events();
    ASSERT_TRUE(events);
    EXPECT_EQ(std::get<runs::FinishedEvent>(events->back()).reason, "stopped");
}

TEST(Trainer, StopsWhereTheLossIsNoLongerFinite) {
    const testing::TempFolder folder;
    const auto file = writeConfig(folder, 50);
    auto object = *io::readJsonFile(file);
    // Each step makes the weights 99 times as large.
    object["training"].update({{"learning_rate", 10.0},
                               {"final_learning_rate", 10.0},
                               {"warmup_ratio", 0.0},
                               {"weight_decay", 10.0}});
    ASSERT_TRUE(io::writeJsonFile(file, object));
    const auto run = folder / "run";
    ASSERT_TRUE(createRun(file, run));
    const auto trained = trainHere(run);
    ASSERT_FALSE(trained);
    EXPECT_THAT(trained.error().message, HasSubstr("no longer finite at step"));
    EXPECT_THAT(trained.error().message, HasSubstr("the last checkpoint before it is that of"));
    // What it names is one to go on from.
    const auto steps = runs::RunFolder::open(run)->checkpointSteps();
    ASSERT_FALSE(steps.empty());
    for (const auto& [name, tensor] : weightsOf(run, steps.back(), "weights.safetensors"))
        EXPECT_TRUE(tensor.isfinite().all().item<bool>()) << name;
    EXPECT_EQ(runs::readStatus(run)->state, runs::RunState::Failed);
}

TEST(Trainer, ComputesInBfloat16WhereAsked) {
    const testing::TempFolder folder;
    const auto lossWith = [&](const std::string& precision) {
        const auto file = writeConfig(folder, 2);
        auto object = *io::readJsonFile(file);
        object["training"]["precision"] = precision;
        EXPECT_TRUE(io::writeJsonFile(file, object));
        const auto run = folder / precision;
        EXPECT_TRUE(createRun(file, run));
        double loss = 0.0;
        EXPECT_TRUE(trainHere(run, [&loss](const runs::Event& event) {
            if (const auto* metric = std::get_if<runs::MetricEvent>(&event);
                metric != nullptr && metric->values.contains("loss"))
                loss = metric->values.at("loss");
        }));
        return loss;
    };
    const double full = lossWith("float32");
    const double half = lossWith("bfloat16");
    EXPECT_NE(full, half);
    EXPECT_NEAR(half / full, 1.0, 0.05);
}

TEST(Trainer, LeavesAFinishedRunAsItIs) {
    const testing::TempFolder folder;
    const auto run = folder / "run";
    ASSERT_TRUE(createRun(writeConfig(folder, 3), run));
    ASSERT_TRUE(trainHere(run));
    const auto file = run / "checkpoints" / "step-3" / "manifest.json";
    const auto written = std::filesystem::last_write_time(file);
    std::vector<runs::Event> told;
    ASSERT_TRUE(trainHere(run, [&told](const runs::Event& event) { told.push_back(event); }));
    EXPECT_EQ(told.size(), 2U);
    EXPECT_EQ(told.back(), runs::Event(runs::FinishedEvent{3, "done"}));
    EXPECT_EQ(std::filesystem::last_write_time(file), written);
}

TEST(Trainer, NamesTheConfigAndFieldThatIsWrong) {
    const testing::TempFolder folder;
    const auto file = writeConfig(folder, 5);
    auto config = *io::readJsonFile(file);
    config["family"] = "stylegan";
    ASSERT_TRUE(io::writeJsonFile(file, config));
    const auto made = createRun(file, folder / "run");
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::BadData);
    EXPECT_THAT(made.error().message, HasSubstr("'family' is \"stylegan\""));
    EXPECT_FALSE(std::filesystem::exists(folder / "run"));
}

TEST(Trainer, NamesMissingData) {
    const testing::TempFolder folder;
    const auto file = writeConfig(folder, 5);
    std::filesystem::remove_all(folder / "pictures");
    ASSERT_TRUE(createRun(file, folder / "run"));
    std::vector<runs::Event> told;
    const auto trained =
        trainHere(folder / "run", [&told](const runs::Event& event) { told.push_back(event); });
    ASSERT_FALSE(trained);
    EXPECT_EQ(trained.error().code, ErrorCode::NoInput);
    EXPECT_THAT(trained.error().message, HasSubstr("pictures"));
    EXPECT_EQ(told.back(), runs::Event(runs::ErrorEvent{trained.error().message}));
}

} // namespace
} // namespace hierascope::training
