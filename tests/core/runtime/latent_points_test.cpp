// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/latent_points.h"

#include <cmath>
#include <fstream>
#include <set>

#include <gmock/gmock.h>

#include "core/runtime/latent_sampler.h"
#include "core/runtime/pictures.h"
#include "tests/support/fake_tokenizer.h"
#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"

namespace hierascope::runtime {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Eight pictures in two classes, and a fake model with a base map of 16 x 16 vectors.
class LatentPointsTest : public ::testing::Test {
protected:
    void SetUp() override {
        for (int i = 0; i < 8; ++i) {
            const auto folder = m_folder / "data" / (i < 4 ? "cat" : "dog");
            std::filesystem::create_directories(folder);
            ASSERT_TRUE(savePicture(folder / (std::to_string(i) + ".png"),
                                    testing::smoothPicture(40 + i, 48, i)));
        }
    }

    std::shared_ptr<Tokenizer> model(const std::string& name = "a") const {
        return std::make_shared<testing::FakeTokenizer>(m_folder / name);
    }

    LatentPoints gather(const LatentRequest& request, const std::string& name = "a") const {
        auto gathering = gatherLatents(model(name), {m_folder / "data"}, request);
        EXPECT_TRUE(gathering) << gathering.error().message;
        auto points = gatherAll(**gathering, TaskContext());
        EXPECT_TRUE(points) << points.error().message;
        return points ? *points : LatentPoints{};
    }

    static LatentRequest all() {
        LatentRequest request;
        request.perImage = 0;
        return request;
    }

    testing::TempFolder m_folder;
};

namespace {

/// Image name, level and token of each point.
std::vector<std::tuple<std::string, int, int>> placesOf(const LatentPoints& points) {
    std::vector<std::tuple<std::string, int, int>> places;
    for (const LatentPoint& point : points.points)
        places.emplace_back(points.images[std::size_t(point.image)].name, point.level, point.token);
    return places;
}

} // namespace

TEST_F(LatentPointsTest, TakesEveryVectorNormalisedByChannel) {
    const LatentPoints points = gather(all());
    EXPECT_EQ(points.count(), 8 * 256);
    EXPECT_EQ(points.width, 16);
    EXPECT_TRUE(points.isComplete);
    EXPECT_EQ(points.mapRows, 16);
    EXPECT_THAT(points.classes, ElementsAre("cat", "dog"));
    EXPECT_EQ(points.images.size(), 8U);
    EXPECT_EQ(points.images[5].name, "dog/5.png");
    EXPECT_EQ(points.images[5].path, m_folder / "data" / "dog" / "5.png");
    EXPECT_EQ(points.points[5 * 256 + 7].image, 5);
    EXPECT_EQ(points.points[5 * 256 + 7].token, 7);
    EXPECT_EQ(points.points[5 * 256 + 7].label, 1);
    EXPECT_EQ(points.points[5 * 256 + 7].code, -1);
    for (std::size_t channel = 0; channel < 16; ++channel) {
        double sum = 0.0;
        double squares = 0.0;
        for (std::size_t i = channel; i < points.values.size(); i += 16) {
            sum += points.values[i];
            squares += double(points.values[i]) * points.values[i];
        }
        EXPECT_NEAR(sum / double(points.count()), 0.0, 1e-4);
        EXPECT_NEAR(squares / double(points.count() - 1), 1.0, 1e-3);
    }
}

TEST_F(LatentPointsTest, DrawsOnePlaceOfEachImageAndNormalisesWithAllOfThem) {
    const LatentPoints everything = gather(all());
    const LatentPoints points = gather({});
    EXPECT_EQ(points.count(), 8);
    for (std::size_t channel = 0; channel < 16; ++channel) {
        EXPECT_NEAR(points.mean[channel], everything.mean[channel], 1e-6);
        EXPECT_NEAR(points.deviation[channel], everything.deviation[channel], 1e-6);
    }
    for (std::int64_t i = 0; i < 8; ++i) {
        const LatentPoint& point = points.points[std::size_t(i)];
        EXPECT_EQ(point.image, i);
        for (std::int64_t channel = 0; channel < 16; ++channel)
            EXPECT_NEAR(points.values[std::size_t(i * 16 + channel)],
                        everything.values[std::size_t((i * 256 + point.token) * 16 + channel)],
                        1e-4);
    }
}

TEST_F(LatentPointsTest, ASeedGivesTwoModelsTheSamePlaces) {
    LatentRequest request;
    request.images = 5;
    request.perImage = 3;
    const LatentPoints a = gather(request, "a");
    EXPECT_EQ(a.count(), 15);
    EXPECT_EQ(placesOf(a), placesOf(gather(request, "b")));
    request.seed = 43;
    EXPECT_NE(placesOf(a), placesOf(gather(request)));
}

TEST_F(LatentPointsTest, LimitsPointsEvenlyOverImagesAndPlaces) {
    LatentRequest request = all();
    request.points = 400;
    const LatentPoints points = gather(request);
    EXPECT_EQ(points.count(), 400);
    std::vector<int> counts(8);
    std::set<std::pair<int, int>> places;
    for (const LatentPoint& point : points.points) {
        ++counts[std::size_t(point.image)];
        places.emplace(point.image, point.token);
    }
    EXPECT_EQ(places.size(), 400U);
    EXPECT_THAT(counts, Each(::testing::AllOf(::testing::Gt(25), ::testing::Lt(80))));
    request.perImage = 2;
    request.points = 6;
    auto gathering = gatherLatents(model(), {m_folder / "data"}, request);
    ASSERT_TRUE(gathering);
    EXPECT_EQ((*gathering)->total(), 3); // no more images than so many points come from
    EXPECT_EQ(gatherAll(**gathering, TaskContext())->count(), 6);
}

TEST_F(LatentPointsTest, TakesTokensOfChosenLevels) {
    LatentRequest request = all();
    request.source = PointSource::Levels;
    request.levels = {0, 2};
    const LatentPoints points = gather(request);
    EXPECT_EQ(points.count(), 8 * (1 + 16));
    EXPECT_EQ(points.levels.size(), 5U);
    for (const LatentPoint& point : points.points)
        EXPECT_TRUE(point.level == 0 || point.level == 2);
    request.levels = {5};
    const auto wrong = gatherLatents(model(), {m_folder / "data"}, request);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, ErrorCode::Usage);
    EXPECT_THAT(wrong.error().message,
                HasSubstr("Level 5 does not exist in model 'a', expected 0 to 4"));
}

