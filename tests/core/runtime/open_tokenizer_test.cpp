// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "core/base/atomic_file.h"
#include "core/runtime/tokenizer.h"
#include "tests/support/small_model.h"
#include "tests/support/temp_folder.h"

namespace hierascope {

using ::testing::HasSubstr;

namespace {

runtime::OpenOptions onCpu() {
    runtime::OpenOptions options;
    options.device = "cpu";
    options.threads = 1;
    return options;
}

Result<std::shared_ptr<runtime::Tokenizer>> open(const std::filesystem::path& model,
                                                 const runtime::OpenOptions& options = onCpu()) {
    return runtime::openTokenizer(model, options, TaskContext());
}

/// The error of opening a model with one spoilt tensor.
Error errorAfter(const std::string& tensor, const std::string& edit) {
    const testing::TempFolder folder;
    testing::writeSmallModel(folder / "m");
    testing::spoilTensor(folder / "m", tensor, edit);
    const auto opened = open(folder / "m");
    return opened ? Error{ErrorCode::Failed, "opened"} : opened.error();
}

} // namespace

TEST(OpenTokenizer, DescribesTheModel) {
    const testing::TempFolder folder;
    testing::writeSmallModel(folder / "m", {.origin = {{"step", 7},
                                                       {"data", {{"images", 9}}},
                                                       {"training_seconds", 600.0},
                                                       {"metrics", {{"psnr_4x4", 21.5}}}}});
    const auto model = open(folder / "m");
    ASSERT_TRUE(model) << model.error().message;
    const runtime::ModelInfo& info = (*model)->info();
    EXPECT_EQ(info.name, "m");
    EXPECT_EQ(info.family, "hieratok");
    EXPECT_THAT(info.summary, HasSubstr("4 scales, scale-causal"));
    EXPECT_EQ(info.imageSize, 32);
    EXPECT_EQ(info.latentChannels, 4);
    EXPECT_EQ(info.latentRows, 8);
    ASSERT_EQ(info.levels.size(), 4U);
    EXPECT_EQ(info.levels[2], (runtime::LevelInfo{"4x4", 4, 4, 16, 16}));
    EXPECT_GT(info.parameters, 0);
    EXPECT_EQ(info.sha256.size(), 64U);
    EXPECT_EQ(info.device, "cpu");
    EXPECT_THAT(info.facts, ::testing::Contains(::testing::Pair("data.images", "9")));
    EXPECT_THAT(info.facts, ::testing::Contains(::testing::Pair("Training time", "10 min")));
    EXPECT_THAT(info.facts, ::testing::Contains(::testing::Pair("Held-out PSNR 4x4", "21.5 dB")));
}

TEST(OpenTokenizer, NamesAMissingTensor) {
    const Error error = errorAfter("moments.bias", "drop");
    EXPECT_EQ(error.code, ErrorCode::BadData);
    EXPECT_THAT(error.message, HasSubstr("model.safetensors"));
    EXPECT_THAT(error.message, HasSubstr("'moments.bias' is missing"));
}

TEST(OpenTokenizer, NamesAnUnexpectedTensor) {
    const Error error = errorAfter("moments.bias", "add");
    EXPECT_EQ(error.code, ErrorCode::BadData);
    EXPECT_THAT(error.message, HasSubstr("'moments.bias.extra'"));
}

TEST(OpenTokenizer, NamesBothShapesOfAMisshapenTensor) {
    const Error error = errorAfter("to_pixels.weight", "flatten");
    EXPECT_EQ(error.code, ErrorCode::BadData);
    EXPECT_THAT(error.message, HasSubstr("'to_pixels.weight' is [1536], expected [48, 32]"));
}

TEST(OpenTokenizer, RefusesWholeNumbersAsWeights) {
    const Error error = errorAfter("moments.bias", "integer");
    EXPECT_EQ(error.code, ErrorCode::BadData);
    EXPECT_THAT(error.message, HasSubstr("'moments.bias' is of type"));
}

TEST(OpenTokenizer, RefusesWeightsThatAreNotFinite) {
    const Error error = errorAfter("to_pixels.weight", "nan");
    EXPECT_EQ(error.code, ErrorCode::BadData);
    EXPECT_THAT(error.message, HasSubstr("'to_pixels.weight' holds a value that is not finite"));
}

TEST(OpenTokenizer, ListsTensorsThatAnOverrideLeavesOver) {
    const testing::TempFolder folder;
    testing::writeSmallModel(folder / "m", {.options = {{"decoder", {{"layers", 2}}}}});
    runtime::OpenOptions options = onCpu();
    options.overrides = {"decoder.layers=1"};
    const auto model = open(folder / "m", options);
    ASSERT_TRUE(model) << model.error().message;
}

TEST(OpenTokenizer, NamesAnUnknownOverride) {
    const testing::TempFolder folder;
    testing::writeSmallModel(folder / "m");
    runtime::OpenOptions options = onCpu();
    options.overrides = {"colour=1"};
    const auto model = open(folder / "m", options);
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().code, ErrorCode::Usage);
    EXPECT_THAT(model.error().message, HasSubstr("'colour'"));
}

TEST(OpenTokenizer, TakesAConfigFromBesideBareWeights) {
    const testing::TempFolder folder;
    testing::writeSmallModel(folder / "m");
    std::filesystem::rename(folder / "m" / "model.safetensors", folder / "bare.safetensors");
    runtime::OpenOptions options = onCpu();
    options.config = folder / "m" / "config.json";
    EXPECT_TRUE(open(folder / "bare.safetensors", options));
    EXPECT_FALSE(open(folder / "bare.safetensors"));
}

TEST(OpenTokenizer, NamesAnUnknownFamilyAndTheKnownOnes) {
    const testing::TempFolder folder;
    testing::writeSmallModel(folder / "m");
    ASSERT_TRUE(writeFileAtomically(
        folder / "m" / "config.json",
        R"({"format": 1, "family": "vqgan", "options": {}, "preprocess": {"size": 32}})"));
    const auto model = open(folder / "m");
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().code, ErrorCode::BadData);
    EXPECT_THAT(model.error().message, HasSubstr("'vqgan', expected one of hieratok"));
}

TEST(OpenTokenizer, WantsThePreprocessingSizeToBeTheModels) {
    const testing::TempFolder folder;
    testing::writeSmallModel(folder / "m");
    runtime::OpenOptions options = onCpu();
    options.overrides = {"preprocess.size=64"};
    const auto model = open(folder / "m", options);
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().code, ErrorCode::BadData);
    EXPECT_THAT(model.error().message, HasSubstr("preprocess.size is 64"));
}

TEST(OpenTokenizer, RefusesDevicesAndNumberTypesThatDoNotExist) {
    const testing::TempFolder folder;
    testing::writeSmallModel(folder / "m");
    runtime::OpenOptions options = onCpu();
    options.device = "toaster";
    EXPECT_EQ(open(folder / "m", options).error().code, ErrorCode::Usage);
    options = onCpu();
    options.device = "cuda:63";
    EXPECT_EQ(open(folder / "m", options).error().code, ErrorCode::NoDevice);
    options = onCpu();
    options.dtype = "int3";
    EXPECT_EQ(open(folder / "m", options).error().code, ErrorCode::Usage);
}

TEST(OpenTokenizer, StopsWhenAsked) {
    const testing::TempFolder folder;
    testing::writeSmallModel(folder / "m");
    std::stop_source stop;
    stop.request_stop();
    const auto model = runtime::openTokenizer(folder / "m", onCpu(), TaskContext(stop.get_token()));
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().code, ErrorCode::Cancelled);
}

} // namespace hierascope
