// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/hierascope_cli/cli_fixture.h"

#include <cstring>

#include "core/base/image.h"
#include "core/io/safetensors.h"
#include "core/runtime/pictures.h"

namespace hierascope {

using testing::expectOneSentence;

class EncodeDecode : public testing::CliTest {
protected:
    std::vector<std::int64_t> shapeOf(const std::string& file, const std::string& tensor) const {
        const auto opened = io::SafetensorsFile::open(m_folder / file);
        EXPECT_TRUE(opened);
        const io::TensorEntry* entry = opened ? opened->find(tensor) : nullptr;
        EXPECT_NE(entry, nullptr) << tensor;
        return entry != nullptr ? entry->shape : std::vector<std::int64_t>();
    }

    std::vector<float> valuesOf(const std::string& file, const std::string& tensor) const {
        const auto opened = io::SafetensorsFile::open(m_folder / file);
        const auto bytes = opened->read(*opened->find(tensor));
        std::vector<float> values(bytes->size() / sizeof(float));
        std::memcpy(values.data(), bytes->data(), bytes->size());
        return values;
    }
};

TEST_F(EncodeDecode, WritesTheTensorsAndFieldsThatArePromised) {
    const auto run = this->run(
        {"encode", "m", "photo.png", "--tensors", "t.safetensors", "--json", "--device", "cpu"});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    EXPECT_EQ(run.errors, "");
    const auto json = run.json();
    EXPECT_EQ(json["image"], "photo.png");
    EXPECT_EQ(json["width"], 50);
    EXPECT_EQ(json["height"], 40);
    ASSERT_EQ(json["levels"].size(), 4U);
    EXPECT_EQ(json["levels"][2],
              nlohmann::json({{"name", "4x4"}, {"rows", 4}, {"cols", 4}, {"tokens", 16}}));
    EXPECT_EQ(shapeOf("t.safetensors", "latents"), (std::vector<std::int64_t>{64, 4}));
    EXPECT_EQ(shapeOf("t.safetensors", "mean"), (std::vector<std::int64_t>{4, 8, 8}));
    EXPECT_EQ(shapeOf("t.safetensors", "logvar"), (std::vector<std::int64_t>{4, 8, 8}));
}

TEST_F(EncodeDecode, GivesTheFinestPictureOfReconstruct) {
    ASSERT_EQ(run({"encode", "m", "photo.png", "--tensors", "t.safetensors"}).exitCode, 0);
    ASSERT_EQ(run({"decode", "m", "t.safetensors", "--out", "p.png", "--tensors", "i.safetensors"})
                  .exitCode,
              0);
    ASSERT_EQ(run({"reconstruct", "m", "photo.png", "--out", "r"}).exitCode, 0);
    const auto decoded = runtime::readPicture(m_folder / "p.png");
    const auto finest = runtime::readPicture(m_folder / "r/level-03_8x8.png");
    ASSERT_TRUE(decoded && finest);
    EXPECT_EQ(*decoded, *finest);

    EXPECT_EQ(shapeOf("i.safetensors", "image"), (std::vector<std::int64_t>{3, 32, 32}));
    ImageRgbF32 image(32, 32);
    image.planes = valuesOf("i.safetensors", "image");
    EXPECT_EQ(toRgb8(image), *decoded);
}

TEST_F(EncodeDecode, IsTheSameByteForByteTwice) {
    for (const char* name : {"1", "2"}) {
        const std::string tensors = std::string("t") + name;
        ASSERT_EQ(run({"encode", "m", "photo.png", "--tensors", tensors}).exitCode, 0);
        ASSERT_EQ(run({"decode", "m", "t1", "--tensors", std::string("i") + name}).exitCode, 0);
    }
    EXPECT_EQ(bytesOf("t1"), bytesOf("t2"));
    EXPECT_EQ(bytesOf("i1"), bytesOf("i2"));
}

TEST_F(EncodeDecode, AgreesBetweenOneAndTwoThreads) {
    for (const char* threads : {"1", "2"}) {
        ASSERT_EQ(run({"encode", "m", "photo.png", "--threads", threads, "--tensors",
                       std::string("t") + threads})
                      .exitCode,
                  0);
        ASSERT_EQ(run({"decode", "m", "t1", "--threads", threads, "--tensors",
                       std::string("i") + threads})
                      .exitCode,
                  0);
    }
    for (const auto& [file, tensor] : {std::pair{"t", "latents"}, std::pair{"i", "image"}}) {
        const auto one = valuesOf(std::string(file) + "1", tensor);
        const auto two = valuesOf(std::string(file) + "2", tensor);
        ASSERT_EQ(one.size(), two.size());
        for (std::size_t i = 0; i < one.size(); ++i)
            ASSERT_NEAR(one[i], two[i], 1e-4F);
    }
}

TEST_F(EncodeDecode, KeepsAPrefixOfTheLevels) {
    ASSERT_EQ(run({"encode", "m", "photo.png", "--tensors", "t"}).exitCode, 0);
    ASSERT_EQ(run({"decode", "m", "t", "--keep-levels", "3", "--out", "l.png"}).exitCode, 0);
    ASSERT_EQ(run({"decode", "m", "t", "--keep-tokens", "21", "--out", "k.png"}).exitCode, 0);
    const auto levels = runtime::readPicture(m_folder / "l.png");
    const auto tokens = runtime::readPicture(m_folder / "k.png");
    ASSERT_TRUE(levels && tokens);
    EXPECT_EQ(levels->width, 16);
    EXPECT_EQ(*levels, *tokens);
    expectOneSentence(run({"decode", "m", "t", "--keep-tokens", "20", "--out", "k.png"}), 2,
                      {"20", "1, 5, 21, 85"});
    expectOneSentence(run({"decode", "m", "t", "--keep-levels", "5", "--out", "k.png"}), 2,
                      {"5", "1 to 4"});
}

TEST_F(EncodeDecode, WantsSomewhereToWriteTo) {
    expectOneSentence(run({"decode", "m", "t"}), 2, {"--out", "--tensors"});
}

TEST_F(EncodeDecode, NamesAFolderThatCannotBeWrittenTo) {
    expectOneSentence(run({"encode", "m", "photo.png", "--tensors", "nowhere/t"}), 73,
                      {"nowhere/t"});
}

TEST_F(EncodeDecode, SamplesBySeed) {
    for (const char* seed : {"1", "1 ", "2"}) {
        const std::string number(1, seed[0]);
        ASSERT_EQ(run({"encode", "m", "photo.png", "--sample", "--seed", number, "--tensors",
                       std::string("s") + seed})
                      .exitCode,
                  0);
    }
    EXPECT_EQ(bytesOf("s1"), bytesOf("s1 "));
    EXPECT_NE(bytesOf("s1"), bytesOf("s2"));
}

TEST_F(EncodeDecode, WritesATensorFileForEachOfSeveralImages) {
    const auto run = this->run(
        {"encode", "m", "photo.png", "photo.png", "--tensors", "several", "--json", "--quiet"});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    EXPECT_EQ(std::count(run.output.begin(), run.output.end(), '\n'), 2);
    EXPECT_EQ(bytesOf("several/photo.safetensors"), bytesOf("several/photo-2.safetensors"));
}

TEST_F(EncodeDecode, ComputesInBfloat16OnRequest) {
    ASSERT_EQ(run({"encode", "m", "photo.png", "--tensors", "f"}).exitCode, 0);
    ASSERT_EQ(run({"encode", "m", "photo.png", "--dtype", "bfloat16", "--tensors", "b"}).exitCode,
              0);
    const auto exact = valuesOf("f", "latents");
    const auto coarse = valuesOf("b", "latents");
    ASSERT_EQ(exact.size(), coarse.size());
    EXPECT_NE(exact, coarse);
}

} // namespace hierascope
