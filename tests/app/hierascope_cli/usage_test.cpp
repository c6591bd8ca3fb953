// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/hierascope_cli/cli_fixture.h"

namespace hierascope {

using Usage = testing::CliTest;
using testing::expectOneSentence;
using ::testing::HasSubstr;

TEST_F(Usage, HelpOfEveryCommandHasAnExample) {
    for (const char* command : {"inspect", "encode", "decode", "reconstruct", "train", "devices"}) {
        const auto run = this->run({command, "--help"});
        EXPECT_EQ(run.exitCode, 0) << command;
        EXPECT_THAT(run.output, HasSubstr(std::string("hierascope_cli ") + command + " "));
        EXPECT_THAT(run.output, HasSubstr("Example:"));
        for (const char* option :
             {"--device", "--dtype", "--threads", "--seed", "--quiet", "--json"})
            EXPECT_THAT(run.output, HasSubstr(option)) << command;
        EXPECT_EQ(run.errors, "");
    }
    EXPECT_THAT(run({"--help"}).output, HasSubstr("reconstruct"));
}

TEST_F(Usage, WrongUsageEndsWithTwo) {
    const std::vector<std::vector<std::string>> wrong{{},
                                                      {"dance"},
                                                      {"inspect"},
                                                      {"inspect", "m", "--colour"},
                                                      {"encode", "m"},
                                                      {"reconstruct", "m", "photo.png"},
                                                      {"inspect", "m", "--threads", "-1"},
                                                      {"inspect", "m", "--dtype", "int8"},
                                                      {"decode", "m", "t", "--keep-levels", "x"}};
    for (const auto& arguments : wrong) {
        const auto run = this->run(arguments);
        EXPECT_EQ(run.exitCode, 2) << ::testing::PrintToString(arguments);
        EXPECT_EQ(run.output, "");
        EXPECT_GE(run.errorLines(), 1);
        EXPECT_LE(run.errorLines(), 12);
    }
}

TEST_F(Usage, MissingInputEndsWith66) {
    expectOneSentence(run({"inspect", "nowhere"}), 66, {"nowhere"});
    expectOneSentence(run({"encode", "m", "nowhere.png"}), 66, {"nowhere.png"});
    expectOneSentence(run({"decode", "m", "nowhere.safetensors", "--out", "p.png"}), 66,
                      {"nowhere.safetensors"});
    expectOneSentence(run({"train", "nowhere.json", "--out", "run"}), 66, {"nowhere.json"});
}

TEST_F(Usage, ADeviceThatIsNotThereEndsWith69) {
    expectOneSentence(run({"encode", "m", "photo.png", "--device", "cuda:63"}), 69, {"cuda:63"});
    expectOneSentence(run({"encode", "m", "photo.png", "--device", "toaster"}), 2, {"toaster"});
}

TEST_F(Usage, DevicesHaveTheFieldsThatArePromised) {
    const auto run = this->run({"devices", "--json"});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    const auto cpu = run.json()["devices"][0];
    EXPECT_EQ(cpu["id"], "cpu");
    EXPECT_EQ(cpu["kind"], "cpu");
    EXPECT_TRUE(cpu["name"].is_string());
    EXPECT_GT(cpu["memory_total"], 0);
    EXPECT_GT(cpu["memory_free"], 0);
    EXPECT_THAT(this->run({"devices"}).output, ::testing::StartsWith("cpu  "));
}

TEST_F(Usage, QuietLeavesWarningsOut) {
    testing::writeSmallModel(m_folder / "deep", {.options = {{"decoder", {{"layers", 2}}}}});
    const std::vector<std::string> loud{"encode", "deep", "photo.png", "--set", "decoder.layers=1"};
    EXPECT_THAT(run(loud).errors, HasSubstr("left over"));
    std::vector<std::string> quiet = loud;
    quiet.emplace_back("--quiet");
    EXPECT_EQ(run(quiet).errors, "");
}

} // namespace hierascope
