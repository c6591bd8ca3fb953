// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/hierascope_cli/cli_fixture.h"

#include <cstring>

#include "core/io/json_file.h"
#include "core/io/safetensors.h"
#include "core/runtime/pictures.h"

namespace hierascope {

using nlohmann::json;
namespace fs = std::filesystem;
using testing::expectOneSentence;

/// The official generators, and a small one that fits the official small tokenizer.
class GenerateCli : public testing::CliTest {
protected:
    static std::string official(const std::string& path) {
        return HIERASCOPE_TEST_DATA "/official/" + path;
    }

    /// Codes of the tokenizer's 512, so that its pictures can be made; named in the config.
    void writeFittingGenerator() const {
        testing::writeSmallGenerator(
            m_folder / "g",
            {.options = {{"vocab_size", 512}, {"block_size", 128}, {"spe_token_num", 127}},
             .config = {{"classes", {"cat", "dog", "eel"}}, {"tokenizer", m_tokenizer}}});
    }

    std::vector<std::int64_t> storedCodes(const std::string& file) const {
        const auto opened = io::SafetensorsFile::open(m_folder / file);
        const io::TensorEntry* entry = opened ? opened->find("codes") : nullptr;
        EXPECT_NE(entry, nullptr);
        if (entry == nullptr)
            return {};
        EXPECT_EQ(entry->dtype, io::DType::I64);
        const auto bytes = opened->read(*entry);
        std::vector<std::int64_t> codes(bytes->size() / sizeof(std::int64_t));
        std::memcpy(codes.data(), bytes->data(), bytes->size());
        return codes;
    }

    const std::string m_har = official("har_tiny/hub");
    const std::string m_ar = official("ar_vanilla_tiny/hub");
    const std::string m_tokenizer = official("restok_tiny/hub");
};

TEST_F(GenerateCli, WritesTheOfficialCodes) {
    const auto expected = io::readJsonFile(official("har_tiny/expected.json"));
    const auto run =
        this->run({"generate", m_har, "--class", "3", "--greedy", "--cfg", "3.75", "--cfg-schedule",
                   "step:window_start=0.25,min_cfg_scale=1", "--tokens-only", "--tensors",
                   "t.safetensors", "--json", "--device", "cpu", "--threads", "1"});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    const json printed = run.json();
    EXPECT_EQ(printed["codes"], expected->at("generation")["greedy_step3.75"]["codes"][0]);
    EXPECT_EQ(json(storedCodes("t.safetensors")), printed["codes"]);
    ASSERT_EQ(printed["steps"].size(), 9U);
    const json& step = printed["steps"][4];
    EXPECT_EQ(step["index"], 4);
    EXPECT_EQ(step["positions"], json({4, 5, 6, 7}));
    EXPECT_EQ(step["codes"].size(), 4U);
    EXPECT_EQ(step["entropy"].size(), 4U);
    EXPECT_DOUBLE_EQ(step["guidance"], 3.75);
    EXPECT_DOUBLE_EQ(printed["steps"][0]["guidance"], 1.0001);
    EXPECT_TRUE(printed["seconds"].is_number());
}

TEST_F(GenerateCli, WritesOneCodeAStepWithTheVanillaGenerator) {
    const auto expected = io::readJsonFile(official("ar_vanilla_tiny/expected.json"));
    const auto run = this->run({"generate", m_ar, "--class", "7", "--greedy", "--cfg", "2",
                                "--cfg-interval", "2", "--json", "--threads", "1"});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    EXPECT_EQ(run.json()["steps"].size(), 128U);
    EXPECT_EQ(run.json()["codes"],
              expected->at("generation")["greedy_constant2_interval2"]["codes"][1]);
}

TEST_F(GenerateCli, DrawsTheSameForTheSameSeed) {
    const auto codes = [this](const char* seed) {
        const auto run = this->run({"generate", m_har, "--class", "1", "--seed", seed, "--top-p",
                                    "0.95", "--top-k", "20", "--temperature", "1.1", "--json"});
        EXPECT_EQ(run.exitCode, 0) << run.errors;
        return run.json()["codes"];
    };
    const json first = codes("1");
    EXPECT_EQ(first, codes("1"));
    EXPECT_NE(first, codes("2"));
    const auto several =
        run({"generate", m_har, "--class", "1", "--seed", "1", "--top-p", "0.95", "--top-k", "20",
             "--temperature", "1.1", "--count", "2", "--json", "--tensors", "c.safetensors"});
    ASSERT_EQ(several.exitCode, 0) << several.errors;
    EXPECT_EQ(std::count(several.output.begin(), several.output.end(), '\n'), 2);
    EXPECT_EQ(json(storedCodes("c-seed-1.safetensors")), first);
}

TEST_F(GenerateCli, MakesThePictureAndOneOfEachStep) {
    writeFittingGenerator();
    const auto run = this->run({"generate", "g", "--class", "dog", "--cfg", "2", "--out", "p.png",
                                "--steps-dir", "s", "--tensors", "t.safetensors"});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    const auto picture = runtime::readPicture(m_folder / "p.png");
    ASSERT_TRUE(picture) << picture.error().message;
    EXPECT_EQ(picture->width, 256);
    std::size_t steps = 0;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder / "s"))
        steps += entry.path().extension() == ".png" ? 1 : 0;
    EXPECT_EQ(steps, 9U);
    const auto last = runtime::readPicture(m_folder / "s/step-008.png");
    ASSERT_TRUE(last) << last.error().message;
    EXPECT_EQ(*last, *picture);
    const auto first = runtime::readPicture(m_folder / "s/step-000.png");
    ASSERT_TRUE(first) << first.error().message;
    EXPECT_NE(*first, *picture);
    const auto decoded = this->run({"decode", m_tokenizer, "t.safetensors", "--out", "d.png"});
    ASSERT_EQ(decoded.exitCode, 0) << decoded.errors;
    EXPECT_EQ(*runtime::readPicture(m_folder / "d.png"), *picture);
    const auto recipe = runtime::readPictureText(m_folder / "p.png", "hierascope-recipe");
    ASSERT_TRUE(recipe && *recipe);
    EXPECT_EQ(json::parse(**recipe)["options"]["class"], 1);
}

