// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/idle_team.h"

#include <atomic>
#include <chrono>
#include <filesystem>
#include <iterator>

#include <ATen/Parallel.h>
#include <gtest/gtest.h>

namespace hierascope::tensor {
namespace {

std::ptrdiff_t threadCount() {
    return std::distance(std::filesystem::directory_iterator("/proc/self/task"),
                         std::filesystem::directory_iterator());
}

TEST(IdleTeam, SleepsBesideTheWorkAndEndsAtOnce) {
    const std::ptrdiff_t before = threadCount();
    const auto start = std::chrono::steady_clock::now();
    {
        const IdleTeam team(2);
        EXPECT_GT(threadCount(), before);
        std::atomic<std::int64_t> sum = 0;
        at::parallel_for(0, 1000, 10, [&](std::int64_t first, std::int64_t last) {
            for (std::int64_t i = first; i < last; ++i)
                sum += i;
        });
        EXPECT_EQ(sum, 499500);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
    const IdleTeam none(1);
}

} // namespace
} // namespace hierascope::tensor
