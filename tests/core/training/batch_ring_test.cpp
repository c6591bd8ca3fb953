// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/batch_ring.h"

#include <atomic>
#include <chrono>
#include <stdexcept>

#include <ATen/ops/full.h>
#include <gmock/gmock.h>

namespace hierascope::training {
namespace {

Result<at::Tensor> numbered(std::int64_t step) {
    std::this_thread::sleep_for(std::chrono::milliseconds(step % 3));
    return at::full({1}, static_cast<double>(step));
}

double valueOf(const Result<at::Tensor>& batch) {
    return batch ? batch->item<double>() : -1.0;
}

TEST(BatchRing, GivesBatchesInOrderHoweverManyThreadsMakeThem) {
    for (const int threads : {0, 1, 4}) {
        BatchRing ring(numbered, threads);
        for (int step = 0; step < 40; ++step)
            EXPECT_EQ(valueOf(ring.take(step)), step) << threads;
    }
}

TEST(BatchRing, MakesBatchesAheadButNotTooMany) {
    std::atomic<int> made = 0;
    BatchRing ring(
        [&made](std::int64_t step) {
            ++made;
            return numbered(step);
        },
        2);
    EXPECT_EQ(valueOf(ring.take(0)), 0.0);
    for (int i = 0; i < 400 && made < 5; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_EQ(made, 5); // the one that was taken, and four ahead
}

TEST(BatchRing, StartsAnewWhereTheStepJumps) {
    BatchRing ring(numbered, 3);
    for (const int step : {5, 6, 100, 101, 3, 4, 5})
        EXPECT_EQ(valueOf(ring.take(step)), step);
}

TEST(BatchRing, PassesErrorsToWhoTakes) {
    BatchRing ring(
        [](std::int64_t step) -> Result<at::Tensor> {
            if (step == 1)
                return failure(ErrorCode::BadData, "broken");
            if (step == 2)
                throw std::runtime_error("thrown");
            return numbered(step);
        },
        2);
    EXPECT_TRUE(ring.take(0));
    EXPECT_EQ(ring.take(1).error().message, "broken");
    EXPECT_EQ(ring.take(2).error().message, "thrown");
    EXPECT_TRUE(ring.take(3));
}

} // namespace
} // namespace hierascope::training
