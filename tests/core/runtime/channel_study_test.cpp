// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/channel_study.h"

#include <cmath>
#include <numeric>

#include <gmock/gmock.h>

#include "core/runtime/pictures.h"
#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"

namespace hierascope::runtime {

using ::testing::HasSubstr;

class ChannelStudyTest : public ::testing::Test {
protected:
    void SetUp() override {
        std::filesystem::create_directories(m_folder / "data");
        for (int i = 0; i < 4; ++i)
            ASSERT_TRUE(savePicture(m_folder / "data" / (std::to_string(i) + ".png"),
                                    testing::smoothPicture(32, 32, i)));
        testing::writeSmallModel(m_folder / "m");
        auto model = openTokenizer(m_folder / "m", {"cpu", 1, "float32", {}, {}}, {});
        ASSERT_TRUE(model) << model.error().message;
        m_model = *model;
    }

    testing::TempFolder m_folder;
    std::shared_ptr<Tokenizer> m_model;
};

TEST_F(ChannelStudyTest, EqualsFiguresFromAllValuesAtOnce) {
    const auto study = studyChannels(*m_model, {m_folder / "data"}, 0, {});
    ASSERT_TRUE(study) << study.error().message;
    const auto channels = std::size_t(m_model->info().latentChannels);
    std::vector<std::vector<double>> values(channels);
    std::vector<double> kl(channels);
    for (int i = 0; i < 4; ++i) {
        const auto pyramid = m_model->encode(testing::smoothPicture(32, 32, i), {}, {});
        ASSERT_TRUE(pyramid);
        const std::size_t places = pyramid->mean.size() / channels;
        for (std::size_t at = 0; at < pyramid->mean.size(); ++at) {
            const double mean = pyramid->mean[at];
            const double log = pyramid->logvar[at];
            values[at / places].push_back(mean);
            kl[at / places] += 0.5 * (mean * mean + std::exp(log) - 1.0 - log);
        }
    }
    EXPECT_EQ(study->images, 4);
    EXPECT_EQ(study->places, std::int64_t(values[0].size()));
    const double count = double(values[0].size());
    std::vector<double> means, deviations;
    for (const auto& channel : values) {
        const double mean = std::accumulate(channel.begin(), channel.end(), 0.0) / count;
        double square = 0.0;
        for (const double value : channel)
            square += (value - mean) * (value - mean);
        means.push_back(mean);
        deviations.push_back(std::sqrt(square / (count - 1.0)));
    }
    double shares = 0.0;
    for (std::size_t i = 0; i < channels; ++i) {
        const ChannelFigures& found = study->channels[i];
        EXPECT_NEAR(found.mean, means[i], 1e-9);
        EXPECT_NEAR(found.deviation, deviations[i], 1e-7);
        EXPECT_NEAR(found.kl, kl[i] / count, 1e-9);
        EXPECT_EQ(std::accumulate(found.histogram.begin(), found.histogram.end(), std::int64_t{0}),
                  study->places);
        EXPECT_NEAR(study->correlation[i * channels + i], 1.0F, 1e-6F);
        shares += found.klShare;
        double both = 0.0;
        for (std::size_t at = 0; at < values[0].size(); ++at)
            both += (values[i][at] - means[i]) * (values[0][at] - means[0]);
        EXPECT_NEAR(study->correlation[i * channels],
                    both / (count - 1.0) / (deviations[i] * deviations[0]), 1e-5);
    }
    EXPECT_NEAR(shares, 1.0, 1e-12);
}

TEST_F(ChannelStudyTest, AStepOfNothingIsThePictureItself) {
    const auto pyramid = m_model->encode(testing::smoothPicture(32, 32), {}, {});
    const auto picture = m_model->decode(pyramid->latents, {}, {});
    const auto walk = traverseChannel(*m_model, pyramid->latents, 1, -1, {-2.0, 0.0, 2.0}, 0.7, {});
    ASSERT_TRUE(walk) << walk.error().message;
    ASSERT_EQ(walk->size(), 3U);
    EXPECT_EQ((*walk)[1], *picture);
    EXPECT_NE((*walk)[0], *picture);
    const auto none = traverseChannel(*m_model, pyramid->latents, 4, -1, {0.0}, 1.0, {});
    ASSERT_FALSE(none);
    EXPECT_THAT(none.error().message, HasSubstr("Channel 4"));
}

} // namespace hierascope::runtime
