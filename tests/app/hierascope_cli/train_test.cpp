// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/hierascope_cli/cli_fixture.h"

#include <chrono>
#include <csignal>
#include <fstream>
#include <functional>
#include <iterator>
#include <thread>

#include "core/runtime/pictures.h"

namespace hierascope {

/// The real trainer on a model of a few thousand parameters, which saves after every step.
class TrainerProcess : public testing::CliTest {
protected:
    /// Writes `config.json` of a run with so many steps, and eight pictures.
    void writeConfig(int steps) const {
        std::filesystem::create_directories(m_folder / "pictures");
        for (int i = 0; i < 8; ++i) {
            const auto name = std::to_string(i) + ".png";
            ASSERT_TRUE(runtime::savePicture(m_folder / "pictures" / name,
                                             testing::smoothPicture(17 + i, 24 - i)));
        }
        const nlohmann::json vit{{"layers", 1}, {"width", 16}, {"heads", 2}, {"mlp_ratio", 2.0}};
        const nlohmann::json config{{"format", 1},
                                    {"family", "hieratok"},
                                    {"options",
                                     {{"image_size", 16},
                                      {"patch_size", 4},
                                      {"latent_channels", 4},
                                      {"scales", {1, 2, 4}},
                                      {"encoder", vit},
                                      {"decoder", vit}}},
                                    {"preprocess", {{"size", 16}, {"range", {-1, 1}}}},
                                    {"data", {{"train", "pictures"}, {"held_out", "pictures"}}},
                                    {"training",
                                     {{"steps", steps},
                                      {"batch_size", 3},
                                      {"log_every", 1},
                                      {"drop_path", 0.1},
                                      {"evaluate_every", 4},
                                      {"checkpoint_seconds", 0.0}}}};
        std::ofstream(m_folder / "config.json") << config;
    }

    pid_t startTraining(const std::vector<std::string>& arguments) const {
        std::vector<std::string> all{"train", "--device", "cpu", "--threads", "1"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        return start(all);
    }

    std::string textOf(const std::string& name) const {
        std::ifstream file(m_folder / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    static bool waitUntil(const std::function<bool()>& isSo) {
        for (int i = 0; i < 40'000; ++i) {
            if (isSo())
                return true;
            std::this_thread::sleep_for(std::chrono::microseconds(500));
        }
        return false;
    }

    std::string stateOf(const std::string& run) const {
        return nlohmann::json::parse(textOf(run + "/status.json")).at("state").get<std::string>();
    }
};

TEST_F(TrainerProcess, LosesNothingWhenItIsKilled) {
    constexpr int kSteps = 24;
    writeConfig(kSteps);
    ASSERT_EQ(wait(startTraining({"config.json", "--out", "straight"})).exitCode, 0);

    // Between two saves, and in the middle of one.
    const std::vector<std::string> names{"step-3", ".step-7.part", "step-11", ".step-15.part",
                                         "step-19"};
    std::vector<std::string> arguments{"config.json", "--out", "killed"};
    for (const std::string& name : names) {
        const pid_t process = startTraining(arguments);
        const auto place = m_folder / "killed" / "checkpoints" / name;
        EXPECT_TRUE(waitUntil([&place] { return std::filesystem::exists(place); })) << name;
        ASSERT_EQ(::kill(process, SIGKILL), 0);
        const auto run = wait(process);
        EXPECT_EQ(run.exitCode, -SIGKILL) << name << ": " << run.errors;
        EXPECT_NE(stateOf("killed"), "finished");
        arguments = {"killed"};
    }
    const auto last = wait(startTraining(arguments));
    ASSERT_EQ(last.exitCode, 0) << last.errors;
    EXPECT_EQ(stateOf("killed"), "finished");

    const std::string step = "/checkpoints/step-" + std::to_string(kSteps) + "/";
    for (const char* file : {"weights.safetensors", "model.safetensors", "optimizer.safetensors"}) {
        const std::string wanted = textOf("straight" + step + file);
        EXPECT_FALSE(wanted.empty()) << file;
        EXPECT_TRUE(textOf("killed" + step + file) == wanted) << file;
    }
    std::ifstream events(m_folder / "killed" / "events.jsonl");
    for (std::string line; std::getline(events, line);)
        EXPECT_TRUE(nlohmann::json::accept(line)) << line;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(m_folder / "killed")) {
        const std::string name = entry.path().filename().string();
        EXPECT_TRUE(name == ".lock" || name.front() != '.') << entry.path();
    }
}

TEST_F(TrainerProcess, KeepsASecondOneOutAndStopsWhenInterrupted) {
    writeConfig(1'000'000);
    const pid_t first = startTraining({"config.json", "--out", "run"});
    EXPECT_TRUE(
        waitUntil([this] { return std::filesystem::exists(m_folder / "run/checkpoints/step-1"); }));
    const auto second = wait(startTraining({"run"}));
    testing::expectOneSentence(second, 1, {"in use by process " + std::to_string(first)});
    ASSERT_EQ(::kill(first, SIGINT), 0);
    EXPECT_EQ(wait(first).exitCode, 130);
    EXPECT_EQ(stateOf("run"), "stopped");

    // It goes on to where it is told, and has then finished.
    const auto status = nlohmann::json::parse(textOf("run/status.json"));
    const auto until = status.at("step").get<std::int64_t>() + 2;
    EXPECT_EQ(wait(startTraining({"run", "--extend", std::to_string(until)})).exitCode, 0);
    EXPECT_EQ(stateOf("run"), "finished");
}

TEST_F(TrainerProcess, NamesWhatAConfigProbablyMeant) {
    writeConfig(4);
    auto config = nlohmann::json::parse(textOf("config.json"));
    config["training"]["batchsize"] = 8;
    std::ofstream(m_folder / "config.json") << config;
    const auto run = wait(startTraining({"config.json", "--out", "run"}));
    testing::expectOneSentence(run, 65, {"'training.batchsize'", "'training.batch_size'"});
}

TEST_F(TrainerProcess, NamesADeviceThatIsNotThere) {
    writeConfig(4);
    const auto run = wait(start({"train", "config.json", "--out", "run", "--device", "cuda:63"}));
    testing::expectOneSentence(run, 69, {"cuda:63"});
    EXPECT_EQ(stateOf("run"), "failed");
}

} // namespace hierascope
