// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/hieratok_options.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace hierascope::models {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

TEST(HieraTokOptions, SurviveTheWayThroughJson) {
    HieraTokOptions options;
    options.scales = {1, 2, 4, 8, 12, 16};
    options.downsample = Downsample::Interpolate;
    options.convWidth = ConvWidth::Narrow;
    options.finest = FinestLevel::Projection;
    options.attention = ScaleAttention::ScaleIndependent;
    options.encoder.mlpRatio = 2.5;
    const json written = jsonFromHieraTokOptions(options);
    const auto read = hieraTokOptionsFromJson(written);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(jsonFromHieraTokOptions(*read), written);
    EXPECT_EQ(read->tokenCount(), 485);
}

TEST(HieraTokOptions, CountTheTokensOfThePapersScales) {
    HieraTokOptions options;
    EXPECT_EQ(options.tokenCount(), 341);
    options.scales = {1, 2, 4, 16};
    EXPECT_EQ(options.tokenCount(), 277);
    options.scales = {16};
    EXPECT_EQ(options.tokenCount(), 256);
    EXPECT_TRUE(options.isSingleScale());
}

struct Case {
    const char* pointer;
    json value;
    const char* message;
};

TEST(HieraTokOptions, NameTheFieldThatIsWrong) {
    const std::vector<Case> cases{
        {"/image_size", 0, "'options.image_size' is 0"},
        {"/image_size", "big", "'options.image_size' is \"big\""},
        {"/patch_size", 3, "'options.patch_size' is 3"},
        {"/latent_channels", -1, "'options.latent_channels' is -1"},
        {"/scales", json::array(), "'options.scales' is empty"},
        {"/scales", {4, 2}, "'options.scales' is [4,2]"},
        {"/scales", {1, 1}, "'options.scales' is [1,1]"},
        {"/scales", {0, 1}, "'options.scales' is [0,1]"},
        {"/scales", {1, 17}, "'options.scales' is [1,17]"},
        {"/scales", {1.5}, "'options.scales' is [1.5]"},
        {"/scales", 16, "'options.scales' is 16"},
        {"/downsample", "max", "'options.downsample' is \"max\""},
        {"/conv_width", 1, "'options.conv_width' is 1"},
        {"/finest", nullptr, "'options.finest' is null"},
        {"/attention", "causal", "one of full, scale_independent, scale_causal"},
        {"/encoder", 4, "'options.encoder."},
        {"/encoder/heads", 7, "'options.encoder.heads' is 7"},
        {"/encoder/layers", 0, "'options.encoder.layers' is 0"},
        {"/decoder/width", 1e9, "'options.decoder.width' is 1000000000.0"},
        {"/decoder/mlp_ratio", 0, "'options.decoder.mlp_ratio' is 0"},
        {"/decoder/depth", 2, "'options.decoder.depth' is unknown"},
        {"/extra", 2, "'options.extra' is unknown"},
    };
    for (const Case& bad : cases) {
        json options = jsonFromHieraTokOptions({});
        options[json::json_pointer(bad.pointer)] = bad.value;
        const auto read = hieraTokOptionsFromJson(options);
        ASSERT_FALSE(read) << bad.pointer << " " << bad.value;
        EXPECT_EQ(read.error().code, ErrorCode::BadData);
        EXPECT_THAT(read.error().message, HasSubstr(bad.message));
    }
}

} // namespace
} // namespace hierascope::models
