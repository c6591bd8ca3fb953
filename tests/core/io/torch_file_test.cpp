// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch_file.h"

#include <ATen/ATen.h>
#include <gmock/gmock.h>

#include "core/io/tensor_file.h"
#include "core/io/torch_tensors.h"

namespace hierascope::io {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::filesystem::path kOfficial = std::filesystem::path(HIERASCOPE_TEST_DATA) / "official";

void expectEqual(const TensorMap& found, const TensorMap& expected) {
    ASSERT_EQ(found.size(), expected.size());
    for (const auto& [name, tensor] : expected) {
        ASSERT_TRUE(found.contains(name)) << name;
        EXPECT_EQ(found.at(name).scalar_type(), tensor.scalar_type()) << name;
        EXPECT_TRUE(found.at(name).equal(tensor)) << name;
    }
}

class OfficialPair : public ::testing::TestWithParam<const char*> {};

TEST_P(OfficialPair, TrainerAndHubFilesHoldTheSameTensors) {
    const auto folder = kOfficial / GetParam();
    const auto trainer = loadTensors(folder / "checkpoint-10/ema_model/pytorch_model.bin");
    const auto hub = loadTensors(folder / "hub/model.safetensors");
    ASSERT_TRUE(trainer) << trainer.error().message;
    ASSERT_TRUE(hub) << hub.error().message;
    expectEqual(*trainer, *hub);
}

INSTANTIATE_TEST_SUITE_P(OfficialFiles, OfficialPair,
                         ::testing::Values("har_tiny", "ar_vanilla_tiny"));

TEST(TorchFile, ListsTheTrainingOnlyTensorsOfATokenizer) {
    const auto file =
        openTorchFile(kOfficial / "restok_micro/checkpoint-10/ema_model/pytorch_model.bin");
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_EQ(file->entries.size(), 278U);
    EXPECT_THAT(file->unknownGlobals, IsEmpty());
    EXPECT_THAT(file->complaints, IsEmpty());
    EXPECT_EQ(chosenGroup(*file), "");
    const auto tensors = loadTorchTensors(*file, "");
    ASSERT_TRUE(tensors) << tensors.error().message;
    EXPECT_TRUE(tensors->contains("foundation_model.model.cls_token"));
}

TEST(TorchFile, PrefersTheAveragedWeightsOfATrainersFile) {
    const auto path = kOfficial / "dit_tiny_8x8x4/0000010.pt";
    const auto file = openTorchFile(path);
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_EQ(chosenGroup(*file), "ema");
    EXPECT_THAT(file->complaints, IsEmpty());
    EXPECT_THAT(file->unknownGlobals, IsEmpty());
    EXPECT_EQ(file->values.at("args"), nlohmann::json::parse(R"({"model": "DiT-tiny",
        "image_size": 64, "num_classes": 10, "epochs": 1, "global_batch_size": 2, "vae": "ema"})"));
    EXPECT_EQ(file->values.at("opt").at("param_groups").at(0).at("betas"),
              nlohmann::json::parse("[0.9, 0.999]"));

    const auto ema = loadTensors(path);
    const auto released = loadTensors(kOfficial / "dit_tiny_8x8x4/model.safetensors");
    ASSERT_TRUE(ema) << ema.error().message;
    ASSERT_TRUE(released) << released.error().message;
    expectEqual(*ema, *released);
    const auto raw = loadTorchTensors(*file, "model");
    ASSERT_TRUE(raw) << raw.error().message;
    EXPECT_EQ(raw->size(), ema->size());
    EXPECT_FALSE(raw->at("x_embedder.proj.weight").equal(ema->at("x_embedder.proj.weight")));
    const auto moments = loadTorchTensors(*file, "opt");
    ASSERT_TRUE(moments) << moments.error().message;
    EXPECT_TRUE(moments->contains("state.1.exp_avg"));
}

} // namespace
} // namespace hierascope::io
