// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dataset.h"

#include <array>
#include <fstream>
#include <numeric>
#include <stdexcept>

#include <gmock/gmock.h>

#include "core/base/atomic_file.h"
#include "core/io/safetensors.h"
#include "tests/support/temp_folder.h"

namespace hierascope::io {
namespace {

namespace fs = std::filesystem;

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const fs::path kData = fs::path(HIERASCOPE_TEST_DATA) / "io";

/// The smallest image file there is: one pixel of this grey.
void writePixel(const fs::path& path, int grey) {
    fs::create_directories(path.parent_path());
    ASSERT_TRUE(
        writeFileAtomically(path, "P5\n1 1\n255\n" + std::string(1, static_cast<char>(grey))));
}

int greyOf(const ImageDataset& set, std::int64_t index) {
    const auto image = set.image(index);
    return image ? image->pixels.at(0) : -1;
}

TEST(Dataset, TakesClassesAndImagesFromFoldersInTheOrderOfTheirNames) {
    const testing::TempFolder folder;
    writePixel(folder / "dogs/2.pgm", 3);
    writePixel(folder / "dogs/1.pgm", 2);
    writePixel(folder / "cats/tabby/1.pgm", 1);
    writePixel(folder / "cats/.hidden.pgm", 9);
    writePixel(folder / ".cache/1.pgm", 9);
    fs::create_directories(folder / "empty");
    const auto set = openDataset(folder.path());
    ASSERT_TRUE(set) << set.error().message;
    ASSERT_EQ((*set)->size(), 3);
    EXPECT_THAT((*set)->classes(), ElementsAre("cats", "dogs"));
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(greyOf(**set, i), i + 1);
        EXPECT_EQ((*set)->label(i), i == 0 ? 0 : 1);
    }
    EXPECT_THAT((*set)->description(), HasSubstr("3 image files in 2 classes"));
}

TEST(Dataset, OpensAFlatFolderWithoutLabels) {
    const testing::TempFolder folder;
    writePixel(folder / "b.pgm", 2);
    writePixel(folder / "a.pgm", 1);
    ASSERT_TRUE(writeFileAtomically(folder / "LICENSE.txt", "free"));
    const auto set = openDataset(folder.path());
    ASSERT_TRUE(set) << set.error().message;
    ASSERT_EQ((*set)->size(), 2);
    EXPECT_EQ(greyOf(**set, 0), 1);
    EXPECT_FALSE((*set)->label(0));
    EXPECT_TRUE((*set)->classes().empty());
}

TEST(Dataset, NamesABrokenImageAndStillReadsTheOthers) {
    const testing::TempFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder / "a.png", "this is no picture"));
    writePixel(folder / "b.pgm", 5);
    const auto set = openDataset(folder.path());
    ASSERT_TRUE(set) << set.error().message;
    const auto broken = (*set)->image(0);
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().code, ErrorCode::BadData);
    EXPECT_THAT(broken.error().message, HasSubstr("a.png"));
    EXPECT_EQ(greyOf(**set, 1), 5);
}

TEST(Dataset, ReadsPackedAndPlainIdxFilesWithTheLabelsBesideThem) {
    const auto packed = openDataset(kData / "train-images-idx3-ubyte.gz");
    ASSERT_TRUE(packed) << packed.error().message;
    const auto plain = openDataset(kData / "t10k-images-idx3-ubyte");
    ASSERT_TRUE(plain) << plain.error().message;
    ASSERT_EQ((*packed)->size(), 3);
    for (int i = 0; i < 3; ++i) {
        const auto image = (*packed)->image(i);
        ASSERT_TRUE(image);
        EXPECT_EQ(image->width, 4);
        EXPECT_EQ(image->height, 2);
        for (std::size_t p = 0; p < 24; ++p)
            EXPECT_EQ(image->pixels[p], 8 * i + static_cast<int>(p / 3));
        EXPECT_EQ(*image, (*plain)->image(i).value());
        EXPECT_FALSE((*plain)->label(i));
    }
    EXPECT_EQ((*packed)->label(0), 2);
    EXPECT_EQ((*packed)->label(1), 0);
    EXPECT_THAT((*packed)->classes(), ElementsAre("0", "1", "2"));
    EXPECT_THROW(static_cast<void>((*packed)->image(3)), std::out_of_range);
}

TEST(Dataset, ReadsPixelsOfNpyInColourAndGrey) {
    const auto colour = openDataset(kData / "uint8-v2.npy");
    ASSERT_TRUE(colour) << colour.error().message;
    ASSERT_EQ((*colour)->size(), 1);
    const auto picture = (*colour)->image(0);
    ASSERT_TRUE(picture);
    EXPECT_THAT(picture->pixels, ElementsAre(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    const auto grey = openDataset(kData / "uint8-grey.npy");
    ASSERT_TRUE(grey) << grey.error().message;
    const auto second = (*grey)->image(1);
    ASSERT_TRUE(second);
    EXPECT_THAT(second->pixels, ElementsAre(4, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7, 7));
    EXPECT_THROW(static_cast<void>((*grey)->image(-1)), std::out_of_range);
}

TEST(Dataset, ReadsPixelsLabelsAndMetadataOfSafetensors) {
    const testing::TempFolder folder;
    std::array<std::uint8_t, 12> pixels = {};
    std::iota(pixels.begin(), pixels.end(), std::uint8_t{0});
    const std::array<std::int64_t, 2> labels = {1, 0};
    const std::array<TensorToWrite, 2> tensors = {{
        {"images", DType::U8, {2, 1, 2, 3}, std::as_bytes(std::span(pixels))},
        {"labels", DType::I64, {2}, std::as_bytes(std::span(labels))},
    }};
    ASSERT_TRUE(writeSafetensors(folder / "p.safetensors", tensors,
                                 {{"licence", "CC0"}, {"classes", R"(["cat", "dog"])"}}));
    const auto set = openDataset(folder / "p.safetensors");
    ASSERT_TRUE(set) << set.error().message;
    ASSERT_EQ((*set)->size(), 2);
    const auto second = (*set)->image(1);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->width, 2);
    EXPECT_THAT(second->pixels, ElementsAre(6, 7, 8, 9, 10, 11));
    EXPECT_EQ((*set)->label(0), 1);
    EXPECT_THAT((*set)->classes(), ElementsAre("cat", "dog"));
    EXPECT_EQ((*set)->metadata().at("licence"), "CC0");
}

} // namespace
} // namespace hierascope::io
