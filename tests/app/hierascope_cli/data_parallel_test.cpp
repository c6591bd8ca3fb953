// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <map>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/runtime/pictures.h"
#include "tests/app/hierascope_cli/cli_fixture.h"

namespace hierascope {

/// Several real processes that train one run on this machine.
class DataParallel : public testing::CliTest {
protected:
    void TearDown() override {
        for (const char* name : {"RANK", "WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT"})
            ::unsetenv(name);
    }

    /// Writes `config.json` and twelve pictures.
    void writeConfig(int steps, const nlohmann::json& training = nlohmann::json::object(),
                     const std::string& family = "hieratok") const {
        std::filesystem::create_directories(m_folder / "pictures");
        for (int i = 0; i < 12; ++i) {
            const auto name = std::to_string(i) + ".png";
            ASSERT_TRUE(runtime::savePicture(m_folder / "pictures" / name,
                                             testing::smoothPicture(17 + i, 31 - i)));
        }
        nlohmann::json config{{"format", 1},
                              {"family", family},
                              {"options", family == "hieratok" ? tokenizer() : quantised()},
                              {"preprocess", {{"size", 16}, {"range", {-1, 1}}}},
                              {"data", {{"train", "pictures"}, {"held_out", "pictures"}}},
                              {"training",
                               {{"steps", steps},
                                {"batch_size", 4},
                                {"log_every", 1},
                                {"evaluate_every", 5},
                                {"evaluate_images", 2}}}};
        config["training"].update(training);
        std::ofstream(m_folder / "config.json") << config;
    }

    static nlohmann::json tokenizer() {
        const nlohmann::json vit{{"layers", 2}, {"width", 16}, {"heads", 2}, {"mlp_ratio", 2.0}};
        return {{"image_size", 16},    {"patch_size", 4}, {"latent_channels", 4},
                {"scales", {1, 2, 4}}, {"encoder", vit},  {"decoder", vit}};
    }

    static nlohmann::json quantised() {
        const nlohmann::json size{{"layers", 2}, {"width", 16}, {"heads", 2}};
        return {{"image_size", 16},
                {"encoder", size},
                {"decoder", size},
                {"pixel",
                 {{"hidden_channels", 8},
                  {"channel_mult", {1, 1, 1}},
                  {"num_res_blocks", 1},
                  {"z_channels", 8},
                  {"group_norm_groups", 4}}},
                {"codebook_size", 16},
                {"token_size", 4},
                {"num_latent_tokens", 16},
                {"num_min_tokens", 1},
                {"hierarchy_stages", 2},
                {"entropy_loss_ratio", 0.1},
                {"is_legacy", false}};
    }

    /// A port that nobody listens on.
    static std::string freePort() {
        const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        EXPECT_EQ(::bind(socket, reinterpret_cast<const sockaddr*>(&address), size), 0);
        EXPECT_EQ(::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size), 0);
        ::close(socket);
        return std::to_string(ntohs(address.sin_port));
    }

    /// Starts `hierascope_cli train ARGUMENTS...` in so many processes.
    std::vector<pid_t> startTeam(int processes, std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"train", "--device", "cpu", "--threads", "1"});
        ::setenv("WORLD_SIZE", std::to_string(processes).c_str(), 1);
        ::setenv("MASTER_ADDR", "127.0.0.1", 1);
        ::setenv("MASTER_PORT", freePort().c_str(), 1);
        std::vector<pid_t> team;
        for (int rank = 0; rank < processes; ++rank) {
            ::setenv("RANK", std::to_string(rank).c_str(), 1);
            team.push_back(start(arguments, std::to_string(rank)));
        }
        for (const char* name : {"RANK", "WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT"})
            ::unsetenv(name);
        return team;
    }

    testing::ProgramRun waitFor(const std::vector<pid_t>& team, int rank) const {
        return wait(team.at(static_cast<std::size_t>(rank)), std::to_string(rank));
    }

    testing::ProgramRun trainAlone(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"train", "--device", "cpu", "--threads", "1"});
        return run(arguments);
    }

    /// What a run measured, by step.
    std::map<int, nlohmann::json> metricsOf(const std::string& name) const {
        std::map<int, nlohmann::json> metrics;
        std::ifstream events(m_folder / name / "events.jsonl");
        for (std::string line; std::getline(events, line);) {
            const auto event = nlohmann::json::parse(line);
            if (event.at("type") == "metric")
                metrics[event.at("step")].update(event.at("values"));
        }
        return metrics;
    }

    /// Trains with one process and with two, and compares every figure of every step.
    void expectTheSame(double tolerance) const {
        const auto alone = trainAlone({"config.json", "--out", "alone"});
        ASSERT_EQ(alone.exitCode, 0) << alone.errors;
        const auto team = startTeam(2, {"config.json", "--out", "together"});
        const auto second = waitFor(team, 1);
        EXPECT_EQ(second.exitCode, 0) << second.errors;
        EXPECT_EQ(second.output, "");
        const auto first = waitFor(team, 0);
        ASSERT_EQ(first.exitCode, 0) << first.errors;
        const auto wanted = metricsOf("alone");
        const auto found = metricsOf("together");
        ASSERT_EQ(found.size(), wanted.size());
        for (const auto& [step, values] : wanted) {
            ASSERT_EQ(found.at(step).size(), values.size()) << step;
            for (const auto& [name, value] : values.items()) {
                // A time; and two codes may lie on one vector, where rounding decides between them.
                if (name == "input_stall" || name == "codes_used")
                    continue;
                EXPECT_NEAR(found.at(step).at(name).get<double>(), value.get<double>(),
                            tolerance * (1.0 + std::abs(value.get<double>())))
                    << name << " of step " << step;
            }
        }
    }
};

