// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/hierarchy_pictures.h"

#include <cmath>

#include <gmock/gmock.h>

namespace hierascope::runtime {
namespace {

/// A coarse hierarchy of two tokens over a fine one of four, two numbers each.
TokenPyramid pyramid() {
    TokenPyramid made;
    made.hierarchies.push_back({2, 1, 2, {3.0F, 4.0F, -3.0F, -4.0F}});
    made.hierarchies.push_back({2, 2, 2, {0.0F, 0.0F, 1.0F, 0.0F, 0.0F, 0.0F, 0.0F, 1.0F}});
    return made;
}

TEST(HierarchyPictures, CoverTheFinestGrid) {
    const auto pictures = hierarchyPictures(pyramid());
    ASSERT_TRUE(pictures);
    ASSERT_EQ(pictures->size(), 2U);
    for (const HierarchyPicture& picture : *pictures) {
        EXPECT_EQ(picture.own.width, 2);
        EXPECT_EQ(picture.own.height, 2);
        EXPECT_EQ(picture.sum.width, 2);
    }
    EXPECT_EQ((*pictures)[0].columns, 1);
    EXPECT_NEAR((*pictures)[0].norm, 5.0, 1e-6);
    EXPECT_NEAR((*pictures)[1].norm, 0.5, 1e-6);
}

TEST(HierarchyPictures, SpreadACoarseTokenOverItsArea) {
    const auto pictures = hierarchyPictures(pyramid());
    ASSERT_TRUE(pictures);
    const ImageRgb8& own = (*pictures)[0].own;
    for (std::size_t channel = 0; channel < 3; ++channel) {
        EXPECT_EQ(own.pixels[channel], own.pixels[3 + channel]); // one row, one token
    }
    EXPECT_NE(own.pixels[0], own.pixels[6]); // another token
    EXPECT_NE((*pictures)[1].sum, (*pictures)[0].sum);
}

TEST(HierarchyPictures, AreNoneWithoutHierarchies) {
    const auto pictures = hierarchyPictures({});
    ASSERT_TRUE(pictures);
    EXPECT_TRUE(pictures->empty());
}

TEST(HierarchyPictures, RefuseValuesThatAreNotFinite) {
    TokenPyramid broken = pyramid();
    broken.hierarchies[0].vectors[1] = std::nanf("");
    const auto pictures = hierarchyPictures(broken);
    ASSERT_FALSE(pictures);
    EXPECT_EQ(pictures.error().code, ErrorCode::BadData);
}

} // namespace
} // namespace hierascope::runtime
