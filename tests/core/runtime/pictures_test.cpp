// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/pictures.h"

#include <gtest/gtest.h>

#include "core/base/atomic_file.h"
#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"

namespace hierascope {

TEST(Pictures, ComeBackFromAPngFileUnchanged) {
    const testing::TempFolder folder;
    const ImageRgb8 picture = testing::smoothPicture(7, 5);
    ASSERT_TRUE(runtime::savePicture(folder / "a.png", picture, {{"key", "text"}}));
    const auto read = runtime::readPicture(folder / "a.png");
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, picture);
}

TEST(Pictures, GiveBackTheTextsThatTheyWereSavedWith) {
    const testing::TempFolder folder;
    const ImageRgb8 picture = testing::smoothPicture(7, 5);
    ASSERT_TRUE(runtime::savePicture(folder / "a.png", picture,
                                     {{"hierascope", "{\"seed\": 1}"}, {"Title", "K\xC3\xB6ln"}}));
    EXPECT_EQ(*runtime::readPictureText(folder / "a.png", "hierascope"), "{\"seed\": 1}");
    EXPECT_EQ(*runtime::readPictureText(folder / "a.png", "Title"), "K\xC3\xB6ln");
    EXPECT_EQ(*runtime::readPictureText(folder / "a.png", "title"), std::nullopt);
}

TEST(Pictures, ThatAreMissingAreNoInput) {
    const auto read = runtime::readPicture("/nowhere/a.png");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::NoInput);
}

TEST(Pictures, ShowAResidualAroundMiddleGrey) {
    ImageRgbF32 residual(3, 1);
    residual.planes = {-1.0F, 0.0F, 1.0F, 0.0F, 0.0F, 0.0F, -3.0F, 0.2F, 3.0F};
    const ImageRgb8 shown = runtime::pictureFromResidual(residual);
    EXPECT_EQ(shown.pixels, (std::vector<std::uint8_t>{0, 128, 0, 128, 128, 153, 255, 128, 255}));
}

TEST(Pictures, AreHashedByTheirBytes) {
    const testing::TempFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder / "abc", "abc"));
    const auto hash = runtime::hashOfFile(folder / "abc");
    ASSERT_TRUE(hash);
    EXPECT_EQ(*hash, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

} // namespace hierascope
