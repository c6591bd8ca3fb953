// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/inspect.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "core/runtime/pictures.h"
#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"

namespace hierascope {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(InspectModel, TellsWhatIsInACheckpoint) {
    const testing::TempFolder folder;
    testing::writeSmallModel(folder / "m");
    const auto inspection = runtime::inspectModel(folder / "m");
    ASSERT_TRUE(inspection) << inspection.error().message;
    EXPECT_EQ(inspection->family, "hieratok");
    EXPECT_THAT(inspection->missing, IsEmpty());
    EXPECT_THAT(inspection->unexpected, IsEmpty());
    EXPECT_THAT(inspection->mismatched, IsEmpty());
    EXPECT_EQ(inspection->sha256, *runtime::hashOfFile(folder / "m" / "model.safetensors"));

    std::int64_t elements = 0;
    for (const runtime::TensorInfo& tensor : inspection->tensors) {
        std::int64_t count = 1;
        for (const std::int64_t size : tensor.shape)
            count *= size;
        elements += count;
        EXPECT_EQ(tensor.dtype, "float32");
    }
    EXPECT_EQ(inspection->parameters, elements);
}

TEST(InspectModel, WritesOutTheOptionsThatTheConfigLeavesOut) {
    const testing::TempFolder folder;
    testing::writeSmallModel(folder / "m");
    const auto inspection = runtime::inspectModel(folder / "m");
    ASSERT_TRUE(inspection);
    const auto config = nlohmann::json::parse(inspection->config);
    EXPECT_EQ(config["options"]["conv_width"], "wide");
    EXPECT_EQ(config["options"]["scales"], nlohmann::json({1, 2, 4, 8}));
}

TEST(InspectModel, NamesTheTypesOfHalfPrecisionWeights) {
    const testing::TempFolder folder;
    testing::writeSmallModel(folder / "m", {.isHalf = true});
    const auto inspection = runtime::inspectModel(folder / "m");
    ASSERT_TRUE(inspection);
    EXPECT_EQ(inspection->tensors.front().dtype, "float16");
}

TEST(InspectModel, ListsEverythingThatDoesNotFit) {
    const testing::TempFolder folder;
    testing::writeSmallModel(folder / "m");
    testing::spoilTensor(folder / "m", "moments.bias", "drop");
    testing::spoilTensor(folder / "m", "moments.weight", "add");
    testing::spoilTensor(folder / "m", "to_pixels.weight", "flatten");
    const auto inspection = runtime::inspectModel(folder / "m");
    ASSERT_TRUE(inspection) << inspection.error().message;
    EXPECT_THAT(inspection->missing, ElementsAre("moments.bias"));
    EXPECT_THAT(inspection->unexpected, ElementsAre("moments.weight.extra"));
    ASSERT_EQ(inspection->mismatched.size(), 1U);
    EXPECT_EQ(inspection->mismatched[0].name, "to_pixels.weight");
    EXPECT_THAT(inspection->mismatched[0].found, ElementsAre(48 * 32));
    EXPECT_THAT(inspection->mismatched[0].expected, ElementsAre(48, 32));
}

TEST(InspectModel, TakesOverridesIntoAccount) {
    const testing::TempFolder folder;
    testing::writeSmallModel(folder / "m");
    runtime::OpenOptions options;
    options.overrides = {"decoder.layers=2"};
    const auto inspection = runtime::inspectModel(folder / "m", options);
    ASSERT_TRUE(inspection);
    EXPECT_EQ(
        std::count_if(inspection->missing.begin(), inspection->missing.end(),
                      [](const std::string& name) { return name.starts_with("dec.blocks.1."); }),
        static_cast<std::ptrdiff_t>(inspection->missing.size()));
    EXPECT_FALSE(inspection->missing.empty());
}

TEST(InspectModel, RefusesAConfigFarTooLargeForTheWeights) {
    const testing::TempFolder folder;
    testing::writeSmallModel(folder / "m");
    runtime::OpenOptions options;
    options.overrides = {"decoder.width=16384", "decoder.layers=256"};
    const auto inspection = runtime::inspectModel(folder / "m", options);
    ASSERT_FALSE(inspection);
    EXPECT_EQ(inspection.error().code, ErrorCode::BadData);
    EXPECT_THAT(inspection.error().message, HasSubstr("config.json"));
}

} // namespace hierascope
