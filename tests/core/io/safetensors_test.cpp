// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/safetensors.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>

#include "core/base/atomic_file.h"
#include "tests/support/temp_folder.h"

namespace hierascope::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

template <typename T>
std::vector<T> valuesOf(const SafetensorsFile& file, const char* name) {
    const TensorEntry* entry = file.find(name);
    if (entry == nullptr)
        return {};
    const auto bytes = file.read(*entry);
    if (!bytes)
        return {};
    std::vector<T> values(bytes->size() / sizeof(T));
    std::memcpy(values.data(), bytes->data(), bytes->size());
    return values;
}

/// A small file: three tensors, one of them empty, and metadata.
Result<void> writeSmall(const std::filesystem::path& path) {
    static const std::array<float, 6> weights = {1, 2, 3, 4, 5, 6};
    static const std::array<std::uint8_t, 3> pixels = {7, 8, 9};
    const std::array<TensorToWrite, 3> tensors = {{
        {"b.pixels", DType::U8, {3}, std::as_bytes(std::span(pixels))},
        {"a.weight", DType::F32, {2, 3}, std::as_bytes(std::span(weights))},
        {"c.empty", DType::I64, {0, 4}, {}},
    }};
    return writeSafetensors(path, tensors, {{"format", "pt"}});
}

TEST(Safetensors, GivesBackWhatWasWritten) {
    const testing::TempFolder folder;
    ASSERT_TRUE(writeSmall(folder / "a.safetensors"));
    const auto file = SafetensorsFile::open(folder / "a.safetensors");
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_EQ(file->entries().size(), 3U);
    EXPECT_EQ(file->metadata(), (Metadata{{"format", "pt"}}));
    EXPECT_THAT(valuesOf<float>(*file, "a.weight"), ElementsAre(1, 2, 3, 4, 5, 6));
    EXPECT_THAT(valuesOf<std::uint8_t>(*file, "b.pixels"), ElementsAre(7, 8, 9));
    EXPECT_THAT(file->find("c.empty")->shape, ElementsAre(0, 4));
    EXPECT_EQ(file->find("d"), nullptr);
}

TEST(Safetensors, ReadsWhatTheReferenceWrote) {
    const auto file = SafetensorsFile::open(std::filesystem::path(HIERASCOPE_TEST_DATA) / "io" /
                                            "reference.safetensors");
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_EQ(file->entries().size(), 8U);
    EXPECT_EQ(file->metadata(), (Metadata{{"made by", "safetensors"}, {"note", "é"}}));
    EXPECT_THAT(valuesOf<float>(*file, "float32"), ElementsAre(0, 1, 2, 3, 4, 5));
    EXPECT_THAT(valuesOf<double>(*file, "float64"), ElementsAre(0, 1, 2, 3));
    EXPECT_THAT(valuesOf<std::int64_t>(*file, "int64"), ElementsAre(0, 1, 2, 3));
    EXPECT_THAT(valuesOf<std::uint8_t>(*file, "bool"), ElementsAre(0, 1, 0, 1));
    EXPECT_EQ(file->find("float16")->dtype, DType::F16);
    EXPECT_TRUE(file->find("scalar")->shape.empty());
    EXPECT_THAT(valuesOf<float>(*file, "scalar"), ElementsAre(7));
    EXPECT_EQ(file->find("empty")->byteSize(), 0U);
}

TEST(Safetensors, LetsEmptyTensorsShareAnOffsetWithTheirNeighbours) {
    const testing::TempFolder folder;
    const std::array<float, 1> one = {1};
    const std::array<TensorToWrite, 4> tensors = {{
        {"a", DType::F32, {0}, {}},
        {"b", DType::F32, {1}, std::as_bytes(std::span(one))},
        {"c", DType::F32, {3, 0}, {}},
        {"d", DType::F32, {0, 3}, {}},
    }};
    ASSERT_TRUE(writeSafetensors(folder / "a", tensors));
    const auto file = SafetensorsFile::open(folder / "a");
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_EQ(file->entries().size(), 4U);
    EXPECT_THAT(valuesOf<float>(*file, "b"), ElementsAre(1));
}

TEST(Safetensors, WritesTheSameBytesWhateverTheOrderOfTheTensors) {
    const testing::TempFolder folder;
    const std::array<float, 1> one = {1};
    const std::array<double, 1> two = {2};
    std::array<TensorToWrite, 2> tensors = {{
        {"a", DType::F32, {1}, std::as_bytes(std::span(one))},
        {"b", DType::F64, {}, std::as_bytes(std::span(two))},
    }};
    ASSERT_TRUE(writeSafetensors(folder / "1", tensors));
    std::swap(tensors[0], tensors[1]);
    ASSERT_TRUE(writeSafetensors(folder / "2", tensors));
    EXPECT_EQ(contentOf(folder / "1"), contentOf(folder / "2"));
}

TEST(Safetensors, AlignsEveryElementToItsSize) {
    const testing::TempFolder folder;
    ASSERT_TRUE(writeSmall(folder / "a"));
    const std::string bytes = contentOf(folder / "a");
    std::uint64_t headerLength = 0;
    std::memcpy(&headerLength, bytes.data(), sizeof(headerLength));
    EXPECT_EQ(headerLength % 8, 0U);
    const auto file = SafetensorsFile::open(folder / "a");
    ASSERT_TRUE(file);
    for (const TensorEntry& entry : file->entries())
        EXPECT_EQ(entry.begin % itemSize(entry.dtype), 0U) << entry.name;
}

TEST(Safetensors, RefusesToWriteWhatItWouldNotRead) {
    const testing::TempFolder folder;
    const std::array<float, 2> values = {1, 2};
    const auto bytes = std::as_bytes(std::span(values));
    const auto messageFor = [&](std::vector<TensorToWrite> tensors) {
        const auto done = writeSafetensors(folder / "a", tensors);
        return done ? std::string("written") : done.error().message;
    };
    EXPECT_THAT(messageFor({{"x", DType::F32, {3}, bytes}}), HasSubstr("'x' has 8 bytes"));
    EXPECT_THAT(messageFor({{"x", DType::F32, {-2}, bytes}}), HasSubstr("[-2]"));
    EXPECT_THAT(messageFor({{"x", DType::F32, {2}, bytes}, {"x", DType::F32, {2}, bytes}}),
                HasSubstr("'x' is given twice"));
    EXPECT_THAT(messageFor({{"\xFF", DType::F32, {2}, bytes}}), HasSubstr("not allow"));
    EXPECT_THAT(messageFor({{"__metadata__", DType::F32, {2}, bytes}}), HasSubstr("not allow"));
    EXPECT_FALSE(std::filesystem::exists(folder / "a"));
}

} // namespace
} // namespace hierascope::io
