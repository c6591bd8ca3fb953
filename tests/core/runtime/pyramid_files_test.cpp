// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/pyramid_files.h"

#include <limits>

#include <gmock/gmock.h>

#include "tests/support/temp_folder.h"

namespace hierascope {

using ::testing::HasSubstr;

namespace {

/// Two by two latent positions of three channels.
runtime::TokenPyramid smallPyramid() {
    runtime::TokenPyramid pyramid;
    pyramid.latentChannels = 3;
    pyramid.latentRows = 2;
    pyramid.latentColumns = 2;
    for (int i = 0; i < 12; ++i) {
        pyramid.latents.push_back(0.25F * static_cast<float>(i));
        pyramid.mean.push_back(1.0F);
        pyramid.logvar.push_back(-1.0F);
    }
    return pyramid;
}

runtime::ModelInfo infoFor(int channels, int side) {
    runtime::ModelInfo info;
    info.name = "small";
    info.latentChannels = channels;
    info.latentRows = side;
    info.latentColumns = side;
    return info;
}

} // namespace

TEST(PyramidFiles, GiveTheLatentsBack) {
    const testing::TempFolder folder;
    const runtime::TokenPyramid pyramid = smallPyramid();
    ASSERT_TRUE(runtime::savePyramid(folder / "p.safetensors", pyramid));
    const auto latents = runtime::readTokens(folder / "p.safetensors", infoFor(3, 2));
    ASSERT_TRUE(latents);
    EXPECT_EQ(latents->latents, pyramid.latents);
}

TEST(PyramidFiles, NameFileTensorAndShapesThatDoNotFitTheModel) {
    const testing::TempFolder folder;
    ASSERT_TRUE(runtime::savePyramid(folder / "p.safetensors", smallPyramid()));
    const auto latents = runtime::readTokens(folder / "p.safetensors", infoFor(3, 4));
    ASSERT_FALSE(latents);
    EXPECT_EQ(latents.error().code, ErrorCode::BadData);
    EXPECT_THAT(latents.error().message, HasSubstr("p.safetensors"));
    EXPECT_THAT(latents.error().message, HasSubstr("'latents' is [4, 3], expected [16, 3]"));
}

TEST(PyramidFiles, WithoutLatentsAreRefused) {
    const testing::TempFolder folder;
    ASSERT_TRUE(runtime::saveImageTensor(folder / "i.safetensors", ImageRgbF32(2, 2)));
    const auto latents = runtime::readTokens(folder / "i.safetensors", infoFor(3, 2));
    ASSERT_FALSE(latents);
    EXPECT_EQ(latents.error().code, ErrorCode::BadData);
    EXPECT_THAT(latents.error().message, HasSubstr("'latents' is missing"));
}

TEST(PyramidFiles, WithValuesThatAreNotFiniteAreRefused) {
    const testing::TempFolder folder;
    runtime::TokenPyramid pyramid = smallPyramid();
    pyramid.latents[5] = std::numeric_limits<float>::infinity();
    ASSERT_TRUE(runtime::savePyramid(folder / "p.safetensors", pyramid));
    const auto latents = runtime::readTokens(folder / "p.safetensors", infoFor(3, 2));
    ASSERT_FALSE(latents);
    EXPECT_EQ(latents.error().code, ErrorCode::BadData);
    EXPECT_THAT(latents.error().message, HasSubstr("not finite"));
}

} // namespace hierascope
