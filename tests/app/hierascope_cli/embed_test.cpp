// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <fstream>
#include <iterator>
#include <limits>
#include <thread>

#include <unistd.h>

#include "core/io/npy.h"
#include "core/io/safetensors.h"
#include "core/runtime/pictures.h"
#include "tests/app/hierascope_cli/cli_fixture.h"

namespace hierascope {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

/// Six pictures in `data` beside the small model, whose base map has 64 vectors of 4 numbers.
class Embed : public testing::CliTest {
protected:
    void SetUp() override {
        testing::CliTest::SetUp();
        std::filesystem::create_directory(m_folder / "data");
        for (int i = 0; i < 6; ++i)
            ASSERT_TRUE(runtime::savePicture(m_folder / "data" / (std::to_string(i) + ".png"),
                                             testing::smoothPicture(40, 40, i)));
    }

    /// Adds what makes a map quick.
    static std::vector<std::string> quick(std::vector<std::string> arguments) {
        for (const char* more :
             {"--perplexity", "5", "--iterations", "20", "--threads", "1", "--quiet"})
            arguments.emplace_back(more);
        return arguments;
    }

    /// Waits until the program has computed for so long, however slow the machine.
    static void waitForWork(pid_t process, double seconds) {
        const std::string path = "/proc/" + std::to_string(process) + "/stat";
        for (int i = 0; i < 6000; ++i) {
            std::ifstream file(path);
            std::vector<std::string> words{std::istream_iterator<std::string>(file), {}};
            constexpr std::size_t kUserTime = 13;
            if (words.size() > kUserTime &&
                std::stod(words[kUserTime]) / double(::sysconf(_SC_CLK_TCK)) > seconds)
                return;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }

    void writeTable(const std::string& name, const std::vector<float>& values,
                    const std::vector<std::int64_t>& shape) const {
        ASSERT_TRUE(
            io::writeNpy(m_folder / name, io::DType::F32, shape, std::as_bytes(std::span(values))));
    }

    /// 60 points of 3 numbers that differ.
    std::vector<float> points() const {
        std::vector<float> values;
        for (int i = 0; i < 180; ++i)
            values.push_back(float(i % 7) + 0.01F * float(i * i % 101));
        return values;
    }
};

TEST_F(Embed, PrintsFiguresOfSeveralSeedsAndItsRecipe) {
    const auto run = this->run(quick({"embed", "m", "--data", "data", "--points", "120",
                                      "--per-image", "all", "--seeds", "3", "--json"}));
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    const auto json = run.json();
    EXPECT_EQ(json["points"], 120);
    EXPECT_EQ(json["images"], 6);
    EXPECT_EQ(json["seeds"], 3);
    EXPECT_EQ(json["complete"], true);
    for (const char* figure : {"cv", "gini", "entropy"}) {
        EXPECT_GT(json[figure]["mean"], 0.0) << figure;
        EXPECT_GE(json[figure]["sd"], 0.0);
        EXPECT_EQ(json[figure]["values"].size(), 3U);
    }
    EXPECT_LE(json["entropy"]["mean"], 1.0);
    const auto& recipe = json["recipe"];
    EXPECT_EQ(recipe["command"], "embed");
    EXPECT_EQ(recipe["model"]["sha256"].get<std::string>().size(), 64U);
    EXPECT_EQ(recipe["seeds"], nlohmann::json({0, 1, 2}));
    EXPECT_EQ(recipe["per_image"], "all");
    EXPECT_EQ(recipe["iterations"], 20);
    EXPECT_EQ(recipe["perplexity"], 5.0);
    EXPECT_EQ(recipe["dims"], 2);
    for (const char* key : {"data", "normalisation", "kde", "source", "projection"})
        EXPECT_TRUE(recipe.contains(key)) << key;
    EXPECT_FALSE(json.contains("b"));
}

TEST_F(Embed, TakesOneVectorOfEachImageUnlessAsked) {
    const auto run = this->run({"embed", "m", "--data", "data", "--seeds", "1", "--perplexity",
                                "1.5", "--iterations", "20", "--threads", "1", "--json"});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    EXPECT_EQ(run.json()["points"], 6);
    EXPECT_EQ(run.json()["recipe"]["per_image"], 1);
}

TEST_F(Embed, ComparesTwoModelsSeedBySeed) {
    testing::SmallModel other;
    other.seed = 7;
    testing::writeSmallModel(m_folder / "other", other);
    const auto run =
        this->run(quick({"embed", "m", "--compare", "other", "--data", "data", "--points", "100",
                         "--per-image", "all", "--seeds", "3", "--json"}));
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    const auto json = run.json();
    EXPECT_EQ(json["model"], "m");
    EXPECT_EQ(json["b"]["model"], "other");
    EXPECT_EQ(json["b"]["points"], 100);
    const auto& difference = json["difference"]["cv"];
    EXPECT_NEAR(difference["mean"].get<double>(),
                json["cv"]["mean"].get<double>() - json["b"]["cv"]["mean"].get<double>(), 1e-9);
    EXPECT_LT(difference["low"], difference["mean"]);
    EXPECT_GT(difference["high"], difference["mean"]);
    EXPECT_GE(difference["p"], 0.0);
    EXPECT_LE(difference["p"], 1.0);
    EXPECT_TRUE(json["difference"].contains("gini") && json["difference"].contains("entropy"));
    const auto text = this->run(quick({"embed", "m", "--compare", "other", "--data", "data",
                                       "--points", "100", "--per-image", "all", "--seeds", "2"}));
    EXPECT_EQ(text.exitCode, 0) << text.errors;
    for (const char* word : {"A: m", "B: other", "100 points of 6 images", "entropy", "A - B"})
        EXPECT_THAT(text.output, HasSubstr(word));
}

TEST_F(Embed, WritesTheFirstMapInThreeFormats) {
    for (const char* name : {"map.safetensors", "map.csv", "map.npz"}) {
        const auto run =
            this->run(quick({"embed", "m", "--data", "data", "--points", "50", "--per-image", "20",
                             "--seeds", "1", "--dims", "3", "--out", name}));
        ASSERT_EQ(run.exitCode, 0) << run.errors;
        EXPECT_TRUE(std::filesystem::exists(m_folder / name)) << name;
    }
    const auto file = io::SafetensorsFile::open(m_folder / "map.safetensors");
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_THAT(file->find("coordinates")->shape, ElementsAre(50, 3));
    EXPECT_THAT(file->find("vectors")->shape, ElementsAre(50, 4));
    EXPECT_EQ(file->metadata().at("complete"), "true");
    EXPECT_THAT(bytesOf("map.csv"), StartsWith("x,y,z,image,name,level,token,code,label,density"));
    EXPECT_THAT(bytesOf("map.npz"), StartsWith("PK"));
}

TEST_F(Embed, TakesLevels) {
    const auto run = this->run(quick({"embed", "m", "--data", "data", "--level", "3", "--level",
                                      "2", "--per-image", "all", "--seeds", "1", "--json"}));
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    EXPECT_EQ(run.json()["points"], 6 * (64 + 16));
    EXPECT_EQ(run.json()["recipe"]["source"], "levels");
    expectOneSentence(this->run(quick({"embed", "m", "--data", "data", "--level", "4"})), 2,
                      {"Level 4", "0 to 3"});
}

TEST_F(Embed, NamesAndCountsBrokenImages) {
    std::ofstream(m_folder / "data" / "broken.png") << "no picture";
    const auto run = this->run(quick({"embed", "m", "--data", "data", "--points", "100",
                                      "--per-image", "all", "--seeds", "1", "--json"}));
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    EXPECT_EQ(run.json()["images"], 6);
    ASSERT_EQ(run.json()["skipped"].size(), 1U);
    EXPECT_EQ(run.json()["skipped"][0]["name"], "broken.png");
}

TEST_F(Embed, RefusesWhatMakesNoSense) {
    expectOneSentence(run(quick({"embed", "m"})), 2, {"--data"});
    expectOneSentence(run(quick({"embed", "m", "--data", "nowhere"})), 66, {"nowhere"});
    expectOneSentence(run(quick({"embed", "m", "--data", "data", "--per-image", "some"})), 2,
                      {"--per-image", "some"});
    expectOneSentence(run(quick({"embed", "m", "--data", "data", "--out", "map.txt"})), 2,
                      {"map.txt", ".csv"});
    expectOneSentence(run(quick({"embed", "m", "--source", "codebook"})), 2, {"no codebook"});
    expectOneSentence(run(quick({"embed", "m", "--data", "data"})), 65, {"6"});
    EXPECT_EQ(run({"embed", "m", "--data", "data", "--dims", "4"}).exitCode, 2);
}

TEST_F(Embed, CtrlCKeepsWhatThereIs) {
    const pid_t process = start({"embed", "m", "--data", "data", "--per-image", "all",
                                 "--perplexity", "5", "--iterations", "100000000", "--seeds", "2",
                                 "--threads", "1", "--json", "--out", "map.safetensors"});
    waitForWork(process, 2.0);
    EXPECT_EQ(::kill(process, SIGINT), 0);
    const auto run = wait(process);
    EXPECT_EQ(run.exitCode, 130) << run.errors;
    EXPECT_EQ(run.errorLines(), 1) << run.errors;
    EXPECT_EQ(run.json()["complete"], false);
    const auto file = io::SafetensorsFile::open(m_folder / "map.safetensors");
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_EQ(file->metadata().at("complete"), "false");
    EXPECT_GE(file->find("vectors")->shape[0], 64);
}

TEST_F(Embed, AStoppedTsneKeepsTheMapAsFarAsItCame) {
    writeTable("in.npy", points(), {60, 3});
    const pid_t process = start({"tsne", "in.npy", "--out", "out.npy", "--perplexity", "5",
                                 "--iterations", "100000000", "--threads", "1", "--json"});
    waitForWork(process, 2.0);
    EXPECT_EQ(::kill(process, SIGINT), 0);
    const auto run = wait(process);
    EXPECT_EQ(run.exitCode, 130) << run.errors;
    EXPECT_LT(run.json()["iterations"], 100000000);
    const auto map = io::readNpy(m_folder / "out.npy");
    ASSERT_TRUE(map) << map.error().message;
    EXPECT_THAT(map->shape, ElementsAre(60, 2));
}

TEST_F(Embed, TsneLaysOutATable) {
    writeTable("in.npy", points(), {60, 3});
    for (const char* dims : {"2", "3"}) {
        const auto run =
            this->run(quick({"tsne", "in.npy", "--out", "out.npy", "--dims", dims, "--json"}));
        ASSERT_EQ(run.exitCode, 0) << run.errors;
        EXPECT_TRUE(run.json()["kl"].is_number());
        for (const char* part : {"neighbours", "affinities", "optimise"})
            EXPECT_GE(run.json()["seconds"][part], 0.0) << part;
        const auto map = io::readNpy(m_folder / "out.npy");
        ASSERT_TRUE(map) << map.error().message;
        EXPECT_THAT(map->shape, ElementsAre(60, std::stoi(dims)));
    }
    const auto first = bytesOf("out.npy");
    run(quick({"tsne", "in.npy", "--out", "out.npy", "--dims", "3"}));
    EXPECT_EQ(bytesOf("out.npy"), first);
}

TEST_F(Embed, TsneRefusesBadTablesInOneSentence) {
    const auto expectBad = [&](const std::string& name, const std::vector<std::string>& mentions) {
        auto all = mentions;
        all.push_back(name);
        expectOneSentence(run(quick({"tsne", name, "--out", "out.npy"})), 65, all);
        EXPECT_FALSE(std::filesystem::exists(m_folder / "out.npy")) << name;
    };
    writeTable("flat.npy", {1, 2, 3}, {3});
    expectBad("flat.npy", {"shape is (3)"});
    auto values = points();
    values[50 * 3 + 1] = std::numeric_limits<float>::quiet_NaN();
    writeTable("nan.npy", values, {60, 3});
    expectBad("nan.npy", {"row 50, column 1 is NaN"});
    writeTable("cut.npy", points(), {60, 3});
    std::filesystem::resize_file(m_folder / "cut.npy", 300);
    expectBad("cut.npy", {"720 bytes"});
    const std::vector<std::int32_t> whole{1, 2, 3, 4};
    ASSERT_TRUE(io::writeNpy(m_folder / "whole.npy", io::DType::I32,
                             std::vector<std::int64_t>{2, 2}, std::as_bytes(std::span(whole))));
    expectBad("whole.npy", {"I32", "float32"});
    std::string objects = bytesOf("flat.npy");
    objects.replace(objects.find("<f4"), 3, "|O8");
    std::ofstream(m_folder / "objects.npy", std::ios::binary) << objects;
    expectBad("objects.npy", {"object arrays"});
    expectOneSentence(run(quick({"tsne", "none.npy", "--out", "out.npy"})), 66, {"none.npy"});
    writeTable("few.npy", {1, 2, 3, 4, 5, 6}, {3, 2});
    expectOneSentence(run(quick({"tsne", "few.npy", "--out", "out.npy"})), 65, {"3", "points"});
    expectOneSentence(run(quick({"tsne", "few.npy", "--out", "out.csv"})), 2, {"out.csv"});
}

} // namespace hierascope
