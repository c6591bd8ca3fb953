// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/devices.h"

#include <gtest/gtest.h>

TEST(Devices, HaveTheCpuFirstWithItsMemory) {
    const auto devices = hierascope::runtime::listDevices();
    ASSERT_TRUE(devices);
    ASSERT_FALSE(devices->empty());
    const auto& cpu = devices->front();
    EXPECT_EQ(cpu.id, "cpu");
    EXPECT_EQ(cpu.kind, "cpu");
    EXPECT_FALSE(cpu.name.empty());
    EXPECT_GT(cpu.memoryFree, 0);
    EXPECT_GE(cpu.memoryTotal, cpu.memoryFree);
}