TEST_F(LatentPointsTest, RefusesWhatAModelDoesNotHave) {
    LatentRequest request;
    request.source = PointSource::Codebook;
    const auto codebook = gatherLatents(model(), {}, request);
    ASSERT_FALSE(codebook);
    EXPECT_EQ(codebook.error().code, ErrorCode::Usage);
    EXPECT_THAT(codebook.error().message, HasSubstr("has no codebook"));
    request.source = PointSource::Hierarchies;
    const auto hierarchies = gatherLatents(model(), {m_folder / "data"}, request);
    ASSERT_TRUE(hierarchies);
    const auto points = gatherAll(**hierarchies, TaskContext());
    ASSERT_FALSE(points);
    EXPECT_EQ(points.error().code, ErrorCode::Usage);
    EXPECT_THAT(points.error().message, HasSubstr("no image hierarchies"));
    request.source = PointSource::BaseMap;
    EXPECT_EQ(gatherLatents(model(), {}, request).error().code, ErrorCode::NoInput);
}

TEST_F(LatentPointsTest, SkipsBrokenImagesByNameAndDrawsOthers) {
    for (const char* name : {"data/cat/1.png", "data/dog/6.png"})
        std::ofstream(m_folder / name) << "no picture";
    LatentRequest request;
    request.images = 6;
    for (const std::uint64_t seed : {1, 2, 3}) {
        request.seed = seed;
        const LatentPoints points = gather(request);
        EXPECT_EQ(points.count(), 6);
        EXPECT_LE(points.skipped.size(), 2U);
    }
    const LatentPoints points = gather(all());
    EXPECT_EQ(points.images.size(), 6U);
    ASSERT_EQ(points.skipped.size(), 2U);
    std::set<std::string> names{points.skipped[0].name, points.skipped[1].name};
    EXPECT_THAT(names, ElementsAre("cat/1.png", "dog/6.png"));
    EXPECT_THAT(points.skipped[0].reason, HasSubstr(".png"));
}

TEST_F(LatentPointsTest, SaysWhyWhereNoImageCanBeUsed) {
    const auto file = m_folder / "lonely.png";
    std::ofstream(file) << "no picture";
    const auto gathering = gatherLatents(model(), {file}, {});
    ASSERT_TRUE(gathering) << gathering.error().message;
    const auto points = gatherAll(**gathering, TaskContext());
    ASSERT_FALSE(points);
    EXPECT_EQ(points.error().code, ErrorCode::BadData);
    EXPECT_THAT(points.error().message, HasSubstr("lonely.png"));
}

TEST_F(LatentPointsTest, MixesFilesAndFolders) {
    const auto gathering = gatherLatents(
        model(), {m_folder / "data" / "cat" / "0.png", m_folder / "data" / "dog"}, all());
    ASSERT_TRUE(gathering) << gathering.error().message;
    EXPECT_EQ((*gathering)->total(), 5);
    const auto points = gatherAll(**gathering, TaskContext());
    ASSERT_TRUE(points);
    EXPECT_EQ(points->images[0].name, "0.png");
    EXPECT_EQ(points->images[1].name, "4.png");
    EXPECT_THAT(points->dataName, HasSubstr("1 image file"));
}

TEST_F(LatentPointsTest, AStopKeepsWhatThereIs) {
    const auto gathering = gatherLatents(model(), {m_folder / "data"}, all());
    ASSERT_TRUE(gathering);
    std::stop_source stop;
    const TaskContext context(stop.get_token(), [&stop](const Progress& progress) {
        if (progress.done == 3)
            stop.request_stop();
    });
    const auto points = gatherAll(**gathering, context);
    ASSERT_TRUE(points) << points.error().message;
    EXPECT_FALSE(points->isComplete);
    EXPECT_EQ(points->count(), 3 * 256);
    const auto whole = gatherAll(**gathering, TaskContext());
    ASSERT_TRUE(whole);
    EXPECT_TRUE(whole->isComplete);
    EXPECT_EQ(whole->count(), 8 * 256);
}

