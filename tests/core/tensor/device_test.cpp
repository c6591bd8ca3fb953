// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/device.h"

#include <ATen/Parallel.h>
#include <gmock/gmock.h>

namespace hierascope::tensor {
namespace {

using ::testing::HasSubstr;

TEST(Device, ListsTheProcessorFirstWithItsMemory) {
    const auto devices = listDevices();
    ASSERT_FALSE(devices.empty());
    EXPECT_EQ(devices.front().id, "cpu");
    EXPECT_GT(devices.front().memoryTotal, 0);
    EXPECT_LE(devices.front().memoryFree, devices.front().memoryTotal);
}

TEST(Device, ChoosesTheProcessorByName) {
    const auto device = chooseDevice("cpu");
    ASSERT_TRUE(device);
    EXPECT_TRUE(device->is_cpu());
}

TEST(Device, RefusesWordsItDoesNotKnow) {
    for (const char* word : {"gpu", "cuda:", "cuda:x", "cuda:-1", ""}) {
        const auto device = chooseDevice(word);
        ASSERT_FALSE(device) << word;
        EXPECT_EQ(device.error().code, ErrorCode::Usage) << word;
        EXPECT_THAT(device.error().message, HasSubstr("'" + std::string(word) + "'"));
    }
}

TEST(Device, SaysWhyACudaDeviceIsNotThere) {
    const auto device = chooseDevice("cuda:99");
    ASSERT_FALSE(device);
    EXPECT_EQ(device.error().code, ErrorCode::NoDevice);
    EXPECT_THAT(device.error().message, HasSubstr("Device 'cuda:99' is not available: "));
}

TEST(Device, SetsTheThreadCount) {
    setThreadCount(1);
    EXPECT_EQ(at::get_num_threads(), 1);
    setThreadCount(0);
    EXPECT_GE(at::get_num_threads(), 1);
}

} // namespace
} // namespace hierascope::tensor
