// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include <ATen/ops/abs.h>
#include <gmock/gmock.h>

#include "core/io/json_file.h"
#include "core/io/tensor_file.h"
#include "core/models/hieratok.h"
#include "core/models/state_dict.h"

namespace hierascope::models {
namespace {

constexpr double kTolerance = 1e-5;

/// The small models that tests/data/hieratok/make_fixtures.py wrote with the PyTorch peer.
std::vector<std::string> fixtureNames() {
    std::vector<std::string> names;
    for (const auto& entry :
         std::filesystem::directory_iterator(HIERASCOPE_TEST_DATA "/hieratok")) {
        if (entry.is_directory())
            names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

io::TensorMap valuesOf(const std::filesystem::path& path) {
    auto tensors = io::loadTensors(path);
    if (!tensors)
        throw std::runtime_error(tensors.error().message);
    return *tensors;
}

void expectNear(const at::Tensor& found, const at::Tensor& expected, const std::string& name) {
    ASSERT_EQ(found.sizes(), expected.sizes()) << name;
    EXPECT_LE((found - expected).abs().max().item<double>(), kTolerance) << name;
}

void expectPictures(const std::vector<at::Tensor>& pictures, const io::TensorMap& expected,
                    const std::string& prefix) {
    for (std::size_t level = 0; level < pictures.size(); ++level) {
        const std::string name = prefix + "." + std::to_string(level);
        ASSERT_TRUE(expected.contains(name)) << name;
        expectNear(pictures[level], expected.at(name), name);
    }
    EXPECT_FALSE(expected.contains(prefix + "." + std::to_string(pictures.size())));
}

class HieraTokParity : public ::testing::TestWithParam<std::string> {};

TEST_P(HieraTokParity, EqualsTheIndependentModule) {
    const auto folder = std::filesystem::path(HIERASCOPE_TEST_DATA) / "hieratok" / GetParam();
    const auto config = io::readJsonFile(folder / "config.json");
    ASSERT_TRUE(config) << config.error().message;
    const auto options = hieraTokOptionsFromJson(config->at("options"));
    ASSERT_TRUE(options) << options.error().message;

    const torch::NoGradGuard guard;
    HieraTok model(*options);
    model->eval();
    const StateDictFit fit = loadStateDict(*model, valuesOf(folder / "model.safetensors"));
    ASSERT_EQ(fit.firstProblem(), "");

    const auto expected = valuesOf(folder / "expected.safetensors");
    const Posterior posterior = model->posterior(expected.at("image"));
    expectNear(posterior.mean, expected.at("mean"), "mean");
    expectNear(posterior.logvar, expected.at("logvar"), "logvar");

    // Decoding starts at the expected mean, so that each half is judged alone.
    const at::Tensor& latent = expected.at("mean");
    expectPictures(model->decode(latent), expected, "level");
    const auto half = static_cast<std::int64_t>(options->scales.size()) / 2;
    if (half > 0)
        expectPictures(model->decode(latent, half), expected, "prefix");
}

std::string testName(const ::testing::TestParamInfo<std::string>& info) {
    std::string name = info.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(EveryVariant, HieraTokParity, ::testing::ValuesIn(fixtureNames()),
                         testName);

TEST(HieraTokParityFixtures, CoverEveryVariant) {
    EXPECT_EQ(fixtureNames().size(), 20U); // 3 x 3 x 2 and two single scales
}

} // namespace
} // namespace hierascope::models