TEST_F(LatentPointsTest, KeepsThumbnailsOfTheLongestSide) {
    LatentRequest request;
    request.thumbnail = 20;
    for (const LatentImage& image : gather(request).images) {
        EXPECT_EQ(std::max(image.thumbnail.width, image.thumbnail.height), 20);
        EXPECT_EQ(image.psnr, -1.0);
    }
    request.thumbnail = 0;
    EXPECT_TRUE(gather(request).images.front().thumbnail.isEmpty());
}

TEST(LatentSampler, GivesZeroWhereAChannelDoesNotVary) {
    LatentSampler sampler(1, 0, 0);
    const std::vector<float> values{0.1F, 1, 0.1F, 2, 0.1F, 3};
    sampler.add(0, {2, {{-1, values, {}}}});
    LatentPoints points;
    sampler.finish(points);
    EXPECT_EQ(points.deviation[0], 1.0F);
    EXPECT_THAT(points.values, ElementsAre(0, -1, 0, 0, 0, 1));
}

TEST(LatentSampler, DrawsAllImagesOnceInAnOrderOfTheSeed) {
    const auto order = drawnOrder(7, 1000);
    EXPECT_EQ(std::set<std::int32_t>(order.begin(), order.end()).size(), 1000U);
    EXPECT_NE(order, drawnOrder(8, 1000));
    EXPECT_EQ(order, drawnOrder(7, 1000));
    double moved = 0.0;
    for (std::int32_t i = 0; i < 1000; ++i)
        moved += std::abs(order[std::size_t(i)] - i);
    EXPECT_NEAR(moved / 1000.0, 333.0, 40.0);
}

TEST(LatentPoints, OfACodebookNeedNoImages) {
    OpenOptions options;
    options.device = "cpu";
    options.threads = 1;
    const auto model = openTokenizer(std::filesystem::path(HIERASCOPE_TEST_DATA) / "official" /
                                         "restok_micro" / "checkpoint-10",
                                     options, TaskContext());
    ASSERT_TRUE(model) << model.error().message;
    LatentRequest request;
    request.source = PointSource::Codebook;
    const auto gathering = gatherLatents(*model, {}, request);
    ASSERT_TRUE(gathering) << gathering.error().message;
    EXPECT_TRUE((*gathering)->isFinished());
    const auto points = gatherAll(**gathering, TaskContext());
    ASSERT_TRUE(points) << points.error().message;
    EXPECT_EQ(points->count(), (*model)->info().codebookSize);
    EXPECT_EQ(points->width, (*model)->info().latentChannels);
    EXPECT_THAT(points->images, IsEmpty());
    EXPECT_EQ(points->points[3].code, 3);
    EXPECT_EQ(points->points[3].image, -1);
    EXPECT_EQ(points->points[3].token, -1);
}

TEST(LatentPoints, OfCodesHaveLevelsAndCodesAndHierarchiesHaveGrids) {
    OpenOptions options;
    options.device = "cpu";
    options.threads = 1;
    const auto model = openTokenizer(std::filesystem::path(HIERASCOPE_TEST_DATA) / "official" /
                                         "restok_micro" / "checkpoint-10",
                                     options, TaskContext());
    ASSERT_TRUE(model) << model.error().message;
    const testing::TempFolder folder;
    ASSERT_TRUE(savePicture(folder / "a.png", testing::smoothPicture(64, 64)));
    LatentRequest request;
    request.perImage = 0;
    request.withPsnr = true;
    const auto gathering = gatherLatents(*model, {folder / "a.png"}, request);
    ASSERT_TRUE(gathering) << gathering.error().message;
    const auto points = gatherAll(**gathering, TaskContext());
    ASSERT_TRUE(points) << points.error().message;
    std::int64_t tokens = 0;
    for (const LevelInfo& level : points->levels)
        tokens += level.tokens();
    EXPECT_EQ(points->count(), tokens);
    EXPECT_EQ(points->points.front().level, 0);
    EXPECT_EQ(points->points.back().level, int(points->levels.size()) - 1);
    EXPECT_GE(points->points.front().code, 0);
    EXPECT_GT(points->images.front().psnr, 0.0);

    request.source = PointSource::Hierarchies;
    const auto image = gatherLatents(*model, {folder / "a.png"}, request);
    ASSERT_TRUE(image);
    const auto hierarchies = gatherAll(**image, TaskContext());
    ASSERT_TRUE(hierarchies) << hierarchies.error().message;
    tokens = 0;
    for (const LevelInfo& level : hierarchies->levels)
        tokens += level.tokens();
    EXPECT_EQ(hierarchies->count(), tokens);
    EXPECT_EQ(hierarchies->points.front().code, -1);
}

} // namespace hierascope::runtime