TEST_F(GenerateCli, RefusesWhatDoesNotExistInOneSentence) {
    expectOneSentence(run({"generate", m_har, "--class", "10"}), 2, {"'10'", "0 to 9"});
    expectOneSentence(run({"generate", m_har, "--class", "cat"}), 2, {"'cat'"});
    expectOneSentence(run({"generate", m_har, "--class", "1", "--cfg-schedule", "sigmoid"}), 2,
                      {"'sigmoid'", "cosine_re"});
    expectOneSentence(run({"generate", m_har, "--class", "1", "--cfg-schedule", "step:start=1"}), 2,
                      {"'start'", "window_start"});
    expectOneSentence(run({"generate", m_har, "--class", "1", "--cfg-schedule", "step:peak"}), 2,
                      {"'peak'"});
    expectOneSentence(run({"generate", m_har, "--class", "1", "--temperature", "0"}), 2,
                      {"Temperature"});
    expectOneSentence(run({"generate", m_har, "--class", "1", "--top-k", "51"}), 2, {"51", "50"});
    expectOneSentence(run({"generate", m_har, "--class", "1", "--top-p", "0"}), 2, {"Top-p"});
    expectOneSentence(run({"generate", m_har, "--class", "1", "--out", "p.png"}), 2,
                      {"--tokenizer", "--tokens-only"});
    expectOneSentence(run({"generate", m_har, "--class", "1", "--tokens-only", "--out", "p.png"}),
                      2, {"--tokens-only"});
    expectOneSentence(run({"generate", "nothing", "--class", "1"}), 66, {"nothing"});
    expectOneSentence(run({"generate", "m", "--class", "1"}), 2, {"hieratok"});
    expectOneSentence(run({"encode", m_har, "photo.png"}), 2, {"is a generator"});
    EXPECT_EQ(run({"generate", m_har}).exitCode, 2);
    EXPECT_EQ(run({"generate", m_har, "--class", "1", "--count", "0"}).exitCode, 2);
}

TEST_F(GenerateCli, NamesBothWhereTheTokenizerDoesNotFit) {
    expectOneSentence(run({"generate", m_har, "--class", "1", "--tokenizer", m_tokenizer, "--out",
                           "p.png", "--quiet"}),
                      65, {"50", "512", "hub"});
    expectOneSentence(
        run({"generate", m_har, "--class", "1", "--tokenizer", "m", "--out", "p.png"}), 65,
        {"'m'", "no codebook"});
    expectOneSentence(run({"generate", official("har_tiny/checkpoint-10"), "--class", "1"}), 65,
                      {"n_head=N"});
}

/// A tensor of float32 in a file: its shape and numbers.
std::pair<std::vector<std::int64_t>, std::vector<float>> storedNumbers(const fs::path& file,
                                                                       const std::string& name) {
    const auto opened = io::SafetensorsFile::open(file);
    const io::TensorEntry* entry = opened ? opened->find(name) : nullptr;
    EXPECT_NE(entry, nullptr) << name;
    if (entry == nullptr)
        return {};
    const auto bytes = opened->read(*entry);
    std::vector<float> numbers(bytes->size() / sizeof(float));
    std::memcpy(numbers.data(), bytes->data(), bytes->size());
    return {entry->shape, numbers};
}

