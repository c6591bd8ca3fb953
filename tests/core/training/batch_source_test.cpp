// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/batch_source.h"

#include <numeric>
#include <set>

#include <gmock/gmock.h>

#include "tests/core/training/tiny_data.h"

namespace hierascope::training {
namespace {

at::Tensor batchOf(const BatchSource& source, std::int64_t step, std::int64_t size) {
    std::vector<std::int64_t> positions(static_cast<std::size_t>(size));
    std::iota(positions.begin(), positions.end(), step * size);
    auto batch = source.pictures(positions);
    EXPECT_TRUE(batch);
    return *batch;
}

TEST(BatchSource, GivesPicturesInTheModelsRange) {
    const BatchSource source(std::make_shared<TinyData>(9, 16), 16, 1);
    const auto batch = batchOf(source, 0, 3);
    EXPECT_EQ(batch.sizes(), (std::vector<std::int64_t>{3, 3, 16, 16}));
    EXPECT_GE(batch.min().item<double>(), -1.0);
    EXPECT_LE(batch.max().item<double>(), 1.0);
}

TEST(BatchSource, ShowsEveryPictureOnceInAnEpoch) {
    constexpr int kPictures = 37;
    const auto data = std::make_shared<TinyData>(kPictures, 1);
    const BatchSource source(data, 1, 5);
    for (int epoch = 0; epoch < 3; ++epoch) {
        std::multiset<int> seen;
        for (int step = 0; step < kPictures; ++step) {
            const auto picture = batchOf(source, epoch * kPictures + step, 1);
            seen.insert(
                static_cast<int>(std::lround((picture[0][0][0][0].item<double>() + 1.0) * 127.5)));
        }
        std::multiset<int> wanted;
        for (int index = 0; index < kPictures; ++index)
            wanted.insert(index * 37 % 256);
        EXPECT_EQ(seen, wanted);
    }
}

TEST(BatchSource, DependsOnSeedAndStepAlone) {
    const auto data = std::make_shared<TinyData>(50, 20);
    const BatchSource source(data, 16, 7);
    const auto later = batchOf(source, 12, 4);
    EXPECT_TRUE(batchOf(BatchSource(data, 16, 7), 12, 4).equal(later));
    EXPECT_FALSE(batchOf(BatchSource(data, 16, 8), 12, 4).equal(later));
    EXPECT_FALSE(batchOf(source, 13, 4).equal(later));
}

TEST(BatchSource, ResizesEachPictureAnew) {
    runs::CropOptions crops;
    crops.resize = {16, 40};
    const auto data = std::make_shared<TinyData>(5, 90);
    const BatchSource source(data, 16, 3, crops);
    const auto batch = batchOf(source, 0, 5);
    EXPECT_EQ(batch.sizes(), (std::vector<std::int64_t>{5, 3, 16, 16}));
    EXPECT_TRUE(batchOf(BatchSource(data, 16, 3, crops), 0, 5).equal(batch));
    EXPECT_FALSE(batchOf(BatchSource(data, 16, 3), 0, 5).equal(batch));
}

TEST(BatchSource, EnlargesPicturesThatAreTooSmall) {
    const BatchSource source(std::make_shared<TinyData>(3, 8), 16, 1);
    EXPECT_EQ(batchOf(source, 0, 1).size(3), 16);
}

} // namespace
} // namespace hierascope::training