TEST_F(DataParallel, TwoProcessesLearnWhatOneDoes) {
    writeConfig(12, {{"drop_path", 0.2}});
    expectTheSame(1e-4);
}

TEST_F(DataParallel, TwoProcessesLearnTheCodesThatOneDoes) {
    writeConfig(8,
                {{"loss", {{"perceptual", 0.0}}},
                 {"reseed_every", 2},
                 {"quantize_from", 1},
                 {"accumulate", 2},
                 {"learning_rate", 1e-4}},
                "restok");
    expectTheSame(1e-3);
}

TEST_F(DataParallel, SavesWhereAProcessIsLostAndGoesOn) {
    writeConfig(100'000, {{"evaluate_every", 100'000}});
    const auto team = startTeam(2, {"config.json", "--out", "run"});
    for (int i = 0; i < 4000 && metricsOf("run").size() < 5; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    ASSERT_EQ(::kill(team[1], SIGKILL), 0);
    EXPECT_EQ(waitFor(team, 1).exitCode, -SIGKILL);
    const auto leader = waitFor(team, 0);
    EXPECT_EQ(leader.exitCode, 1);
    EXPECT_THAT(leader.errors, ::testing::HasSubstr("Process 1 of 2 is gone"));
    EXPECT_THAT(leader.errors, ::testing::HasSubstr("start all processes again"));
    std::ifstream file(m_folder / "run" / "status.json");
    const auto status = nlohmann::json::parse(file);
    EXPECT_EQ(status.at("state"), "failed");
    const int done = metricsOf("run").rbegin()->first;
    EXPECT_TRUE(std::filesystem::exists(m_folder / "run" / "checkpoints" /
                                        ("step-" + std::to_string(done))));

    // One process goes on alone as well as two would.
    const auto rest = trainAlone({"run", "--extend", std::to_string(done + 2)});
    EXPECT_EQ(rest.exitCode, 0) << rest.errors;
    EXPECT_THAT(rest.output, ::testing::HasSubstr("\"step\":" + std::to_string(done + 2)));
}

TEST_F(DataParallel, EndsWithASentenceWhereTheLeaderIsLost) {
    writeConfig(100'000, {{"evaluate_every", 100'000}});
    const auto team = startTeam(2, {"config.json", "--out", "run"});
    for (int i = 0; i < 4000 && metricsOf("run").size() < 3; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    ASSERT_EQ(::kill(team[0], SIGKILL), 0);
    EXPECT_EQ(waitFor(team, 0).exitCode, -SIGKILL);
    testing::expectOneSentence(waitFor(team, 1), 1, {"Process 1 of 2 lost the others"});
}

TEST_F(DataParallel, AllEndWhereTheirLeaderIsInterrupted) {
    writeConfig(100'000, {{"evaluate_every", 100'000}});
    const auto team = startTeam(2, {"config.json", "--out", "run"});
    for (int i = 0; i < 4000 && metricsOf("run").size() < 3; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    ASSERT_EQ(::kill(team[0], SIGINT), 0);
    EXPECT_EQ(waitFor(team, 0).exitCode, 130);
    EXPECT_EQ(waitFor(team, 1).exitCode, 0);
}

TEST_F(DataParallel, RefusesABatchThatCannotBeShared) {
    writeConfig(4, {{"batch_size", 3}});
    const auto team = startTeam(2, {"config.json", "--out", "run"});
    testing::expectOneSentence(waitFor(team, 0), 65,
                               {"'training.batch_size' is 3", "multiple of their number 2"});
    testing::expectOneSentence(waitFor(team, 1), 1, {"Process 0 ended", "'training.batch_size'"});
}

} // namespace hierascope
