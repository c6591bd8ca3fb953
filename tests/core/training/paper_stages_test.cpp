// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <gmock/gmock.h>

#include "core/models/frozen_vit.h"
#include "core/models/lpips.h"
#include "tests/core/training/short_runs.h"
#include "tests/support/official_discriminator.h"

/// The paper's presets, narrower and shallower, on pictures of their full size; docs/testing.md
/// says how they did as they are.
namespace hierascope::training {
namespace {

using nlohmann::json;

const std::filesystem::path kPresets = std::filesystem::path(HIERASCOPE_RESOURCES) / "presets";

/// A few pictures of noise, and the frozen networks' files with random weights.
void writeFiles(const testing::TempFolder& folder) {
    const auto pictures = folder / "pictures";
    std::filesystem::create_directories(pictures);
    const TinyData data(3, 256);
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(io::writePng(pictures / (std::to_string(i) + ".png"), *data.image(i)));
    at::manual_seed(5);
    models::Lpips lpips(models::LpipsBackbone::AlexNet); // smaller than VGG-16
    io::TensorMap classifier;
    io::TensorMap linear;
    for (const auto& [name, tensor] : models::stateDict(*lpips)) {
        if (name.starts_with("lin"))
            linear[name] = at::rand_like(tensor);
        else
            classifier["features." + name.substr(7)] = tensor.detach();
    }
    ASSERT_TRUE(io::saveTensors(folder / "classifier.safetensors", classifier));
    ASSERT_TRUE(io::saveTensors(folder / "linear.safetensors", linear));
    ASSERT_TRUE(io::saveTensors(folder / "dino.safetensors", testing::tinyDino()));
}

/// A preset with the files of this test, small networks, a batch of two and no more than ten steps.
std::filesystem::path writePreset(const testing::TempFolder& folder, const std::string& name,
                                  const json& sizes) {
    auto config = *io::readJsonFile(kPresets / (name + ".json"));
    config["options"].merge_patch(sizes);
    json& data = config["data"];
    data["train"] = data["held_out"] = "pictures";
    data["lpips_weights"] = "classifier.safetensors";
    data["lpips_linear"] = "linear.safetensors";
    if (data.contains("teacher_weights")) {
        data["teacher_weights"] = "dino.safetensors";
        config["options"]["alignment_channels"] = 64;
    }
    json& training = config["training"];
    training.update({{"steps", 10}, {"batch_size", 2}, {"log_every", 1}, {"final_images", 1}});
    if (training.contains("discriminator")) {
        json& discriminator = training["discriminator"];
        discriminator["start_step"] = std::min(3, discriminator["start_step"].get<int>());
        if (discriminator["kind"] == "dino")
            discriminator["weights"] = "dino.safetensors";
        else
            discriminator["channels"] = 4;
    }
    const auto file = folder / (name + ".json");
    EXPECT_TRUE(io::writeJsonFile(file, config));
    return file;
}

/// Five steps, a stop, and the five others.
void expectTenStepsAndAResume(const testing::TempFolder& folder, const std::string& name,
                              const json& sizes) {
    const auto run = folder / name;
    const auto made = createRun(writePreset(folder, name, sizes), run);
    ASSERT_TRUE(made) << made.error().message;
    std::stop_source stop;
    const auto stopAfterFive = [&stop](const runs::Event& event) {
        const auto* metric = std::get_if<runs::MetricEvent>(&event);
        if (metric != nullptr && metric->step == 5)
            stop.request_stop();
    };
    const auto begun = trainHere(run, stopAfterFive, TaskContext(stop.get_token()));
    ASSERT_TRUE(begun) << begun.error().message;
    EXPECT_EQ(runs::RunFolder::open(run)->checkpointSteps().back(), 5);
    const auto resumed = trainHere(run);
    ASSERT_TRUE(resumed) << resumed.error().message;
    EXPECT_EQ(runs::RunFolder::open(run)->checkpointSteps().back(), 10);
    const auto told = metricsOf(run);
    for (std::int64_t step = 1; step <= 10; ++step)
        EXPECT_TRUE(std::isfinite(told.at(step).at("loss"))) << name << " " << step;
}

TEST(PaperStages, OfHieraTokStartTrainAndResume) {
    const testing::TempFolder folder;
    writeFiles(folder);
    const json size{{"layers", 1}, {"width", 64}, {"heads", 2}};
    const json sizes{{"encoder", size}, {"decoder", size}};
    expectTenStepsAndAResume(folder, "hieratok-f16d16-stage-1", sizes);
    expectTenStepsAndAResume(folder, "hieratok-f16d16-stage-2", sizes); // starts from stage 1
    auto told = metricsOf(folder / "hieratok-f16d16-stage-2");
    EXPECT_GT(told.at(1).at("adversarial_weight"), 0.0);
    EXPECT_GT(told.at(10).at("perceptual"), 0.0);
}

TEST(PaperStages, OfResTokStartTrainAndResume) {
    const testing::TempFolder folder;
    writeFiles(folder);
    const json sizes{{"encoder", {{"layers", 4}, {"width", 64}, {"heads", 2}}},
                     {"decoder", {{"layers", 2}, {"width", 64}, {"heads", 2}}},
                     {"pixel", {{"hidden_channels", 8}, {"group_norm_groups", 4}}}};
    expectTenStepsAndAResume(folder, "restok-l-128", sizes);
    auto told = metricsOf(folder / "restok-l-128");
    EXPECT_FALSE(told.at(3).contains("adversarial"));
    EXPECT_GT(told.at(4).at("discriminator_gradient_norm"), 0.0);
    EXPECT_GT(told.at(10).at("alignment_encoder"), 0.0);
}

} // namespace
} // namespace hierascope::training
