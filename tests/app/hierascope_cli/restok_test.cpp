// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/hierascope_cli/cli_fixture.h"

#include <cmath>
#include <cstring>
#include <set>

#include "core/base/atomic_file.h"
#include "core/io/json_file.h"
#include "core/io/safetensors.h"

namespace hierascope {

using nlohmann::json;
using testing::expectOneSentence;

/// The official files of small ResTok models, as the hub and the trainer write them.
class ResTokCli : public testing::CliTest {
protected:
    static std::string official(const std::string& path) {
        return HIERASCOPE_TEST_DATA "/official/" + path;
    }
    const std::string m_hub = official("restok_tiny/hub");
    const std::string m_image = official("images/astronaut.png");

    static json expected() {
        const auto file = io::readJsonFile(official("restok_tiny/expected.json"));
        return file ? *file : json();
    }

    static std::vector<std::int64_t> codesOf(const json& encoded) {
        std::vector<std::int64_t> codes;
        for (const json& level : encoded["levels"])
            for (const json& code : level["codes"])
                codes.push_back(code.get<std::int64_t>());
        return codes;
    }

    template <typename T>
    std::vector<T> valuesOf(const std::string& file, const std::string& tensor) const {
        const auto opened = io::SafetensorsFile::open(m_folder / file);
        const io::TensorEntry* entry = opened ? opened->find(tensor) : nullptr;
        if (entry == nullptr)
            return {};
        const auto bytes = opened->read(*entry);
        std::vector<T> values(bytes->size() / sizeof(T));
        std::memcpy(values.data(), bytes->data(), bytes->size());
        return values;
    }
};

TEST_F(ResTokCli, EncodesAHubFolderToTheOfficialCodes) {
    const auto run = this->run({"encode", m_hub, m_image, "--json", "--tensors", "t.safetensors"});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    const json encoded = run.json();
    ASSERT_EQ(encoded["levels"].size(), 8U);
    EXPECT_EQ(encoded["levels"][3]["name"], "first-8");
    EXPECT_EQ(encoded["levels"][3]["tokens"], 4);
    const auto codes = codesOf(encoded);
    EXPECT_EQ(json(codes), expected()["codes"][0]);
    EXPECT_EQ(valuesOf<std::int64_t>("t.safetensors", "codes"), codes);
    EXPECT_EQ(valuesOf<float>("t.safetensors", "latents").size(), 128U * 8U);
    EXPECT_EQ(valuesOf<float>("t.safetensors", "z_pre_quant").size(), 128U * 8U);
    EXPECT_THAT(run.errors, ::testing::HasSubstr("the tensors are taken"));
}

TEST_F(ResTokCli, DecodesCodesAndPrefixes) {
    ASSERT_EQ(run({"encode", m_hub, m_image, "--tensors", "t.safetensors"}).exitCode, 0);
    const auto decoded = run(
        {"decode", m_hub, "t.safetensors", "--keep-tokens", "100", "--tensors", "i.safetensors"});
    ASSERT_EQ(decoded.exitCode, 0) << decoded.errors;
    const auto values = valuesOf<float>("i.safetensors", "image");
    ASSERT_EQ(values.size(), 3U * 256U * 256U);
    const json stats = expected()["stats"]["recon_keep100"];
    for (std::size_t i = 0; i < 8; ++i)
        EXPECT_NEAR(values[i], stats["first8"][i].get<double>(), 1e-4);
    expectOneSentence(run({"decode", "--quiet", m_hub, "t.safetensors", "--keep-tokens", "129",
                           "--out", "p.png"}),
                      2, {"129", "1 to 128"});
}

TEST_F(ResTokCli, OverridesBeatTheTensors) {
    const json variant = expected()["variants"]["no_merge"];
    const auto run = this->run({"encode", m_hub, m_image, "--json", "--set", "merge_tokens=false"});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    EXPECT_EQ(json(codesOf(run.json())), variant["codes"][0]);
    const auto modern = this->run({"encode", m_hub, m_image, "--json", "--set", "is_legacy=false"});
    ASSERT_EQ(modern.exitCode, 0) << modern.errors;
    EXPECT_EQ(json(codesOf(modern.json())),
              expected()["variants"]["encoder_not_legacy"]["codes"][0]);
    expectOneSentence(
        this->run({"encode", "--quiet", m_hub, m_image, "--set", "merge_token=false"}), 2,
        {"merge_token"});
}

TEST_F(ResTokCli, InfersAConfigFromTheTensorsOfATrainersFile) {
    const std::string trainer = official("restok_micro/checkpoint-10");
    const auto inspected = run({"inspect", trainer, "--json"});
    ASSERT_EQ(inspected.exitCode, 0) << inspected.errors;
    const json found = inspected.json();
    EXPECT_EQ(found["family"], "restok");
    EXPECT_EQ(found["parameters"], 646843);
    EXPECT_EQ(found["missing"], json::array());
    EXPECT_EQ(found["unexpected"], json::array());
    EXPECT_EQ(found["config"]["options"]["codebook_size"], 256);
    EXPECT_EQ(found["config"]["options"]["decoder"]["heads"], 3);
    EXPECT_THAT(inspected.errors, ::testing::HasSubstr("comes without a config"));
    EXPECT_THAT(inspected.errors, ::testing::HasSubstr("only training needs"));
}

TEST_F(ResTokCli, EncodesATrainersFileToTheOfficialCodes) {
    const auto numbers = io::readJsonFile(official("restok_micro/expected.json"));
    ASSERT_TRUE(numbers);
    const auto run =
        this->run({"encode", "--quiet", official("restok_micro/checkpoint-10"), m_image, "--json"});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    EXPECT_EQ(json(codesOf(run.json())), (*numbers)["codes"][0]);
}

TEST_F(ResTokCli, ConvertsToAFolderThatGivesTheSameCodes) {
    const auto converted = run({"convert", m_hub, "--out", "converted", "--json"});
    ASSERT_EQ(converted.exitCode, 0) << converted.errors;
    const auto run = this->run({"encode", "converted", m_image, "--json"});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    EXPECT_EQ(run.errors, "");
    EXPECT_EQ(json(codesOf(run.json())), expected()["codes"][0]);
    expectOneSentence(this->run({"convert", "--quiet", m_hub, "--out", "converted"}), 73,
                      {"exists already"});
}

TEST_F(ResTokCli, RenamesForeignKeys) {
    ASSERT_TRUE(writeFileAtomically(m_folder / "away.json", R"({"encoder.*": "enc.*"})"));
    ASSERT_TRUE(writeFileAtomically(m_folder / "back.json", R"({"enc.*": "encoder.*"})"));
    expectOneSentence(run({"convert", "--quiet", m_hub, "--out", "x", "--rename", "away.json"}), 65,
                      {"encoder."});
    ASSERT_EQ(run({"convert", m_hub, "--out", "y", "--rename", "back.json"}).exitCode, 0);
}

TEST_F(ResTokCli, ReconstructsEveryPrefix) {
    const auto run = this->run({"reconstruct", m_hub, m_image, "--out", "r", "--json"});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    const json levels = run.json()["images"][0]["levels"];
    ASSERT_EQ(levels.size(), 8U);
    EXPECT_EQ(levels[7]["name"], "first-128");
    EXPECT_EQ(levels[7]["bits"], 128 * 9);
    EXPECT_TRUE(std::filesystem::exists(m_folder / "r/level-04_first-16.png"));
}

TEST_F(ResTokCli, WritesAttentionOfBothParts) {
    const auto encoder = run({"attention", m_hub, m_image, "--part", "encoder", "--layer", "3",
                              "--head", "1", "--tensors", "a.safetensors", "--json"});
    ASSERT_EQ(encoder.exitCode, 0) << encoder.errors;
    EXPECT_EQ(encoder.json()["tokens"], 608);
    const auto weights = valuesOf<float>("a.safetensors", "attention");
    ASSERT_EQ(weights.size(), 608U * 608U);
    float sum = 0.0F;
    for (std::size_t i = 0; i < 608; ++i)
        sum += weights[i];
    EXPECT_NEAR(sum, 1.0F, 1e-5F);
    EXPECT_EQ(weights[607], 0.0F); // image tokens never see latents
    const auto decoder = run({"attention", "m", "photo.png", "--part", "decoder", "--layer", "0",
                              "--out", "a.png", "--json"});
    ASSERT_EQ(decoder.exitCode, 0) << decoder.errors;
    EXPECT_EQ(decoder.json()["blocks"].size(), 4U);
    expectOneSentence(
        run({"attention", "--quiet", m_hub, m_image, "--part", "decoder", "--layer", "9"}), 2,
        {"Decoder layer 9", "0 to 1"});
}

TEST_F(ResTokCli, CountsCodesOfADataSet) {
    const auto run = this->run({"codebook", m_hub, "--data", official("images"), "--json"});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    const json usage = run.json();
    EXPECT_EQ(usage["size"], 512);
    EXPECT_EQ(usage["tokens"], 256);
    std::set<std::int64_t> distinct;
    const json numbers = expected();
    for (const json& row : numbers["codes"])
        for (const json& code : row)
            distinct.insert(code.get<std::int64_t>());
    EXPECT_EQ(usage["used"], distinct.size());
    EXPECT_GT(usage["entropy_bits"].get<double>(), 4.0);
    expectOneSentence(this->run({"codebook", "--quiet", "m", "--data", official("images")}), 2,
                      {"has no codebook"});
}

} // namespace hierascope
