// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <gmock/gmock.h>

#include "core/runtime/devices.h"
#include "core/runtime/tokenizer.h"
#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"

namespace hierascope::runtime {
namespace {

bool hasGpu() {
    const auto devices = listDevices();
    return devices && std::any_of(devices->begin(), devices->end(),
                                  [](const auto& device) { return device.kind == "cuda"; });
}

Reconstruction reconstructOn(const std::string& device, const std::filesystem::path& model) {
    OpenOptions options;
    options.device = device;
    const auto opened = openTokenizer(model, options, {});
    EXPECT_TRUE(opened);
    auto reconstruction = (*opened)->reconstruct(testing::smoothPicture(40, 32), {}, {});
    EXPECT_TRUE(reconstruction);
    return *std::move(reconstruction);
}

TEST(Gpu, GivesThePicturesOfTheProcessor) {
    if (!hasGpu())
        GTEST_SKIP() << "there is no CUDA device";
    const testing::TempFolder folder;
    testing::writeSmallModel(folder / "model");
    const Reconstruction onGpu = reconstructOn("cuda", folder / "model");
    const Reconstruction onCpu = reconstructOn("cpu", folder / "model");
    ASSERT_EQ(onGpu.levels.size(), onCpu.levels.size());
    for (std::size_t level = 0; level < onCpu.levels.size(); ++level) {
        const auto& found = onGpu.levels[level].picture.planes;
        const auto& expected = onCpu.levels[level].picture.planes;
        ASSERT_EQ(found.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            ASSERT_NEAR(found[i], expected[i], 1e-3);
    }
}

TEST(Gpu, IsListedWithItsMemory) {
    if (!hasGpu())
        GTEST_SKIP() << "there is no CUDA device";
    const auto devices = listDevices();
    ASSERT_TRUE(devices);
    for (const auto& device : *devices)
        EXPECT_GT(device.memoryTotal, 0) << device.id;
}

} // namespace
} // namespace hierascope::runtime
