// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npz_writer.h"

#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <zlib.h>

#include "core/io/npy.h"
#include "core/io/zip_archive.h"
#include "tests/support/temp_folder.h"

namespace hierascope::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TensorToWrite arrayOf(const std::string& name, const std::vector<float>& values,
                      std::vector<std::int64_t> shape) {
    return {name, DType::F32, std::move(shape), std::as_bytes(std::span(values))};
}

TEST(NpzWriter, WritesAZipOfNpyFiles) {
    const testing::TempFolder folder;
    const std::vector<float> table{0, 1, 2, 3, 4, 5};
    const std::vector<float> nothing;
    ASSERT_TRUE(writeNpz(folder / "a.npz", std::vector{arrayOf("points", table, {2, 3}),
                                                       arrayOf("none", nothing, {0, 3})}));
    auto file = InputFile::open(folder / "a.npz");
    ASSERT_TRUE(file);
    const auto archive = ZipArchive::open(*std::move(file));
    ASSERT_TRUE(archive) << archive.error().message;
    ASSERT_EQ(archive->records().size(), 2U);
    for (const auto& [name, shape] : {std::pair("points.npy", std::vector<std::int64_t>{2, 3}),
                                      std::pair("none.npy", std::vector<std::int64_t>{0, 3})}) {
        const ZipRecord* record = archive->find(name);
        ASSERT_NE(record, nullptr) << name;
        EXPECT_TRUE(record->isStored);
        const auto bytes = archive->read(*record, 1000);
        ASSERT_TRUE(bytes) << bytes.error().message;
        EXPECT_EQ(record->crc32,
                  ::crc32_z(0, reinterpret_cast<const Bytef*>(bytes->data()), bytes->size()));
        std::ofstream(folder / name, std::ios::binary) << *bytes;
        const auto array = readNpy(folder / name);
        ASSERT_TRUE(array) << array.error().message;
        EXPECT_EQ(array->dtype, DType::F32);
        EXPECT_EQ(array->shape, shape);
    }
    const auto array = readNpy(folder / "points.npy");
    EXPECT_TRUE(std::ranges::equal(array->bytes, std::as_bytes(std::span(table))));
}

TEST(NpzWriter, WritesTheSameBytesEachTime) {
    const testing::TempFolder folder;
    const std::vector<float> values{1, 2};
    for (const char* name : {"a.npz", "b.npz"})
        ASSERT_TRUE(writeNpz(folder / name, std::vector{arrayOf("v", values, {2})}));
    EXPECT_EQ(contentOf(folder / "a.npz"), contentOf(folder / "b.npz"));
}

TEST(NpzWriter, RefusesWhatDoesNotFitAndKeepsTheOldFile) {
    const testing::TempFolder folder;
    std::ofstream(folder / "a.npz") << "old";
    const std::vector<float> values{1, 2};
    const auto twice = writeNpz(folder / "a.npz",
                                std::vector{arrayOf("v", values, {2}), arrayOf("v", values, {2})});
    ASSERT_FALSE(twice);
    EXPECT_THAT(twice.error().message, HasSubstr("'v' is empty or given twice"));
    const auto wide = writeNpz(folder / "a.npz", std::vector{arrayOf("v", values, {3})});
    ASSERT_FALSE(wide);
    EXPECT_THAT(wide.error().message, HasSubstr("8 bytes, its shape 12"));
    auto half = arrayOf("v", values, {4});
    half.dtype = DType::BF16;
    EXPECT_FALSE(writeNpz(folder / "a.npz", std::vector{half}));
    EXPECT_EQ(contentOf(folder / "a.npz"), "old");
}

} // namespace
} // namespace hierascope::io
