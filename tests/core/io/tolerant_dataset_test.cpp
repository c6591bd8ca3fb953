// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tolerant_dataset.h"

#include <gmock/gmock.h>

#include "core/base/atomic_file.h"
#include "core/base/log.h"
#include "core/io/data_fingerprint.h"
#include "tests/support/temp_folder.h"

namespace hierascope::io {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

/// Ten pictures in two classes; the names of some say that they are broken.
class TolerantFolder : public ::testing::Test {
protected:
    void SetUp() override {
        log::setSink([this](log::Level level, std::string_view, std::string_view message) {
            if (level == log::Level::Warning)
                m_warnings.emplace_back(message);
        });
    }
    void TearDown() override { log::setSink({}); }

    void write(int number, bool isBroken) const {
        const auto folder = m_folder / (number < 5 ? "a" : "b");
        std::filesystem::create_directories(folder);
        ASSERT_TRUE(writeFileAtomically(
            folder / (std::to_string(number) + ".pgm"),
            isBroken ? "broken" : "P5\n1 1\n255\n" + std::string(1, static_cast<char>(number))));
    }

    TolerantDataset open(double share) const {
        auto data = openDataset(m_folder.path());
        EXPECT_TRUE(data);
        return TolerantDataset(std::move(*data), share, "data.broken_share");
    }

    testing::TempFolder m_folder;
    std::vector<std::string> m_warnings;
};

TEST_F(TolerantFolder, PutsTheNextGoodPictureInABrokenOnesPlace) {
    for (int i = 0; i < 10; ++i)
        write(i, i == 3 || i == 4 || i == 9);
    const auto set = open(0.3);
    for (const int index : {3, 4, 3}) {
        const auto image = set.image(index);
        ASSERT_TRUE(image) << image.error().message;
        EXPECT_EQ(image->pixels[0], 5);
        EXPECT_EQ(set.label(index), 1);
    }
    EXPECT_EQ(set.image(9)->pixels[0], 0); // behind the last comes the first
    EXPECT_EQ(set.label(9), 0);
    EXPECT_EQ(set.brokenCount(), 3);
    ASSERT_EQ(m_warnings.size(), 3U); // each is named once
    EXPECT_THAT(m_warnings[0], AllOf(HasSubstr("3.pgm"), HasSubstr("1 of 10")));
}

TEST_F(TolerantFolder, EndsWhereMoreAreBrokenThanTheShareAllows) {
    for (int i = 0; i < 10; ++i)
        write(i, i < 2);
    const auto set = open(0.1);
    ASSERT_TRUE(set.image(1));
    const auto image = set.image(0);
    ASSERT_FALSE(image);
    EXPECT_EQ(image.error().code, ErrorCode::BadData);
    EXPECT_THAT(image.error().message,
                AllOf(HasSubstr("2 of 10 are broken"), HasSubstr("data.broken_share"),
                      HasSubstr("10 %"), HasSubstr("0.pgm")));
}

TEST_F(TolerantFolder, EndsWhereAllAreBroken) {
    for (int i = 0; i < 10; ++i)
        write(i, true);
    EXPECT_FALSE(open(1.0).image(0));
}

TEST_F(TolerantFolder, FingerprintTellsNamesAndSizes) {
    for (int i = 0; i < 10; ++i)
        write(i, false);
    const auto before = fingerprintOf(m_folder.path());
    ASSERT_TRUE(before);
    EXPECT_EQ(before->files, 10);
    EXPECT_EQ(before->bytes, 120);
    ASSERT_TRUE(writeFileAtomically(m_folder / ".hidden", "x"));
    EXPECT_EQ(fingerprintOf(m_folder.path()).value(), *before);
    std::filesystem::rename(m_folder / "a" / "1.pgm", m_folder / "a" / "01.pgm");
    EXPECT_NE(fingerprintOf(m_folder.path()).value(), *before);
    const auto file = m_folder / "b" / "7.pgm";
    const auto one = fingerprintOf(file);
    ASSERT_TRUE(writeFileAtomically(file, "P5\n1 1\n255\nx")); // as large as before
    EXPECT_NE(fingerprintOf(file).value(), one.value());
    EXPECT_EQ(fingerprintOf(m_folder / "nothing").error().code, ErrorCode::NoInput);
}

} // namespace
} // namespace hierascope::io
