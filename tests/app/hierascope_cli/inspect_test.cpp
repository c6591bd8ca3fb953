// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/hierascope_cli/cli_fixture.h"

#include "core/runtime/pictures.h"

namespace hierascope {

using Inspect = testing::CliTest;
using testing::expectOneSentence;

TEST_F(Inspect, HasTheFieldsThatArePromised) {
    const auto run = this->run({"inspect", "m", "--json"});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    const auto json = run.json();
    EXPECT_EQ(json["family"], "hieratok");
    EXPECT_EQ(json["config"]["options"]["image_size"], 32);
    EXPECT_GT(json["parameters"], 1000);
    EXPECT_GT(json["tensors"].size(), 20U);
    for (const auto& tensor : json["tensors"]) {
        EXPECT_TRUE(tensor["name"].is_string());
        EXPECT_EQ(tensor["dtype"], "float32");
        EXPECT_TRUE(tensor["shape"].is_array());
    }
    for (const char* list : {"missing", "unexpected", "mismatched"})
        EXPECT_EQ(json[list], nlohmann::json::array());
    EXPECT_EQ(json["sha256"], *runtime::hashOfFile(m_folder / "m/model.safetensors"));
}

TEST_F(Inspect, ListsWhatDoesNotFitAndSucceeds) {
    testing::spoilTensor(m_folder / "m", "to_pixels.weight", "flatten");
    testing::spoilTensor(m_folder / "m", "moments.bias", "drop");
    const auto run = this->run({"inspect", "m", "--json"});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    EXPECT_EQ(run.json()["missing"], nlohmann::json::array({"moments.bias"}));
    EXPECT_EQ(run.json()["mismatched"][0], nlohmann::json({{"name", "to_pixels.weight"},
                                                           {"found", nlohmann::json::array({1536})},
                                                           {"expected", {48, 32}}}));
}

TEST_F(Inspect, TellsWhichTensorsMovedMost) {
    testing::writeSmallModel(m_folder / "other");
    testing::spoilTensor(m_folder / "other", "to_pixels.weight", "zero");
    const auto run = this->run({"inspect", "m", "--against", "other", "--json"});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    const auto moved = run.json()["against"];
    EXPECT_EQ(moved["tensors"][0]["name"], "to_pixels.weight");
    EXPECT_DOUBLE_EQ(moved["tensors"][0]["relative"].get<double>(), 1.0);
    EXPECT_EQ(moved["equal"].get<std::size_t>(), moved["tensors"].size() - 1);
    expectOneSentence(this->run({"inspect", "m", "--against", "nowhere"}), 66, {"nowhere"});
}

TEST_F(Inspect, ShowsTheSameToPeople) {
    testing::spoilTensor(m_folder / "m", "moments.bias", "drop");
    const auto run = this->run({"inspect", "m"});
    EXPECT_THAT(run.output, ::testing::HasSubstr("family      hieratok\n"));
    EXPECT_THAT(run.output, ::testing::HasSubstr("missing     moments.bias\n"));
    EXPECT_THAT(run.output, ::testing::HasSubstr("to_pixels.weight  float32  [48,32]"));
}

TEST_F(Inspect, ShowsTheConfigWithOverrides) {
    const auto run = this->run({"inspect", "m", "--set", "attention=full", "--json"});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    EXPECT_EQ(run.json()["config"]["options"]["attention"], "full");
    expectOneSentence(this->run({"inspect", "m", "--set", "colour=1"}), 2, {"'colour'"});
    expectOneSentence(this->run({"inspect", "m", "--set", "attention=sideways"}), 65,
                      {"config.json", "options.attention", "sideways"});
}

TEST_F(Inspect, TakesAConfigForBareWeights) {
    std::filesystem::rename(m_folder / "m/model.safetensors", m_folder / "bare.safetensors");
    EXPECT_EQ(run({"inspect", "bare.safetensors", "--config", "m/config.json"}).exitCode, 0);
    expectOneSentence(run({"inspect", "bare.safetensors"}), 65, {"bare.safetensors"});
}

} // namespace hierascope
