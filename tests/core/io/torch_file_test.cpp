// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch_file.h"

#include <fstream>

#include <ATen/ATen.h>
#include <gmock/gmock.h>

#include "core/io/json_file.h"
#include "core/io/tensor_file.h"
#include "core/io/torch_tensors.h"
#include "tests/support/temp_folder.h"
#include "tests/support/torch_writer.h"

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

const std::filesystem::path kTorch = std::filesystem::path(HIERASCOPE_TEST_DATA) / "torch";

struct TorchPair {
    const char* file;
    const char* expected;
};

class TorchMade : public ::testing::TestWithParam<TorchPair> {};

TEST_P(TorchMade, FileHoldsWhatTorchPutIn) {
    const auto found = loadTensors(kTorch / GetParam().file);
    const auto expected = loadTensors(kTorch / GetParam().expected);
    ASSERT_TRUE(found) << found.error().message;
    ASSERT_TRUE(expected) << expected.error().message;
    expectEqual(*found, *expected);
}

INSTANTIATE_TEST_SUITE_P(TorchFiles, TorchMade,
                         ::testing::Values(TorchPair{"zip.pt", "zip.safetensors"},
                                           TorchPair{"stream-1.pt", "stream.safetensors"},
                                           TorchPair{"stream-2.pt", "stream.safetensors"},
                                           TorchPair{"stream-4.pt", "stream.safetensors"},
                                           TorchPair{"no-checksums.pt", "module.safetensors"}));

TEST(TorchFile, ListsAWholeModuleByTheNamesOfItsStateDict) {
    const auto file = openTorchFile(kTorch / "module.pt");
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_THAT(file->unknownGlobals, ElementsAre("torch.nn.modules.container.Sequential",
                                                  "torch.nn.modules.linear.Linear",
                                                  "torch.nn.modules.batchnorm.BatchNorm1d"));
    std::vector<std::string> names;
    for (const TorchTensorEntry& entry : file->entries)
        names.push_back(entry.name());
    EXPECT_THAT(names, ElementsAre("0.weight", "0.bias", "1.weight", "1.bias", "1.running_mean",
                                   "1.running_var", "1.num_batches_tracked"));
}

TEST(TorchFile, ShowsEverythingOfATrainersFile) {
    const auto file = openTorchFile(kTorch / "training.pt");
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_EQ(file->values.at("steps"), 7);
    const auto args = nlohmann::json::parse(R"json({"lr": 0.5, "steps": 3,
        "path": "/x/y", "device": "cuda:0", "dtype": "torch.float16", "size": [2, 3],
        "name": "tiny", "flags": {"a": true, "b": null}, "large": "(an integer of 11 bytes)",
        "raw": "(3 bytes)", "complex": "(__builtin__.complex, not called)"})json");
    EXPECT_EQ(file->values.at("args"), args);
    EXPECT_THAT(file->unknownGlobals, ElementsAre("__builtin__.complex"));
    EXPECT_THAT(file->complaints, ::testing::Contains("tensor 'float8': it is of a kind that is "
                                                      "not read"));
    EXPECT_EQ(chosenGroup(*file), "ema");
    EXPECT_EQ(entriesOf(*file, "model").size(), 7U);
    // loadTensors() takes the wrappers' prefixes off: ema holds module._orig_mod.0.weight.
    const auto ema = loadTensors(kTorch / "training.pt");
    const auto raw = loadTensors(kTorch / "module.safetensors");
    ASSERT_TRUE(ema && raw);
    EXPECT_EQ(ema->size(), 7U);
    EXPECT_TRUE(ema->at("0.weight").equal(raw->at("0.weight") + 1));
}

TEST(TorchFile, TensorsOfOneStorageShareTheirMemory) {
    const auto tensors = loadTensors(kTorch / "zip.pt");
    ASSERT_TRUE(tensors) << tensors.error().message;
    EXPECT_EQ(tensors->at("base").data_ptr(), tensors->at("transposed").data_ptr());
    // A tensor that is alone takes only the bytes from its first to its last element.
    const at::Tensor& alone = tensors->at("alone_with_gaps");
    EXPECT_EQ(alone.storage().nbytes(), (10U + 9U + 1U) * sizeof(float));
}

