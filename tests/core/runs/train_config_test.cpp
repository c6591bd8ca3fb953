// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/train_config.h"

#include <gmock/gmock.h>

namespace hierascope::runs {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

json validConfig() {
    return {
        {"format", 1},
        {"family", "hieratok"},
        {"options", json::object()},
        {"preprocess", json::object()},
        {"data", {{"train", "train.safetensors"}, {"held_out", "/data/held"}}},
        {"training", {{"steps", 7}, {"betas", {0.8, 0.9}}, {"seed", 5}, {"loss", {{"mse", 2.0}}}}}};
}

TEST(TrainConfig, ReadsWhatIsGivenAndKeepsDefaults) {
    const auto config = trainConfigFromJson(validConfig(), "/configs");
    ASSERT_TRUE(config) << config.error().message;
    EXPECT_EQ(config->trainData, "/configs/train.safetensors");
    EXPECT_EQ(config->heldOutData, "/data/held");
    EXPECT_EQ(config->training.steps, 7);
    EXPECT_EQ(config->training.seed, 5U);
    EXPECT_DOUBLE_EQ(config->training.betas[0], 0.8);
    EXPECT_DOUBLE_EQ(config->training.loss.mse, 2.0);
    EXPECT_DOUBLE_EQ(config->training.loss.l1, 1.0);
    EXPECT_EQ(config->training.batchSize, 16);
}

TEST(TrainConfig, ReadsADiscriminator) {
    json config = validConfig();
    config["family"] = "restok";
    config["data"]["lpips_weights"] = "lpips.safetensors";
    config["training"]["learning_rate"] = 3e-4;
    config["training"]["discriminator"] = {{"weights", "dino.pth"},
                                           {"diffaug", "color,cutout_0.5"}};
    const auto read = trainConfigFromJson(config, "/configs");
    ASSERT_TRUE(read) << read.error().message;
    const DiscriminatorOptions& discriminator = read->training.discriminator;
    EXPECT_EQ(discriminator.weights, "/configs/dino.pth");
    EXPECT_DOUBLE_EQ(discriminator.weight, 0.5);
    EXPECT_EQ(discriminator.start, 20'000);
    EXPECT_DOUBLE_EQ(discriminator.learningRate, 3e-4);
    EXPECT_TRUE(discriminator.augment.color);
    EXPECT_FALSE(discriminator.augment.translation);
    EXPECT_DOUBLE_EQ(discriminator.augment.cutout, 0.5);
    config["training"]["discriminator"]["diffaug"] = "color,blur";
    EXPECT_THAT(trainConfigFromJson(config, "/configs").error().message,
                HasSubstr("'training.discriminator.diffaug' is \"color,blur\""));
}

struct Case {
    const char* pointer;
    json value;
    const char* message;
};

TEST(TrainConfig, NamesTheFieldThatIsWrong) {
    const std::vector<Case> cases{
        {"/training/steps", 0, "'training.steps' is 0"},
        {"/training/steps", "many", "'training.steps' is \"many\""},
        {"/training/batch_size", 1.5, "'training.batch_size' is 1.5"},
        {"/training/learning_rate", -1, "'training.learning_rate' is -1"},
        {"/training/betas", {0.9}, "'training.betas' is [0.9]"},
        {"/training/seed", -3, "'training.seed' is -3"},
        {"/training/loss", 3, "'training.loss' is 3"},
        {"/training/loss/gan", 1, "'training.loss.gan' is unknown"},
        {"/training/loss/perceptual", 1.0, "'data.perceptual_weights' is missing"},
        {"/training/discriminator", 3, "'training.discriminator' is 3"},
        {"/training/discriminator/kind", "gan", "expected \"dino\" or \"patch\""},
        {"/training/discriminator", {{"kind", "dino"}}, "with the path 'weights'"},
        {"/training/discriminator",
         {{"kind", "patch"}, {"weights", "d"}},
         "nothing for the kind \"patch\""},
        {"/data/lpips_linear", "l", "'data.lpips_weights' beside it"},
        {"/training/accumulate", 3, "expected a divisor of training.batch_size, which is 16"},
        {"/training/init_from", "", "'training.init_from' is \"\""},
        {"/training/discriminator",
         {{"weights", "d"}, {"gan", 1}},
         "discriminator.gan' is unknown"},
        {"/training/speed", 1, "'training.speed' is unknown"},
        {"/training/learning_rat", 1, "expected 'training.learning_rate', which is the nearest"},
        {"/training/batchsize", 1, "expected 'training.batch_size', which is the nearest"},
        {"/training/zebra", 1, "expected one of the documented keys"},
        {"/data/train", 4, "'data.train' is 4"},
        {"/data/extra", 4, "'data.extra' is unknown"},
        {"/data", json::object(), "'data' is {}"},
        {"/extra", 1, "'extra' is unknown"},
    };
    for (const Case& bad : cases) {
        json config = validConfig();
        config[json::json_pointer(bad.pointer)] = bad.value;
        const auto read = trainConfigFromJson(config, "/configs");
        ASSERT_FALSE(read) << bad.pointer;
        EXPECT_EQ(read.error().code, ErrorCode::BadData);
        EXPECT_THAT(read.error().message, HasSubstr(bad.message));
    }
}

TEST(TrainConfig, NeedsTheKeysOfAModelFolder) {
    for (const char* key : {"format", "family", "options", "preprocess"}) {
        json config = validConfig();
        config.erase(key);
        const auto read = trainConfigFromJson(config, "");
        ASSERT_FALSE(read) << key;
        EXPECT_THAT(read.error().message, HasSubstr(std::string("'") + key + "' is missing"));
    }
}

} // namespace
} // namespace hierascope::runs
