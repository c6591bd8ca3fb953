// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/recorded_pyramid.h"

#include <functional>
#include <map>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "core/io/safetensors.h"
#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"

namespace hierascope::runtime {

using nlohmann::json;
using ::testing::HasSubstr;

namespace {

template <typename T>
std::vector<std::byte> bytesOf(const std::vector<T>& values) {
    const auto* first = reinterpret_cast<const std::byte*>(values.data());
    return {first, first + values.size() * sizeof(T)};
}

} // namespace

/// Two images of 32 x 32 in two levels, of 2 x 2 and 4 x 4 tokens, with codes.
class RecordedPyramidTest : public ::testing::Test {
protected:
    struct Tensor {
        io::DType dtype = io::DType::U8;
        std::vector<std::int64_t> shape;
        std::vector<std::byte> bytes;
    };

    RecordedPyramidTest() {
        std::vector<std::uint8_t> images;
        std::vector<std::uint8_t> coarse;
        for (int i = 0; i < 2; ++i) {
            const auto& pixels = testing::smoothPicture(32, 32, i).pixels;
            images.insert(images.end(), pixels.begin(), pixels.end());
            const auto& small = testing::smoothPicture(16, 16, i).pixels;
            coarse.insert(coarse.end(), small.begin(), small.end());
        }
        m_tensors["images"] = {io::DType::U8, {2, 32, 32, 3}, bytesOf(images)};
        m_tensors["level.0.pictures"] = {io::DType::U8, {2, 16, 16, 3}, bytesOf(coarse)};
        m_tensors["level.1.pictures"] = {
            io::DType::F32, {2, 3, 32, 32}, bytesOf(std::vector<float>(2 * 3 * 32 * 32, 0.25F))};
        m_tensors["level.0.codes"] = {
            io::DType::I64, {2, 4}, bytesOf(std::vector<std::int64_t>{0, 1, 2, 3, 4, 5, 6, 7})};
        m_tensors["level.1.codes"] = {
            io::DType::I32, {2, 16}, bytesOf(std::vector<std::int32_t>(32, 9))};
        m_tensors["level.1.tokens"] = {
            io::DType::F32, {2, 16, 3}, bytesOf(std::vector<float>(2 * 16 * 3, 0.5F))};
        m_fields = {{"format", 1},
                    {"name", "outsider"},
                    {"levels", {{{"rows", 2}, {"columns", 2}}, {{"rows", 4}, {"columns", 4}}}},
                    {"images", {"first.png", "second.png"}},
                    {"codebook_size", 16}};
    }

    Result<std::shared_ptr<Tokenizer>> open() {
        std::vector<io::TensorToWrite> tensors;
        for (const auto& [name, tensor] : m_tensors)
            tensors.push_back({name, tensor.dtype, tensor.shape, tensor.bytes});
        EXPECT_TRUE(
            io::writeSafetensors(m_path, tensors, {{"hierascope_pyramid", m_fields.dump()}}));
        return openTokenizer(m_path, {}, {});
    }
    void expectRefusal(const std::string& named) {
        const auto opened = open();
        ASSERT_FALSE(opened) << named;
        EXPECT_EQ(opened.error().code, ErrorCode::BadData);
        EXPECT_THAT(opened.error().message, HasSubstr("record.safetensors"));
        EXPECT_THAT(opened.error().message, HasSubstr(named));
    }

