// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include <gmock/gmock.h>

#include "core/io/json_file.h"
#include "core/io/model_folder.h"
#include "core/models/dit_options.h"
#include "core/models/gpt_options.h"
#include "core/models/hieratok_options.h"
#include "core/models/restok_options.h"
#include "core/runs/train_config.h"

namespace hierascope::training {
namespace {

namespace fs = std::filesystem;

/// Pixels to a side of the pictures that the model of a config takes.
Result<std::int64_t> imageSideOf(const nlohmann::json& model) {
    if (model["family"] == "restok") {
        const auto options = models::resTokOptionsFromJson(model["options"]);
        return options ? Result<std::int64_t>(options->imageSize) : failure(options);
    }
    if (model["family"] == "dit") {
        const auto options = models::ditOptionsFromJson(model["options"]);
        if (!options)
            return failure(options);
        return model["preprocess"]["size"].get<std::int64_t>(); // its tokenizer's
    }
    if (model["family"] == "gpt") {
        const auto options = models::gptOptionsFromJson(model["options"]);
        if (!options)
            return failure(options);
        return model["preprocess"]["size"].get<std::int64_t>(); // its tokenizer's
    }
    const auto options = models::hieraTokOptionsFromJson(model["options"]);
    return options ? Result<std::int64_t>(options->imageSize) : failure(options);
}

TEST(Presets, AreAllValid) {
    int presets = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(HIERASCOPE_RESOURCES) / "presets")) {
        const fs::path& file = entry.path();
        if (file.extension() != ".json")
            continue;
        const auto json = io::readJsonFile(file);
        ASSERT_TRUE(json) << json.error().message;
        const auto config = runs::trainConfigFromJson(*json, file.parent_path());
        ASSERT_TRUE(config) << file << ": " << config.error().message;
        const auto model = io::checkModelConfig(file, config->model);
        EXPECT_TRUE(model) << model.error().message;
        const auto side = imageSideOf(config->model);
        ASSERT_TRUE(side) << file << ": " << side.error().message;
        EXPECT_EQ(config->model["preprocess"]["size"], *side) << file;
        ++presets;
    }
    EXPECT_GE(presets, 15);
}

TEST(Presets, OfTheDemoDifferInTheirScalesOnly) {
    const fs::path folder = fs::path(HIERASCOPE_RESOURCES) / "presets";
    auto multi = io::readJsonFile(folder / "hieratok-photos.json");
    const auto single = io::readJsonFile(folder / "single-photos.json");
    ASSERT_TRUE(multi && single);
    EXPECT_EQ((*multi)["options"]["scales"], nlohmann::json({1, 2, 4, 8, 16}));
    EXPECT_EQ((*single)["options"]["scales"], nlohmann::json({16}));
    (*multi)["options"]["scales"] = {16};
    EXPECT_EQ(*multi, *single);
}

TEST(Presets, OfTheDitsDifferInTheirTokenizersOnly) {
    const fs::path folder = fs::path(HIERASCOPE_RESOURCES) / "presets";
    auto multi = io::readJsonFile(folder / "hieratok-fashion.json");
    const auto single = io::readJsonFile(folder / "single-fashion.json");
    ASSERT_TRUE(multi && single);
    (*multi)["options"]["scales"] = {8};
    EXPECT_EQ(*multi, *single);
    auto onMulti = io::readJsonFile(folder / "dit-fashion.json");
    const auto onSingle = io::readJsonFile(folder / "dit-single-fashion.json");
    ASSERT_TRUE(onMulti && onSingle);
    (*onMulti)["tokenizer"] = "../single-fashion";
    (*onMulti)["data"]["tokenizer"] = "../demo/single-fashion";
    EXPECT_EQ(*onMulti, *onSingle);
}

} // namespace
} // namespace hierascope::training
