// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/uniformity_study.h"

#include <cmath>

#include <gmock/gmock.h>

#include "core/runtime/pictures.h"
#include "tests/support/fake_tokenizer.h"
#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"

namespace hierascope::runtime {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

namespace {

SeedFigure figureOf(const std::vector<double>& values) {
    SeedFigure figure;
    figure.values = values;
    return figure;
}

} // namespace

TEST(PairedDifference, IsStudentsIntervalOfTheDifferences) {
    // Differences 1, 2, 3, 4, 5: mean 3, sd sqrt(2.5), standard error sqrt(0.5), t = 4.2426.
    const auto difference =
        pairedDifference(figureOf({11, 12, 13, 14, 15}), figureOf({10, 10, 10, 10, 10}));
    ASSERT_TRUE(difference);
    EXPECT_DOUBLE_EQ(difference->mean, 3.0);
    EXPECT_NEAR(difference->deviation, std::sqrt(2.5), 1e-12);
    EXPECT_NEAR(difference->low, 3.0 - 2.7764451 * std::sqrt(0.5), 1e-6);
    EXPECT_NEAR(difference->high, 3.0 + 2.7764451 * std::sqrt(0.5), 1e-6);
    EXPECT_NEAR(difference->p, 0.0132355, 1e-6);
}

TEST(PairedDifference, KnowsItsLimits) {
    const auto same = pairedDifference(figureOf({1, 2}), figureOf({1, 2}));
    ASSERT_TRUE(same);
    EXPECT_EQ(same->p, 1.0);
    EXPECT_EQ(same->low, 0.0);
    const auto constant = pairedDifference(figureOf({2, 3}), figureOf({1, 2}));
    ASSERT_TRUE(constant);
    EXPECT_EQ(constant->p, 0.0);
    EXPECT_EQ(constant->high, 1.0);
    const auto one = pairedDifference(figureOf({2}), figureOf({1}));
    ASSERT_TRUE(one);
    EXPECT_TRUE(std::isinf(one->low) && std::isinf(one->high));
    EXPECT_EQ(one->p, 1.0);
    const auto other = pairedDifference(figureOf({2, 3}), figureOf({1}));
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, ErrorCode::Usage);
    EXPECT_THAT(other.error().message, HasSubstr("2 seeds"));
}

/// Six pictures and a fake model: 1,536 vectors.
class UniformityStudyTest : public ::testing::Test {
protected:
    void SetUp() override {
        std::filesystem::create_directory(m_folder / "data");
        for (int i = 0; i < 6; ++i)
            ASSERT_TRUE(savePicture(m_folder / "data" / (std::to_string(i) + ".png"),
                                    testing::smoothPicture(48, 48, i)));
        m_study.request.perImage = 0;
        m_study.request.points = 150;
        m_study.map.perplexity = 10.0;
        m_study.map.iterations = 30;
        m_study.map.threads = 1;
        m_study.seeds = 3;
    }

    Result<UniformityResult> run(const TaskContext& context = TaskContext(),
                                 UniformityMap* map = nullptr) const {
        return runUniformityStudy(std::make_shared<testing::FakeTokenizer>(m_folder / "a"),
                                  {m_folder / "data"}, m_study, context, map);
    }

    testing::TempFolder m_folder;
    UniformityStudy m_study;
};

TEST_F(UniformityStudyTest, MeasuresEverySeedAndSummarises) {
    UniformityMap map;
    const auto result = run(TaskContext(), &map);
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_TRUE(result->isComplete);
    EXPECT_THAT(result->seeds, ElementsAre(42, 43, 44));
    EXPECT_EQ(result->points, 150);
    EXPECT_EQ(result->images, 6);
    EXPECT_EQ(result->modelName, "a");
    ASSERT_EQ(result->cv.values.size(), 3U);
    const auto& cv = result->cv;
    EXPECT_NEAR(cv.mean, (cv.values[0] + cv.values[1] + cv.values[2]) / 3.0, 1e-12);
    EXPECT_GT(cv.deviation, 0.0);
    EXPECT_GT(result->entropy.mean, 0.5);
    EXPECT_LE(result->entropy.mean, 1.0);
    EXPECT_EQ(map.frame.coordinates.size(), 300U);
    EXPECT_EQ(map.uniformity.density.size(), 150U);
    EXPECT_DOUBLE_EQ(map.uniformity.cv, cv.values[0]);
    EXPECT_EQ(map.points.request.seed, 42U);
}

TEST_F(UniformityStudyTest, GivesTheSameTwice) {
    const auto first = run();
    const auto second = run();
    ASSERT_TRUE(first && second);
    EXPECT_EQ(first->cv.values, second->cv.values);
}

TEST_F(UniformityStudyTest, AStopKeepsTheSeedsThatAreDone) {
    std::stop_source stop;
    const TaskContext context(stop.get_token(), [&stop](const Progress& progress) {
        if (progress.stage == "Map of seed 2 of 3" && progress.done >= 40)
            stop.request_stop();
    });
    const auto result = run(context);
    ASSERT_TRUE(result) << result.error().message;
    EXPECT_FALSE(result->isComplete);
    EXPECT_THAT(result->seeds, ElementsAre(42));
}

TEST_F(UniformityStudyTest, RefusesTooFewPointsInWords) {
    m_study.request.points = 20;
    const auto result = run();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::BadData);
    EXPECT_THAT(result.error().message, HasSubstr("31"));
    m_study.seeds = 0;
    EXPECT_EQ(run().error().code, ErrorCode::Usage);
}

} // namespace hierascope::runtime
