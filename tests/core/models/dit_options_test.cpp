// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/dit_options.h"

#include <limits>
#include <string>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/core/models/tiny_dit.h"

namespace hierascope::models {
namespace {

using hierascope::testing::tinyDit;
using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string ditErrorOf(const json& options) {
    const auto read = ditOptionsFromJson(options);
    return read ? "read" : read.error().message;
}

TEST(DitOptions, ReadsWhatItWrites) {
    DitOptions options = tinyDit();
    options.objective = DitObjective::Flow;
    options.learnSigma = false;
    options.timestepShift = 0.3;
    options.latentMean = {1, 2, 3, 4, 5};
    options.latentStd = {1, 2, 3, 4, 5};
    const json written = jsonFromDitOptions(options);
    const auto read = ditOptionsFromJson(written);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(jsonFromDitOptions(*read), written);
    EXPECT_EQ(read->outChannels(), 5);
    EXPECT_EQ(read->tokens(), 4);
}

TEST(DitOptions, KnowsTheOfficialSizes) {
    EXPECT_EQ(findDitSize("DiT-L")->layers, 24);
    EXPECT_EQ(findDitSize(1152)->heads, 16);
    EXPECT_EQ(findDitSize("DiT-M"), nullptr);
    EXPECT_EQ(findDitSize(64), nullptr);
}

TEST(DitOptions, NamesTheFieldThatMakesNoSense) {
    EXPECT_THAT(ditErrorOf({{"num_heads", 7}}), HasSubstr("'options.num_heads' is 7"));
    EXPECT_THAT(ditErrorOf({{"patch_size", 3}}), HasSubstr("'options.patch_size' is 3"));
    EXPECT_THAT(ditErrorOf({{"depth", 0}}), HasSubstr("'options.depth' is 0"));
    EXPECT_THAT(ditErrorOf({{"latent_std", {1.0, 0.0, 1.0, 1.0}}}), HasSubstr("latent_std"));
    EXPECT_THAT(ditErrorOf({{"latent_mean", {1.0}}}), HasSubstr("a list of 1 numbers"));
    EXPECT_THAT(ditErrorOf({{"objective", "noise"}}), HasSubstr("diffusion, flow"));
    EXPECT_THAT(ditErrorOf({{"width", 7}}), HasSubstr("unknown"));
}

TEST(DitOptions, BringsEveryFieldBack) {
    const json written{{"input_size", 8},
                       {"patch_size", 4},
                       {"in_channels", 2},
                       {"hidden_size", 24},
                       {"depth", 3},
                       {"num_heads", 6},
                       {"mlp_ratio", 2.5},
                       {"num_classes", 7},
                       {"class_dropout_prob", 0.25},
                       {"learn_sigma", false},
                       {"objective", "flow"},
                       {"timestep_shift", 0.3},
                       {"times", "logit_normal"},
                       {"velocity_cosine", 1.5},
                       {"latent_scale", 0.18215},
                       {"latent_mean", {0.5, -0.5}},
                       {"latent_std", {1.5, 2.5}}};
    const auto read = ditOptionsFromJson(written);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(jsonFromDitOptions(*read), written);
    // No field is what it is by default, so that none can be left out unseen.
    json defaults = jsonFromDitOptions(DitOptions());
    for (const auto& [field, value] : written.items())
        EXPECT_NE(defaults[field], value) << field;
}

TEST(DitOptions, LeavesAFlowsFieldsOutOfADiffusion) {
    const json written = jsonFromDitOptions(tinyDit());
    for (const char* field : {"times", "velocity_cosine", "latent_mean", "latent_std"})
        EXPECT_FALSE(written.contains(field)) << field;
    const auto read = ditOptionsFromJson(written);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(jsonFromDitOptions(*read), written);
}

TEST(DitOptions, AreDitXlWhereNothingIsSaid) {
    const auto read = ditOptionsFromJson(json::object());
    ASSERT_TRUE(read) << read.error().message;
    const DitSize* size = findDitSize("DiT-XL");
    EXPECT_EQ(read->hiddenSize, size->width);
    EXPECT_EQ(read->depth, size->layers);
    EXPECT_EQ(read->heads, size->heads);
    EXPECT_EQ(read->gridSize(), 16);
    EXPECT_EQ(read->tokens(), 256);
    EXPECT_EQ(read->outChannels(), 8);
    EXPECT_EQ(read->labelCount(), 1001);
}

TEST(DitOptions, HaveNoNullClassWithoutDropout) {
    DitOptions options = tinyDit();
    EXPECT_EQ(options.labelCount(), 4);
    options.classDropout = 0.0;
    EXPECT_FALSE(options.hasNullClass());
    EXPECT_EQ(options.labelCount(), 3);
    EXPECT_TRUE(options.validate());
}

/// What is refused of a field, and how that is told.
struct WrongDitField {
    const char* field;
    json value;
    const char* found;
    const char* expected;
};

TEST(DitOptions, SayOfEveryFieldWhatIsWrongAndWhatWouldBeRight) {
    const WrongDitField all[] = {
        {"input_size", 0, "0", "1 to 1024"},
        {"input_size", 1025, "1025", "1 to 1024"},
        {"patch_size", 0, "0", "1 to 32"},
        {"patch_size", 33, "33", "1 to 32"},
        {"patch_size", 5, "5", "a divisor of input_size 32"},
        {"in_channels", -1, "-1", "1 to 4096"},
        {"in_channels", 4097, "4097", "1 to 4096"},
        {"hidden_size", 0, "0", "1 to 16384"},
        {"hidden_size", 16388, "16388", "1 to 16384"},
        {"hidden_size", 1154, "1154", "a multiple of 4"},
        {"depth", 257, "257", "1 to 256"},
        {"num_heads", 0, "0", "1 to 256"},
        {"num_heads", 257, "257", "1 to 256"},
        {"num_heads", 7, "7", "a divisor of hidden_size 1152"},
        {"num_classes", 0, "0", "1 to 1000000"},
        {"num_classes", 1'000'001, "1000001", "1 to 1000000"},
        {"mlp_ratio", 0.0, "0.000000", "more than 0 and at most 64"},
        {"mlp_ratio", 64.5, "64.500000", "more than 0 and at most 64"},
        {"class_dropout_prob", -0.5, "-0.500000", "0 or more and less than 1"},
        {"class_dropout_prob", 1.0, "1.000000", "0 or more and less than 1"},
        {"timestep_shift", 0.0, "0.000000", "more than 0"},
        {"velocity_cosine", -1.0, "-1.000000", "0 or more"},
        {"latent_scale", -2.0, "-2.000000", "more than 0"},
        {"latent_mean", {1.0, 2.0}, "a list of 2 numbers", "one for each of in_channels"},
        {"latent_std", {1.0}, "a list of 1 numbers", "one for each of in_channels, which is 4"},
        {"latent_std", {1.0, 1.0, -3.0, 1.0}, "-3.000000", "more than 0"},
        {"depth", 2.5, "2.5", "a whole number"},
        {"depth", "2", "\"2\"", "a whole number"},
        {"mlp_ratio", "4", "\"4\"", "a number"},
        {"learn_sigma", 1, "1", "true or false"},
        {"objective", 1, "1", "one of diffusion, flow"},
        {"times", "normal", "\"normal\"", "one of uniform, logit_normal"},
        {"latent_mean", 0.5, "0.5", "a list of numbers"},
        {"latent_std", {1.0, "x"}, "[1.0,\"x\"]", "a list of numbers"},
    };
    for (const auto& [field, value, found, expected] : all) {
        const auto read = ditOptionsFromJson({{field, value}});
        ASSERT_FALSE(read) << field << " " << value;
        EXPECT_EQ(read.error().code, ErrorCode::BadData);
        EXPECT_THAT(read.error().message, StartsWith(std::string("Field 'options.") + field +
                                                     "' is " + found + ", expected " + expected));
    }
}

TEST(DitOptions, RefuseNumbersThatAreNotFinite) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinite = std::numeric_limits<double>::infinity();
    const auto refusalOf = [](auto change) {
        DitOptions options;
        change(options);
        const auto valid = options.validate();
        return valid ? "valid" : valid.error().message;
    };
    for (const double wrong : {nan, infinite}) {
        const std::string is = "' is " + std::to_string(wrong);
        EXPECT_THAT(refusalOf([&](auto& o) { o.mlpRatio = wrong; }), HasSubstr("mlp_ratio" + is));
        EXPECT_THAT(refusalOf([&](auto& o) { o.classDropout = wrong; }),
                    HasSubstr("class_dropout_prob" + is));
        EXPECT_THAT(refusalOf([&](auto& o) { o.timestepShift = wrong; }),
                    HasSubstr("timestep_shift" + is));
        EXPECT_THAT(refusalOf([&](auto& o) { o.velocityCosine = wrong; }),
                    HasSubstr("velocity_cosine" + is));
        EXPECT_THAT(refusalOf([&](auto& o) { o.latentScale = wrong; }),
                    HasSubstr("latent_scale" + is));
        EXPECT_THAT(refusalOf([&](auto& o) {
                        o.latentMean = {0.0, wrong, 0.0, 0.0};
                    }),
                    HasSubstr("latent_mean" + is));
        EXPECT_THAT(refusalOf([&](auto& o) {
                        o.latentStd = {1.0, wrong, 1.0, 1.0};
                    }),
                    HasSubstr("latent_std" + is));
    }
}

TEST(DitOptions, AreAnObject) {
    EXPECT_THAT(ditErrorOf(json::array({1})), HasSubstr("expected an object"));
}

} // namespace
} // namespace hierascope::models
