// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensor_file.h"

#include <ATen/ATen.h>
#include <gmock/gmock.h>

#include "core/io/json_file.h"
#include "tests/support/temp_folder.h"

namespace hierascope::io {
namespace {

using ::testing::HasSubstr;

TEST(TensorFile, GivesBackEveryTypeShapeAndValue) {
    const hierascope::testing::TempFolder folder;
    const at::Tensor values = at::tensor({0.0, 1.0, 0.5, 3.0, 100.0, 7.0}).reshape({2, 3});
    TensorMap saved;
    for (const auto type : {at::kDouble, at::kFloat, at::kHalf, at::kBFloat16, at::kLong, at::kInt,
                            at::kShort, at::kChar, at::kByte, at::kUInt16, at::kBool})
        saved[at::toString(type)] = values.to(type);
    saved["scalar"] = at::scalar_tensor(2.5, at::kFloat);
    saved["empty"] = at::empty({0, 5});
    ASSERT_TRUE(saveTensors(folder / "a.safetensors", saved, {{"note", "all types"}}));

    const auto loaded = loadTensors(folder / "a.safetensors");
    ASSERT_TRUE(loaded) << loaded.error().message;
    ASSERT_EQ(loaded->size(), saved.size());
    for (const auto& [name, tensor] : saved) {
        const at::Tensor& other = loaded->at(name);
        EXPECT_EQ(other.scalar_type(), tensor.scalar_type()) << name;
        EXPECT_TRUE(other.to(at::kDouble).equal(tensor.to(at::kDouble))) << name;
    }
}

TEST(TensorFile, SavesTransposedAndSlicedTensorsByTheirValues) {
    const hierascope::testing::TempFolder folder;
    const at::Tensor base = at::arange(12, at::kFloat).reshape({3, 4}).requires_grad_(true);
    ASSERT_TRUE(
        saveTensors(folder / "a.safetensors", {{"t", base.t()}, {"s", base.slice(1, 0, 4, 2)}}));
    const auto loaded = loadTensors(folder / "a.safetensors");
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_TRUE(loaded->at("t").equal(base.t()));
    EXPECT_TRUE(loaded->at("s").equal(base.slice(1, 0, 4, 2)));
    EXPECT_FALSE(loaded->at("t").requires_grad());
}

TEST(TensorFile, NamesTheTensorThatCannotBeSaved) {
    const hierascope::testing::TempFolder folder;
    const auto path = folder / "a.safetensors";
    const auto complex = saveTensors(path, {{"z", at::zeros({1}, at::kComplexFloat)}});
    ASSERT_FALSE(complex);
    EXPECT_THAT(complex.error().message, HasSubstr("'z' has the type ComplexFloat"));
    const auto undefined = saveTensors(path, {{"u", at::Tensor()}});
    ASSERT_FALSE(undefined);
    EXPECT_THAT(undefined.error().message, HasSubstr("'u' is undefined"));
}

TEST(TensorFile, JoinsTheShardsOfAnIndex) {
    const hierascope::testing::TempFolder folder;
    ASSERT_TRUE(saveTensors(folder / "m-1.safetensors", {{"a", at::ones({2})}}));
    ASSERT_TRUE(saveTensors(folder / "m-2.safetensors",
                            {{"b", at::zeros({3})}, {"c", at::full({1}, 4.0)}}));
    ASSERT_TRUE(writeJsonFile(
        folder / "model.safetensors.index.json",
        {{"metadata", {{"total_size", 24}}},
         {"weight_map",
          {{"a", "m-1.safetensors"}, {"b", "m-2.safetensors"}, {"c", "m-2.safetensors"}}}}));
    const auto loaded = loadTensors(folder / "model.safetensors.index.json");
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(loaded->size(), 3U);
    EXPECT_TRUE(loaded->at("c").equal(at::full({1}, 4.0)));
}

} // namespace
} // namespace hierascope::io