    testing::TempFolder m_folder;
    std::filesystem::path m_path = m_folder / "record.safetensors";
    std::map<std::string, Tensor> m_tensors;
    json m_fields;
};

TEST_F(RecordedPyramidTest, OpensWhereverAModelDoes) {
    const auto opened = open();
    ASSERT_TRUE(opened) << opened.error().message;
    Tokenizer& recording = **opened;
    EXPECT_EQ(recording.info().name, "outsider");
    EXPECT_EQ(recording.info().codebookSize, 16);
    EXPECT_EQ(recording.info().levels.size(), 2U);
    const auto found = recording.reconstruct(testing::smoothPicture(32, 32, 1), {}, {});
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_EQ(found->input, testing::smoothPicture(32, 32, 1));
    EXPECT_EQ(toRgb8(found->levels[0].picture), testing::smoothPicture(16, 16, 1));
    EXPECT_EQ(found->levels[1].picture.planes.front(), 0.25F);
    EXPECT_EQ(found->pyramid.levels[0].codes, (std::vector<std::int64_t>{4, 5, 6, 7}));
    EXPECT_EQ(found->pyramid.levels[1].codes.back(), 9);
    EXPECT_EQ(found->pyramid.levels[1].vectorWidth, 3);
    EXPECT_GT(found->levels[0].psnr, 1.0);
    EXPECT_DOUBLE_EQ(*found->levels[1].bits, (4 + 16) * 4.0);
    EXPECT_TRUE(recording.attentionParts().empty());
    EXPECT_THAT(recording.decode({}, {}, {}).error().message, HasSubstr("recording"));
    const auto images = recordedImages(m_path, {});
    ASSERT_TRUE(images);
    EXPECT_EQ((*images)[1].name, "second.png");
    EXPECT_EQ((*images)[0].picture, testing::smoothPicture(32, 32, 0));
}

TEST_F(RecordedPyramidTest, KnowsItsImagesAgainFromTheirFiles) {
    const auto opened = open();
    ASSERT_TRUE(opened);
    // The file from which the image was made is larger and not square.
    ImageRgb8 large(96, 64);
    const ImageRgb8 small = testing::smoothPicture(32, 32, 0);
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x)
            for (int channel = 0; channel < 3; ++channel)
                large.pixels[std::size_t((y * 96 + x + 16) * 3 + channel)] =
                    small.pixels[std::size_t((y / 2 * 32 + x / 2) * 3 + channel)];
    EXPECT_TRUE((*opened)->reconstruct(large, {}, {}));
    const auto other = (*opened)->reconstruct(testing::smoothPicture(32, 32, 9), {}, {});
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, ErrorCode::NoInput);
    EXPECT_THAT(other.error().message, HasSubstr("'first.png', 'second.png'"));
}

TEST_F(RecordedPyramidTest, NamesWhatDoesNotFit) {
    const json fields = m_fields;
    const auto tensors = m_tensors;
    const std::pair<const char*, std::function<void()>> cases[] = {
        {"'format'", [&] { m_fields["format"] = 2; }},
        {"'levels'", [&] { m_fields["levels"] = json::array(); }},
        {"'rows'", [&] { m_fields["levels"][1]["rows"] = -4; }},
        {"'codebook_size'", [&] { m_fields["codebook_size"] = "many"; }},
        {"code 9", [&] { m_fields["codebook_size"] = 8; }},
        {"names 3 images", [&] { m_fields["images"].push_back("third"); }},
        {"'images'", [&] { m_tensors.erase("images"); }},
        {"'images'",
         [&] {
             m_tensors["images"].shape = {2, 16, 64, 3};
         }},
        {"'level.0.pictures' is missing", [&] { m_tensors.erase("level.0.pictures"); }},
        {"'level.0.codes' is missing", [&] { m_tensors.erase("level.0.codes"); }},
        {"'level.1.codes'",
         [&] {
             m_tensors["level.1.codes"].shape = {2, 2, 8};
         }},
        {"'level.1.tokens'",
         [&] {
             m_tensors["level.1.tokens"].shape = {2, 3, 16};
         }},
        {"'level.0.pictures'",
         [&] {
             m_tensors["level.0.pictures"].shape = {2, 8, 32, 3};
         }},
    };
    for (const auto& [named, spoil] : cases) {
        m_fields = fields;
        m_tensors = tensors;
        spoil();
        if (std::string(named) == "code 9") {
            const auto opened = open();
            ASSERT_TRUE(opened);
            const auto found = (*opened)->encode(testing::smoothPicture(32, 32, 0), {}, {});
            ASSERT_FALSE(found);
            EXPECT_THAT(found.error().message, HasSubstr(named));
        } else {
            expectRefusal(named);
        }
    }
}

TEST_F(RecordedPyramidTest, AnyOtherFileIsNone) {
    EXPECT_FALSE(isRecordedPyramid(m_folder / "nothing.safetensors"));
    EXPECT_FALSE(isRecordedPyramid(m_folder.path()));
    testing::writeSmallModel(m_folder / "m");
    EXPECT_FALSE(isRecordedPyramid(m_folder / "m" / "model.safetensors"));
    ASSERT_TRUE(open());
    EXPECT_TRUE(isRecordedPyramid(m_path));
}

TEST_F(RecordedPyramidTest, TellsWhatIsInIt) {
    ASSERT_TRUE(open());
    const auto inspection = inspectModel(m_path);
    ASSERT_TRUE(inspection) << inspection.error().message;
    EXPECT_EQ(inspection->family, "recording");
    EXPECT_EQ(inspection->tensors.size(), m_tensors.size());
    EXPECT_EQ(inspection->tensors.front().name, "images");
    EXPECT_EQ(json::parse(inspection->config)["codebook_size"], 16);
    EXPECT_EQ(inspection->sha256.size(), 64U);
}

} // namespace hierascope::runtime
