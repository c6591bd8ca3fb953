// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/io/json_file.h"
#include "core/io/png_writer.h"
#include "core/io/tensor_file.h"
#include "core/runs/events.h"
#include "core/runs/run_folder.h"
#include "core/training/train_step.h"
#include "core/training/trainer.h"
#include "tests/core/training/tiny_data.h"
#include "tests/support/temp_folder.h"

/// Runs of a few steps of tiny models.
namespace hierascope::training {

/// A config of `steps` steps on a folder of eight pictures.
inline std::filesystem::path writeConfig(const testing::TempFolder& folder, int steps,
                                         nlohmann::json config = tinyModelConfig()) {
    const auto pictures = folder / "pictures";
    std::filesystem::create_directories(pictures);
    const TinyData data(8, 16);
    for (int i = 0; i < 8; ++i)
        EXPECT_TRUE(io::writePng(pictures / (std::to_string(i) + ".png"), *data.image(i)));
    config["data"] = {{"train", "pictures"}, {"held_out", "pictures"}};
    config["training"] = {{"steps", steps},           {"batch_size", 3},
                          {"log_every", 1},           {"drop_path", 0.1},
                          {"evaluate_every", 4},      {"keep_checkpoints", 3},
                          {"checkpoint_seconds", 0.0}};
    if (config["family"] == "restok") {
        config["training"]["reseed_every"] = 1;
        config["training"]["quantize_from"] = 1;
        config["training"]["initial_gain"] = 2.0;
        config["training"]["loss"] = {{"perceptual", 0.0}};
    }
    const auto file = folder / "config.json";
    EXPECT_TRUE(io::writeJsonFile(file, config));
    return file;
}

inline Result<void> trainHere(const std::filesystem::path& run, const EventSink& sink = {},
                              const TaskContext& context = {}) {
    return train(run, {"cpu", 1}, sink, context);
}

inline io::TensorMap weightsOf(const std::filesystem::path& run, std::int64_t step,
                               const std::string& file) {
    auto tensors = io::loadTensors(run / "checkpoints" / ("step-" + std::to_string(step)) / file);
    EXPECT_TRUE(tensors);
    return *tensors;
}

/// Trains six steps at once, and six with two stops, and compares all that is saved.
inline void expectBitExactResume(const testing::TempFolder& folder,
                                 const std::filesystem::path& config) {
    ASSERT_TRUE(createRun(config, folder / "straight"));
    ASSERT_TRUE(trainHere(folder / "straight"));

    ASSERT_TRUE(createRun(config, folder / "resumed"));
    for (int stops = 1; stops <= 2; ++stops) {
        std::stop_source stop;
        const auto stopAfterTwo = [&stop, stops](const runs::Event& event) {
            if (const auto* progress = std::get_if<runs::ProgressEvent>(&event))
                if (progress->step == 2 * stops)
                    stop.request_stop();
        };
        ASSERT_TRUE(trainHere(folder / "resumed", stopAfterTwo, TaskContext(stop.get_token())));
    }
    ASSERT_TRUE(trainHere(folder / "resumed"));

    for (const char* file : {"model.safetensors", "weights.safetensors", "optimizer.safetensors"}) {
        const auto straight = weightsOf(folder / "straight", 6, file);
        const auto resumed = weightsOf(folder / "resumed", 6, file);
        ASSERT_EQ(straight.size(), resumed.size());
        for (const auto& [name, tensor] : straight)
            EXPECT_TRUE(tensor.equal(resumed.at(name))) << file << " " << name;
    }
}

/// Everything that a run told about each step.
inline std::map<std::int64_t, StepMetrics> metricsOf(const std::filesystem::path& run) {
    std::map<std::int64_t, StepMetrics> told;
    const auto events = runs::RunFolder::open(run)->events();
    EXPECT_TRUE(events);
    for (const auto& event : *events) {
        if (const auto* metric = std::get_if<runs::MetricEvent>(&event))
            told[metric->step].insert(metric->values.begin(), metric->values.end());
    }
    return told;
}

} // namespace hierascope::training
