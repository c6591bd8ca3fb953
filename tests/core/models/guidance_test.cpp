// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "core/io/json_file.h"
#include "core/models/guidance.h"

namespace hierascope::models {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<GptStep> singleSteps(std::int64_t count) {
    std::vector<GptStep> steps;
    for (std::int64_t i = 0; i < count; ++i)
        steps.push_back({i, 1});
    return steps;
}

/// "step_schedule(3.75,{'window_start': 0.25})" as the fixtures name their tables.
Guidance parsedGuidance(const std::string& title) {
    Guidance guidance;
    guidance.schedule = title.substr(0, title.find("_schedule("));
    guidance.scale = std::stod(title.substr(title.find('(') + 1));
    std::string values = title.substr(title.find('{'));
    values.pop_back();
    std::replace(values.begin(), values.end(), '\'', '"');
    guidance.values = nlohmann::json::parse(values).get<std::map<std::string, double>>();
    return guidance;
}

TEST(Guidance, EqualsTheOfficialSchedules) {
    const auto expected = io::readJsonFile(HIERASCOPE_TEST_DATA "/official/har_tiny/expected.json");
    ASSERT_TRUE(expected) << expected.error().message;
    const auto& schedules = expected->at("schedules");
    EXPECT_EQ(schedules.size(), 30U);
    for (const auto& [title, table] : schedules.items()) {
        const Guidance guidance = parsedGuidance(title);
        ASSERT_TRUE(guidance.validate()) << title;
        for (const auto& row : table)
            EXPECT_NEAR(guidanceAt(guidance, row[0]), row[1].get<double>(), 1e-12) << title;
    }
}

TEST(Guidance, FollowsTheFormulaOfTheCosines) {
    Guidance guidance{3.0, "cosine", {}, -1};
    EXPECT_NEAR(guidanceAt(guidance, 0.0), 1.0, 1e-12);
    EXPECT_NEAR(guidanceAt(guidance, 0.5), 2.0, 1e-12);
    EXPECT_NEAR(guidanceAt(guidance, 1.0), 3.0, 1e-12);
    guidance.schedule = "cosine_re";
    EXPECT_NEAR(guidanceAt(guidance, 0.0), 3.0, 1e-12);
    EXPECT_NEAR(guidanceAt(guidance, 1.0), 1.0, 1e-12);
}

TEST(Guidance, IsOffAtAScaleOfOne) {
    const auto scales = guidanceScales({1.0, "linear", {}, -1}, singleSteps(3));
    ASSERT_TRUE(scales);
    EXPECT_THAT(*scales, ElementsAre(1.0, 1.0, 1.0));
}

TEST(Guidance, EndsBehindItsInterval) {
    const auto scales = guidanceScales({2.0, "constant", {}, 2}, singleSteps(6));
    ASSERT_TRUE(scales);
    EXPECT_THAT(*scales, ElementsAre(2.0, 2.0, 2.0, 2.0, 1.0, 1.0));
    const auto levels = guidanceScales({2.0, "constant", {}, 7}, gptSteps(GptOptions()));
    ASSERT_TRUE(levels);
    EXPECT_THAT(*levels, ElementsAre(2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 1.0, 1.0, 1.0));
}

TEST(Guidance, SpreadsItsRatiosOverTheSteps) {
    const auto scales =
        guidanceScales({2.0, "linear_constant", {{"peak", 1.0}}, -1}, singleSteps(5));
    ASSERT_TRUE(scales);
    EXPECT_THAT(*scales,
                ElementsAre(DoubleNear(1.0, 1e-12), DoubleNear(1.25, 1e-12), DoubleNear(1.5, 1e-12),
                            DoubleNear(1.75, 1e-12), DoubleNear(2.0, 1e-12)));
}

TEST(Guidance, NamesWhatItDoesNotKnow) {
    const auto messageOf = [](const Guidance& guidance) {
        const auto valid = guidance.validate();
        EXPECT_FALSE(valid);
        return valid ? std::string() : valid.error().message;
    };
    EXPECT_THAT(messageOf({2.0, "sigmoid", {}, -1}), HasSubstr("'sigmoid' is not one of constant"));
    EXPECT_THAT(messageOf({2.0, "step", {{"start", 0.1}}, -1}), HasSubstr("'start'"));
    EXPECT_THAT(messageOf({2.0, "triangular", {{"peak", 0.0}}, -1}), HasSubstr("'peak' is 0"));
    EXPECT_THAT(messageOf({-2.0, "constant", {}, -1}), HasSubstr("Guidance is -2"));
}

} // namespace
} // namespace hierascope::models
