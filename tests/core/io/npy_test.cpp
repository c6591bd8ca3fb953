// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npy.h"

#include <array>
#include <cstring>
#include <fstream>
#include <iterator>
#include <numeric>

#include <gmock/gmock.h>

#include "tests/support/temp_folder.h"

namespace hierascope::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::filesystem::path kData = std::filesystem::path(HIERASCOPE_TEST_DATA) / "io";

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

template <typename T>
std::vector<T> valuesOf(const NpyArray& array) {
    std::vector<T> values(array.bytes.size() / sizeof(T));
    std::memcpy(values.data(), array.bytes.data(), array.bytes.size());
    return values;
}

TEST(Npy, ReadsWhatNumpyWrote) {
    const auto array = readNpy(kData / "float32-c.npy");
    ASSERT_TRUE(array) << array.error().message;
    EXPECT_EQ(array->dtype, DType::F32);
    EXPECT_THAT(array->shape, ElementsAre(2, 3));
    EXPECT_THAT(valuesOf<float>(*array), ElementsAre(0, 1, 2, 3, 4, 5));
}

TEST(Npy, TurnsFortranOrderAndBigEndianIntoRowsAndLittleEndian) {
    const auto array = readNpy(kData / "int16-fortran-big.npy");
    ASSERT_TRUE(array) << array.error().message;
    EXPECT_EQ(array->dtype, DType::I16);
    EXPECT_THAT(array->shape, ElementsAre(2, 3, 4));
    std::vector<std::int16_t> counting(24);
    std::iota(counting.begin(), counting.end(), std::int16_t{0});
    EXPECT_EQ(valuesOf<std::int16_t>(*array), counting);
}

TEST(Npy, ReadsEveryVersionAndScalarsAndEmptyArrays) {
    for (const char* name : {"uint8-v2.npy", "uint8-v3.npy"}) {
        const auto array = readNpy(kData / name);
        ASSERT_TRUE(array) << array.error().message;
        EXPECT_THAT(array->shape, ElementsAre(1, 2, 2, 3));
        EXPECT_EQ(valuesOf<std::uint8_t>(*array).back(), 11);
    }
    const auto scalar = readNpy(kData / "scalar.npy");
    ASSERT_TRUE(scalar) << scalar.error().message;
    EXPECT_TRUE(scalar->shape.empty());
    EXPECT_THAT(valuesOf<double>(*scalar), ElementsAre(7));
    const auto empty = readNpy(kData / "empty.npy");
    ASSERT_TRUE(empty) << empty.error().message;
    EXPECT_THAT(empty->shape, ElementsAre(0, 3));
}

TEST(Npy, WritesTheSameBytesAsNumpy) {
    const testing::TempFolder folder;
    for (const char* name : {"float32-c.npy", "scalar.npy", "uint8-grey.npy", "empty.npy"}) {
        const auto array = readNpy(kData / name);
        ASSERT_TRUE(array) << array.error().message;
        ASSERT_TRUE(writeNpy(folder / name, array->dtype, array->shape, array->bytes));
        EXPECT_EQ(contentOf(folder / name), contentOf(kData / name)) << name;
    }
}

TEST(Npy, RefusesToWriteBytesThatDoNotFitTheShape) {
    const testing::TempFolder folder;
    const std::array<std::byte, 4> bytes = {};
    const std::array<std::int64_t, 2> shape = {2, 3};
    const auto done = writeNpy(folder / "a.npy", DType::U8, shape, bytes);
    ASSERT_FALSE(done);
    EXPECT_THAT(done.error().message, HasSubstr("4 bytes do not fit shape (2, 3) of U8"));
    EXPECT_FALSE(writeNpy(folder / "a.npy", DType::BF16, std::array<std::int64_t, 1>{2}, bytes));
}

} // namespace
} // namespace hierascope::io
