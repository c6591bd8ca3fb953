// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "core/models/gpt_layout.h"
#include "core/models/gpt_options.h"

namespace hierascope::models {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

GptOptions smallGpt() {
    GptOptions options;
    options.blockSize = 16;
    options.specialTokens = 7;
    return options;
}

std::string gptErrorOf(const json& options) {
    const auto read = gptOptionsFromJson(options);
    return read ? "read" : read.error().message;
}

TEST(GptOptions, ReadsWhatItWrites) {
    for (const GptVariant variant : {GptVariant::Har, GptVariant::Ar}) {
        GptOptions options = smallGpt();
        options.variant = variant;
        options.keyValueHeads = 4;
        options.ffnDimMultiplier = 1.5;
        options.classDropout = 0.0;
        const json written = jsonFromGptOptions(options);
        const auto read = gptOptionsFromJson(written);
        ASSERT_TRUE(read) << read.error().message;
        EXPECT_EQ(jsonFromGptOptions(*read), written);
        EXPECT_EQ(read->variant, variant);
        EXPECT_EQ(read->labelCount(), 1000);
    }
}

TEST(GptOptions, KnowsTheOfficialSizes) {
    EXPECT_EQ(findGptSize("GPT-XXL")->layers, 48);
    EXPECT_EQ(findGptSize(1280)->heads, 20);
    EXPECT_EQ(findGptSize("GPT-M"), nullptr);
    EXPECT_EQ(findGptSize(64), nullptr);
    GptOptions options;
    EXPECT_EQ(options.ffnWidth(), 2816);
    options.dim = 768;
    EXPECT_EQ(options.ffnWidth(), 2048);
}

TEST(GptOptions, NamesTheFieldThatMakesNoSense) {
    EXPECT_THAT(gptErrorOf({{"n_head", 5}}), HasSubstr("'options.n_head' is 5"));
    EXPECT_THAT(gptErrorOf({{"n_kv_head", 3}}), HasSubstr("'options.n_kv_head' is 3"));
    EXPECT_THAT(gptErrorOf({{"block_size", 100}}), HasSubstr("'options.block_size' is 100"));
    EXPECT_THAT(gptErrorOf({{"ar_token_num", 3}}), HasSubstr("'options.ar_token_num' is 3"));
    EXPECT_THAT(gptErrorOf({{"spe_token_num", 62}}), HasSubstr("'options.spe_token_num' is 62"));
    EXPECT_THAT(gptErrorOf({{"vocab_size", -1}}), HasSubstr("'options.vocab_size' is -1"));
    EXPECT_THAT(gptErrorOf({{"model_type", "t2i"}}), HasSubstr("'options.model_type'"));
    EXPECT_THAT(gptErrorOf({{"cls_token_num", 120}}), HasSubstr("'options.cls_token_num' is 120"));
    EXPECT_THAT(gptErrorOf({{"class_dropout_prob", 1.0}}),
                HasSubstr("'options.class_dropout_prob'"));
    EXPECT_THAT(gptErrorOf({{"width", 64}}), HasSubstr("'options.width' is unknown"));
}

TEST(GptLayout, WritesSingleCodesAndThenWholeLevels) {
    EXPECT_THAT(gptSteps(smallGpt()), ElementsAre(GptStep{0, 1}, GptStep{1, 1}, GptStep{2, 1},
                                                  GptStep{3, 1}, GptStep{4, 4}, GptStep{8, 8}));
    EXPECT_EQ(gptSteps(GptOptions()).size(), 9U);
    GptOptions ar = smallGpt();
    ar.variant = GptVariant::Ar;
    EXPECT_EQ(gptSteps(ar).size(), 16U);
}

TEST(GptLayout, PutsLearnedInputsBehindTheCodesOfTheLevelBefore) {
    using Kind = GptInput::Kind;
    EXPECT_THAT(
        gptInputs(smallGpt()),
        ElementsAre(GptInput{Kind::Class, 0}, GptInput{Kind::Code, 0}, GptInput{Kind::Code, 1},
                    GptInput{Kind::Code, 2}, GptInput{Kind::Code, 3}, GptInput{Kind::Special, 0},
                    GptInput{Kind::Special, 1}, GptInput{Kind::Special, 2}, GptInput{Kind::Code, 4},
                    GptInput{Kind::Code, 5}, GptInput{Kind::Code, 6}, GptInput{Kind::Code, 7},
                    GptInput{Kind::Special, 3}, GptInput{Kind::Special, 4},
                    GptInput{Kind::Special, 5}, GptInput{Kind::Special, 6}));
    const auto all = gptInputs(GptOptions());
    ASSERT_EQ(all.size(), 128U);
    EXPECT_EQ(all[95], (GptInput{Kind::Code, 63}));
    EXPECT_EQ(all[96], (GptInput{Kind::Special, 31}));
    EXPECT_EQ(all[127], (GptInput{Kind::Special, 62}));
}

TEST(GptLayout, LetsALevelReadItselfAndWhatLiesBefore) {
    EXPECT_THAT(gptVisible(smallGpt()),
                ElementsAre(1, 2, 3, 4, 8, 8, 8, 8, 16, 16, 16, 16, 16, 16, 16, 16));
    GptOptions ar = smallGpt();
    ar.variant = GptVariant::Ar;
    ar.blockSize = 3;
    EXPECT_THAT(gptVisible(ar), ElementsAre(1, 2, 3, 4));
}

} // namespace
} // namespace hierascope::models
