// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/estimate.h"

#include <gmock/gmock.h>

#include "core/io/json_file.h"
#include "core/models/hieratok_cost.h"
#include "core/models/patch_discriminator.h"
#include "tests/core/training/tiny_data.h"
#include "tests/support/official_discriminator.h"
#include "tests/support/temp_folder.h"

namespace hierascope::training {
namespace {

TEST(Estimate, CountsAndTimesAConfigWithoutItsData) {
    const testing::TempFolder folder;
    nlohmann::json config = tinyModelConfig();
    config["data"] = {{"train", "nowhere"}};
    config["training"] = {{"batch_size", 8}};
    ASSERT_TRUE(io::writeJsonFile(folder / "config.json", config));
    const auto estimate = estimateTraining(folder / "config.json", {"cpu", 1});
    ASSERT_TRUE(estimate) << estimate.error().message;
    EXPECT_GT(estimate->parameters, 1000);
    EXPECT_GT(estimate->secondsPerStep, 0.0);
    EXPECT_GE(estimate->memoryBytes, estimate->parameters * 20);
    EXPECT_DOUBLE_EQ(estimate->flopsPerStep, 8.0 * estimate->flopsPerImage);
    const auto options = models::hieraTokOptionsFromJson(config["options"]);
    EXPECT_NEAR(estimate->flopsPerImage / (3.0 * models::forwardFlops(*options)), 1.0, 0.1);
    EXPECT_EQ(estimate->leftOut, "");

    config["training"]["batch_size"] = 16;
    ASSERT_TRUE(io::writeJsonFile(folder / "config.json", config));
    const auto twice = estimateTraining(folder / "config.json", {"cpu", 1});
    ASSERT_TRUE(twice);
    EXPECT_DOUBLE_EQ(twice->flopsPerStep, 2.0 * estimate->flopsPerStep);
}

/// What a config of `training.discriminator`, ... costs beside one without.
Estimate estimateOf(const testing::TempFolder& folder, const nlohmann::json& model,
                    const nlohmann::json& training, const nlohmann::json& data = {}) {
    nlohmann::json config = model;
    config["data"] = {{"train", "nowhere"}};
    config["training"] = {{"batch_size", 2}, {"loss", {{"perceptual", 0.0}}}};
    config["training"].update(training);
    if (data.is_object())
        config["data"].update(data);
    EXPECT_TRUE(io::writeJsonFile(folder / "config.json", config));
    const auto estimate = estimateTraining(folder / "config.json", {"cpu", 1});
    EXPECT_TRUE(estimate) << estimate.error().message;
    return *estimate;
}

TEST(Estimate, CountsDiscriminatorsAndResTok) {
    const testing::TempFolder folder;
    for (const auto& model : {tinyModelConfig(), tinyResTokConfig()}) {
        const auto alone = estimateOf(folder, model, nlohmann::json::object());
        EXPECT_GT(alone.flopsPerImage, 1e5);
        const auto patch =
            estimateOf(folder, model,
                       {{"discriminator",
                         {{"kind", "patch"}, {"channels", 4}, {"layers", 2}, {"start_step", 0}}}});
        // Forward and back to the picture for the model; both again, with the weights' gradients,
        // for real and made pictures: 2 + 2 * 3, but for the first layer, which passes none on.
        const double once = models::PatchDiscriminatorOptions{4, 2}.forwardFlops(16);
        const double added = patch.flopsPerImage - alone.flopsPerImage;
        EXPECT_GT(added, 6.0 * once);
        EXPECT_LT(added, 8.1 * once);
        ASSERT_TRUE(io::saveTensors(folder / "dino.safetensors", testing::tinyDino()));
        const auto dino =
            estimateOf(folder, model,
                       {{"discriminator", {{"weights", "dino.safetensors"}, {"start_step", 0}}}});
        EXPECT_GT(dino.flopsPerImage, alone.flopsPerImage);
        EXPECT_EQ(dino.leftOut, "");
    }
}

TEST(Estimate, SaysWhatItIsWithout) {
    const testing::TempFolder folder;
    const auto estimate = estimateOf(folder, tinyModelConfig(), {{"loss", {{"perceptual", 1.0}}}},
                                     {{"perceptual_weights", "missing.safetensors"}});
    EXPECT_THAT(estimate.leftOut, ::testing::HasSubstr("missing.safetensors"));
    EXPECT_GT(estimate.flopsPerImage, 0.0);
}

TEST(Estimate, NamesTheConfigThatIsWrong) {
    const testing::TempFolder folder;
    const auto estimate = estimateTraining(folder / "none.json", {"cpu", 1});
    ASSERT_FALSE(estimate);
    EXPECT_EQ(estimate.error().code, ErrorCode::NoInput);
    EXPECT_THAT(estimate.error().message, ::testing::HasSubstr("none.json"));
}

} // namespace
} // namespace hierascope::training
