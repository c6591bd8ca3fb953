// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/weight_difference.h"

#include <cmath>

#include <gmock/gmock.h>

#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"

namespace hierascope::runtime {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kTensor = "to_pixels.weight";

TEST(WeightDifference, IsNothingBetweenACheckpointAndItself) {
    const testing::TempFolder folder;
    testing::writeSmallModel(folder / "m");
    const auto difference = compareWeights(folder / "m", folder / "m");
    ASSERT_TRUE(difference) << difference.error().message;
    EXPECT_EQ(difference->equal, std::int64_t(difference->tensors.size()));
    EXPECT_EQ(difference->relative, 0.0);
    for (const TensorChange& tensor : difference->tensors)
        EXPECT_EQ(tensor.cosine, tensor.normA > 0.0 ? tensor.cosine : 1.0);
}

TEST(WeightDifference, FindsTheOneTensorThatMoved) {
    const testing::TempFolder folder;
    testing::writeSmallModel(folder / "a");
    testing::writeSmallModel(folder / "b");
    testing::spoilTensor(folder / "b", kTensor, "zero");
    const auto difference = compareWeights(folder / "a", folder / "b");
    ASSERT_TRUE(difference) << difference.error().message;
    const TensorChange& first = difference->tensors.front();
    EXPECT_EQ(first.name, kTensor);
    EXPECT_DOUBLE_EQ(first.relative, 1.0) << "all of it is gone";
    EXPECT_DOUBLE_EQ(first.distance, first.normA);
    EXPECT_EQ(first.normB, 0.0);
    EXPECT_EQ(difference->equal, std::int64_t(difference->tensors.size()) - 1);
    EXPECT_DOUBLE_EQ(difference->distance, first.distance);
    const auto back = compareWeights(folder / "b", folder / "a");
    ASSERT_TRUE(back);
    EXPECT_TRUE(std::isinf(back->tensors.front().relative)) << "it was nothing before";
}

TEST(WeightDifference, ListsWhatCannotBeCompared) {
    const testing::TempFolder folder;
    testing::writeSmallModel(folder / "a");
    testing::writeSmallModel(folder / "b");
    testing::spoilTensor(folder / "a", kTensor, "flatten");
    testing::spoilTensor(folder / "b", "moments.bias", "drop");
    const auto difference = compareWeights(folder / "a", folder / "b");
    ASSERT_TRUE(difference) << difference.error().message;
    EXPECT_THAT(difference->reshaped, ElementsAre(kTensor));
    EXPECT_THAT(difference->onlyInA, ElementsAre("moments.bias"));
    EXPECT_THAT(difference->onlyInB, IsEmpty());
}

TEST(WeightDifference, SaysWhenNothingCanBeComparedAndStopsWhenAsked) {
    const testing::TempFolder folder;
    testing::writeSmallModel(folder / "a");
    testing::writeSmallGenerator(folder / "g");
    const auto none = compareWeights(folder / "a", folder / "g");
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::BadData);
    EXPECT_THAT(none.error().message, HasSubstr("nothing can be compared"));
    EXPECT_EQ(compareWeights(folder / "a", folder / "missing").error().code, ErrorCode::NoInput);
    std::stop_source stop;
    stop.request_stop();
    const auto stopped =
        compareWeights(folder / "a", folder / "a", {}, TaskContext(stop.get_token()));
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace hierascope::runtime