TEST_F(GenerateCli, DenoisesFromTheNoiseOfAnotherProgram) {
    const std::string folder = official("dit_tiny_8x8x4");
    const auto expected = io::readJsonFile(folder + "/expected.json");
    for (const std::string name : {"ddpm10", "ddpm10_clip", "ddim10_eta0.5", "ddim10_nocfg"}) {
        const json& told = (*expected)["sampling"][name];
        testing::writeDitNoise(m_folder / "n.safetensors");
        std::vector<std::string> words{"generate",       folder + "/0000010.pt",
                                       "--set",          "num_heads=3",
                                       "--class",        "3",
                                       "--respacing",    told["respacing"],
                                       "--noise",        "n.safetensors",
                                       "--cfg-channels", "3",
                                       "--tensors",      "t.safetensors",
                                       "--tokens-only",  "--json",
                                       "--device",       "cpu",
                                       "--threads",      "1"};
        if (!told["cfg_scale"].is_null())
            words.insert(words.end(), {"--cfg", told["cfg_scale"].dump()});
        if (told["function"] == "ddim_sample_loop")
            words.insert(words.end(), {"--sampler", "ddim", "--eta", told["eta"].dump()});
        if (told["clip_denoised"])
            words.push_back("--clip");
        const auto run = this->run(words);
        ASSERT_EQ(run.exitCode, 0) << run.errors;
        EXPECT_EQ(run.json()["steps"].size(), 10U);
        EXPECT_EQ(run.json()["steps"][9]["time"], 0.0);
        EXPECT_FALSE(run.json().contains("codes"));
        const auto [shape, found] = storedNumbers(m_folder / "t.safetensors", "latent");
        EXPECT_EQ(shape, (std::vector<std::int64_t>{4, 8, 8}));
        const auto wanted =
            storedNumbers(folder + "/expected.safetensors", "sample_" + name).second;
        const double tolerance =
            told["clip_denoised"] ? 5e-5 : 5e-6 * told["abs_max"].get<double>();
        for (std::size_t i = 0; i < found.size(); ++i)
            ASSERT_NEAR(found[i], wanted[i], tolerance) << name << " " << i;
    }
}

TEST_F(GenerateCli, MakesPicturesOfADitAtEveryLevel) {
    testing::writeSmallDit(m_folder / "d",
                           {.config = {{"classes", {"cat", "dog", "eel"}}, {"tokenizer", "../m"}}});
    const auto run =
        this->run({"generate", "d", "--class", "eel", "--sampler", "ddim", "--steps", "3",
                   "--steps-dir", "s", "--every-level", "--out", "p.png", "--cfg", "2"});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    const auto picture = runtime::readPicture(m_folder / "p.png");
    ASSERT_TRUE(picture) << picture.error().message;
    EXPECT_EQ(picture->width, 32);
    EXPECT_EQ(*runtime::readPicture(m_folder / "s/step-002-level-03_8x8.png"), *picture);
    EXPECT_EQ(runtime::readPicture(m_folder / "s/step-000-level-00_1x1.png")->width, 4);
    const auto recipe = runtime::readPictureText(m_folder / "p.png", "hierascope-recipe");
    ASSERT_TRUE(recipe && *recipe);
    EXPECT_EQ(json::parse(**recipe)["options"]["sampler"], "ddim");
    EXPECT_EQ(json::parse(**recipe)["options"]["steps"], 3);
}

TEST_F(GenerateCli, RefusesOptionsOfTheOtherKindOfGenerator) {
    testing::writeSmallDit(m_folder / "d");
    expectOneSentence(run({"generate", "d", "--class", "1", "--greedy"}), 2, {"family dit"});
    expectOneSentence(run({"generate", m_har, "--class", "1", "--steps", "9"}), 2, {"for a DiT"});
    expectOneSentence(run({"generate", m_har, "--class", "1", "--steps-dir", "s", "--every-level",
                           "--tokenizer", m_tokenizer}),
                      2, {"--every-level"});
    expectOneSentence(run({"generate", "d", "--class", "1", "--sampler", "heun"}), 2,
                      {"ddpm or ddim"});
    expectOneSentence(run({"generate", "d", "--class", "1", "--noise", "m/model.safetensors"}), 65,
                      {"'initial' is missing"});
    expectOneSentence(run({"generate", "d", "--class", "1", "--out", "p.png", "--tokenizer",
                           m_tokenizer, "--quiet"}),
                      65, {"latent maps", "codes"});
    expectOneSentence(run({"encode", "d", "photo.png"}), 2, {"family dit"});
}

TEST_F(GenerateCli, InspectsGenerators) {
    const auto run = this->run({"inspect", m_har, "--json"});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    EXPECT_EQ(run.json()["family"], "gpt");
    EXPECT_EQ(run.json()["parameters"], 212288);
    EXPECT_EQ(run.json()["config"]["options"]["variant"], "har");
}

} // namespace hierascope