TEST(TorchFile, SaysWhichTensorIsDamaged) {
    const hierascope::testing::TempFolder folder;
    const auto path = folder / "a.pt";
    std::filesystem::copy_file(kTorch / "module.pt", path);
    const auto file = openTorchFile(path);
    ASSERT_TRUE(file) << file.error().message;
    const auto begin = file->storages.at(file->entries.at(0).storage).begin;
    std::fstream(path, std::ios::binary | std::ios::in | std::ios::out)
        .seekp(static_cast<std::streamoff>(begin))
        .put('x');
    const auto tensors = loadTensors(path);
    ASSERT_FALSE(tensors);
    EXPECT_THAT(tensors.error().message,
                ::testing::HasSubstr("'0.weight': its bytes do not match"));
}

TEST(TorchFile, JoinsTheShardsOfAHubIndex) {
    const hierascope::testing::TempFolder folder;
    std::filesystem::copy_file(kTorch / "no-checksums.pt", folder / "pytorch_model-1.bin");
    nlohmann::json map;
    for (const char* name : {"0.weight", "0.bias", "1.weight", "1.bias", "1.running_mean",
                             "1.running_var", "1.num_batches_tracked"})
        map[name] = "pytorch_model-1.bin";
    const auto index = folder / "pytorch_model.bin.index.json";
    ASSERT_TRUE(writeJsonFile(index, {{"weight_map", map}}));
    const auto tensors = loadTensors(index);
    ASSERT_TRUE(tensors) << tensors.error().message;
    EXPECT_EQ(tensors->size(), 7U);
}

TEST(TorchFile, FindsTheGroupThatHoldsTheWeights) {
    using namespace hierascope::testing;
    const TempFolder folder;
    const std::string tensor = pickleGoodTensor();
    const auto groupOf = [&](const std::string& value) {
        std::ofstream(folder / "a.pt", std::ios::binary)
            << torchZip(pickled(value), {{"0", fourFloats()}});
        const auto file = openTorchFile(folder / "a.pt");
        return file ? chosenGroup(*file) : file.error().message;
    };
    const std::string dict = pickleDict({{"a", tensor}});
    EXPECT_EQ(groupOf(dict), "");
    EXPECT_EQ(groupOf(pickleDict({{"model", dict}, {"ema", dict}})), "ema");
    EXPECT_EQ(groupOf(pickleDict({{"model", dict}, {"ema", "}"}})), "model");
    EXPECT_EQ(groupOf(pickleDict({{"ema", pickleText("yes")}, {"state_dict", dict}})),
              "state_dict");
    EXPECT_EQ(groupOf(pickleDict({{"state_dict", pickleDict({{"ema_model", dict}})}})),
              "state_dict.ema_model");
    EXPECT_EQ(groupOf(pickleDict({{"model.a", tensor}, {"modules", dict}})), "");
}

TEST(TorchFile, RefusesNamesThatDifferOnlyInAWrappersPrefix) {
    using namespace hierascope::testing;
    const TempFolder folder;
    std::ofstream(folder / "a.pt", std::ios::binary) << torchZip(
        pickled(pickleDict({{"a.w", pickleGoodTensor()}, {"_orig_mod.a.w", pickleGoodTensor()}})),
        {{"0", fourFloats()}});
    const auto tensors = loadTensors(folder / "a.pt");
    ASSERT_FALSE(tensors);
    EXPECT_THAT(tensors.error().message, ::testing::HasSubstr("'a.w' is given twice"));
}

TEST(TorchFile, RefusesToShowTheSameBytesOverAndOver) {
    using namespace hierascope::testing;
    const TempFolder folder;
    const std::size_t bytes = 1U << 20;
    std::string value = "}(";
    for (int i = 0; i < 50; ++i)
        value += pickleText("t" + std::to_string(i)) +
                 pickleTensor(pickleStorage("0", bytes / 4), 0, {bytes / 4}, {1});
    std::ofstream(folder / "a.pt", std::ios::binary)
        << torchZip(pickled(value + "u"), {{"0", std::string(bytes, '\0')}});
    const auto tensors = loadTensors(folder / "a.pt");
    ASSERT_FALSE(tensors);
    EXPECT_THAT(tensors.error().message, ::testing::HasSubstr("52428800 bytes"));
}

} // namespace
} // namespace hierascope::io
