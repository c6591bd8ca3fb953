// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdio>
#include <fstream>
#include <numeric>

#include <gmock/gmock.h>

#include "core/base/atomic_file.h"
#include "core/io/cifar_dataset.h"
#include "core/io/dataset.h"
#include "core/io/npy.h"
#include "core/io/npz_writer.h"
#include "core/io/shard_names.h"
#include "tests/support/temp_folder.h"

namespace hierascope::io {
namespace {

namespace fs = std::filesystem;

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// The bytes of the smallest image file there is: one pixel of this grey.
std::string pixel(int grey) {
    return "P5\n1 1\n255\n" + std::string(1, static_cast<char>(grey));
}

/// One member of a tar as POSIX describes it.
std::string tarMember(const std::string& name, const std::string& bytes, char type = '0') {
    std::string header(512, '\0');
    header.replace(0, name.size(), name);
    const auto octal = [&header](std::size_t place, int digits, std::size_t value) {
        std::array<char, 16> text{};
        std::snprintf(text.data(), text.size(), "%0*zo", digits, value);
        header.replace(place, static_cast<std::size_t>(digits), text.data());
    };
    octal(100, 7, 0644);
    octal(108, 7, 0);
    octal(116, 7, 0);
    octal(124, 11, bytes.size());
    octal(136, 11, 0);
    header[156] = type;
    header.replace(257, 6, std::string("ustar\0", 6));
    header.replace(263, 2, "00");
    header.replace(148, 8, "        ");
    std::size_t sum = 0;
    for (const char byte : header)
        sum += static_cast<unsigned char>(byte);
    octal(148, 6, sum);
    header[154] = '\0';
    return header + bytes + std::string((512 - bytes.size() % 512) % 512, '\0');
}

const std::string kTarEnd(1024, '\0');

void write(const fs::path& path, const std::string& bytes) {
    ASSERT_TRUE(writeFileAtomically(path, bytes));
}

int greyOf(const ImageDataset& set, std::int64_t index) {
    const auto image = set.image(index);
    return image ? image->pixels.at(0) : -1;
}

void expectRefused(const fs::path& path, const std::vector<std::string>& mentions) {
    const auto set = openDataset(path);
    ASSERT_FALSE(set) << path;
    EXPECT_NE(set.error().code, ErrorCode::Failed);
    for (const std::string& mention : mentions)
        EXPECT_THAT(set.error().message, HasSubstr(mention));
}

TEST(TarDataset, GathersPicturesAndClassesByTheirKeys) {
    const testing::TempFolder folder;
    write(folder / "a.tar", tarMember("train/", "", '5') + tarMember("train/0001.cls", "2\n") +
                                tarMember("train/0001.pgm", pixel(7)) +
                                tarMember("train/0001.txt", "a dog") +
                                tarMember("train/0002.txt", "no picture") +
                                tarMember("train/0003.seg.pgm", pixel(8)) + kTarEnd);
    const auto set = openDataset(folder / "a.tar");
    ASSERT_TRUE(set) << set.error().message;
    ASSERT_EQ((*set)->size(), 2);
    EXPECT_EQ(greyOf(**set, 1), 8); // in any order
    EXPECT_EQ(greyOf(**set, 0), 7);
    EXPECT_EQ((*set)->label(0), 2);
    EXPECT_EQ((*set)->label(1), std::nullopt);
    EXPECT_EQ((*set)->classes().size(), 3U);
}

TEST(TarDataset, OpensShardsOfAFolderOrAPattern) {
    const testing::TempFolder folder;
    for (int i = 0; i < 12; ++i) {
        std::array<char, 16> name{};
        std::snprintf(name.data(), name.size(), "s-%03d.tar", i);
        write(folder / name.data(), tarMember("k.pgm", pixel(i)) + kTarEnd);
    }
    const auto all = openDataset(folder.path());
    ASSERT_TRUE(all) << all.error().message;
    EXPECT_EQ((*all)->size(), 12);
    const auto some = openDataset(folder / "s-{003..010}.tar");
    ASSERT_TRUE(some) << some.error().message;
    ASSERT_EQ((*some)->size(), 8);
    EXPECT_EQ(greyOf(**some, 0), 3);
    EXPECT_EQ(greyOf(**some, 7), 10);
    expectRefused(folder / "s-{000..013}.tar", {"s-012.tar"});
}

TEST(TarDataset, NamesABrokenPictureByItsMember) {
    const testing::TempFolder folder;
    write(folder / "a.tar",
          tarMember("1.png", "this is no picture") + tarMember("2.pgm", pixel(5)) + kTarEnd);
    const auto set = openDataset(folder / "a.tar");
    ASSERT_TRUE(set) << set.error().message;
    const auto broken = (*set)->image(0);
    ASSERT_FALSE(broken);
    EXPECT_THAT(broken.error().message, AllOf(HasSubstr("a.tar"), HasSubstr("1.png")));
    EXPECT_EQ(greyOf(**set, 1), 5);
}

TEST(TarDataset, RefusesWhatIsCutEmptyOrNoTar) {
    const testing::TempFolder folder;
    const std::string whole =
        tarMember("1.pgm", pixel(1)) + tarMember("2.ppm", std::string(5000, 'x'));
    write(folder / "cut.tar", whole.substr(0, whole.size() - 3000));
    expectRefused(folder / "cut.tar", {"cut.tar", "the tar is cut", "2.ppm"});
    write(folder / "header.tar", whole.substr(0, 1024 + 100));
    expectRefused(folder / "header.tar", {"header.tar", "1.pgm"});
    write(folder / "none.tar", tarMember("readme.txt", "hello") + kTarEnd);
    expectRefused(folder / "none.tar", {"holds no picture"});
    write(folder / "empty.tar", "");
    expectRefused(folder / "empty.tar", {"empty.tar"});
    write(folder / "text.tar", "this is no tar at all, and long enough to be one perhaps");
    expectRefused(folder / "text.tar", {"text.tar"});
    write(folder / "packed.tar", std::string("\x1f\x8b\x08\0", 4) + std::string(2000, 'x'));
    expectRefused(folder / "packed.tar", {"packed.tar"});
    for (const char* label : {"cat", "-1", "70000", ""}) {
        write(folder / "label.tar",
              tarMember("7.cls", label) + tarMember("7.pgm", pixel(1)) + kTarEnd);
        expectRefused(folder / "label.tar", {"7.cls", "0 to 65535"});
    }
}

TEST(ShardNames, FollowTheirRanges) {
    EXPECT_THAT(shardsOf("a-{08..10}.tar").value(),
                ElementsAre("a-08.tar", "a-09.tar", "a-10.tar"));
    EXPECT_THAT(shardsOf("{0..1}/{9..10}.tar").value(),
                ElementsAre("0/9.tar", "0/10.tar", "1/9.tar", "1/10.tar"));
    for (const char* wrong : {"{a..b}.tar", "{3..1}.tar", "{1.tar", "{}.tar", "{0..100000}.tar",
                              "{0..999}{0..999}.tar", "{0..99999999999999999999}.tar"}) {
        const auto shards = shardsOf(wrong);
        ASSERT_FALSE(shards) << wrong;
        EXPECT_THAT(shards.error().message, HasSubstr("no range of shards"));
    }
}

/// A record whose pixels count up from `first`, plane by plane.
std::string cifarRecord(const std::string& labels, int first) {
    std::string pixels(3072, '\0');
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] = static_cast<char>(first + static_cast<int>(i / 1024));
    return labels + pixels;
}

TEST(CifarDataset, ReadsTheTrainingFilesOfAFolder) {
    const testing::TempFolder folder;
    write(folder / "data_batch_1.bin", cifarRecord("\x03", 10) + cifarRecord("\x09", 20));
    write(folder / "data_batch_2.bin", cifarRecord(std::string(1, '\0'), 30));
    write(folder / "test_batch.bin", cifarRecord("\x01", 40));
    write(folder / "batches.meta.txt", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n\n");
    const auto set = openDataset(folder.path());
    ASSERT_TRUE(set) << set.error().message;
    ASSERT_EQ((*set)->size(), 3);
    const auto last = (*set)->image(2);
    ASSERT_TRUE(last);
    EXPECT_EQ(last->width, 32);
    EXPECT_THAT(std::vector<int>(last->pixels.begin(), last->pixels.begin() + 3),
                ElementsAre(30, 31, 32));
    EXPECT_EQ((*set)->label(1), 9);
    EXPECT_EQ((*set)->classes()[9], "j");
    const auto test = openDataset(folder / "test_batch.bin");
    ASSERT_TRUE(test);
    EXPECT_EQ((*test)->size(), 1);
}

TEST(CifarDataset, TakesTheFineLabelOfCifar100) {
    const testing::TempFolder folder;
    write(folder / "train.bin", cifarRecord("\x05\x63", 10) + cifarRecord("\x05\x07", 20));
    const auto set = openDataset(folder.path());
    ASSERT_TRUE(set) << set.error().message;
    EXPECT_EQ((*set)->size(), 2);
    EXPECT_EQ((*set)->label(0), 99);
    EXPECT_EQ(greyOf(**set, 1), 20);
}

TEST(CifarDataset, RefusesWrongSizesAndLabels) {
    const testing::TempFolder folder;
    write(folder / "data_batch_1.bin", cifarRecord("\x03", 1).substr(0, 3000));
    expectRefused(folder.path(), {"data_batch_1.bin", "3000 bytes", "3073 or 3074"});
    write(folder / "data_batch_1.bin", "");
    expectRefused(folder / "data_batch_1.bin", {"0 bytes"});
    write(folder / "data_batch_1.bin", cifarRecord("\x03", 1) + cifarRecord("\x0a", 1));
    expectRefused(folder / "data_batch_1.bin", {"record 1 is 10", "0 to 9"});
}

TEST(PackedPixels, ReadsNpzAsNumpyWritesIt) {
    const testing::TempFolder folder;
    std::array<std::uint8_t, 24> pixels{};
    std::iota(pixels.begin(), pixels.end(), std::uint8_t{0});
    const std::array<std::int64_t, 2> labels{4, 1};
    const auto save = [&](const fs::path& path, const std::array<std::int64_t, 2>& classes) {
        const std::array<TensorToWrite, 2> arrays{{
            {"images", DType::U8, {2, 2, 2, 3}, std::as_bytes(std::span(pixels))},
            {"labels", DType::I64, {2}, std::as_bytes(std::span(classes))},
        }};
        ASSERT_TRUE(writeNpz(path, arrays));
    };
    save(folder / "p.npz", labels);
    const auto set = openDataset(folder / "p.npz");
    ASSERT_TRUE(set) << set.error().message;
    ASSERT_EQ((*set)->size(), 2);
    EXPECT_EQ(greyOf(**set, 1), 12);
    EXPECT_EQ((*set)->label(0), 4);
    save(folder / "q.npz", {0, -3});
    expectRefused(folder / "q.npz", {"labels[1] is -3"});
}

} // namespace
} // namespace hierascope::io
