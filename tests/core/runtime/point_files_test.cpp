// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/point_files.h"

#include <array>
#include <fstream>
#include <iterator>
#include <limits>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "core/io/npy.h"
#include "core/io/zip_archive.h"
#include "core/runtime/map_files.h"
#include "tests/support/temp_folder.h"

namespace hierascope::runtime {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

template <typename T>
void write(const std::filesystem::path& path, io::DType dtype, const std::vector<T>& values,
           const std::vector<std::int64_t>& shape) {
    ASSERT_TRUE(io::writeNpy(path, dtype, shape, std::as_bytes(std::span(values))));
}

std::string textOf(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Two images, three points, a finished map.
UniformityMap smallMap() {
    UniformityMap map;
    map.points.width = 2;
    map.points.values = {0, 1, 2, 3, 4, 5};
    map.points.mean = {10, 20};
    map.points.deviation = {1, 2};
    map.points.points = {{0, -1, 3, -1, 1}, {0, -1, 4, -1, 1}, {1, -1, 0, -1, 0}};
    map.points.images.resize(2);
    map.points.images[0].name = "cat/a \"b\".png";
    map.points.images[1].name = "dog/c.png";
    map.points.images[1].psnr = 25.0;
    map.points.classes = {"cat", "dog"};
    map.points.dataName = "some images";
    map.frame.dimensions = 2;
    map.frame.isFinished = true;
    map.frame.coordinates = {0.5F, 1, -1, 2, 0, 0};
    map.uniformity.density = {0.1F, 0.2F, 0.3F};
    return map;
}

TEST(PointFiles, ReadTablesOfBothFloatTypes) {
    const testing::TempFolder folder;
    write(folder / "a.npy", io::DType::F32, std::vector<float>{1, 2, 3, 4, 5, 6}, {3, 2});
    write(folder / "b.npy", io::DType::F64, std::vector<double>{1, 2, 3, 4, 5, 6}, {3, 2});
    for (const char* name : {"a.npy", "b.npy"}) {
        const auto table = readPointTable(folder / name);
        ASSERT_TRUE(table) << table.error().message;
        EXPECT_EQ(table->count, 3);
        EXPECT_EQ(table->width, 2);
        EXPECT_THAT(table->values, ElementsAre(1, 2, 3, 4, 5, 6));
    }
    const std::vector<float> values{1, 2};
    ASSERT_TRUE(io::writeSafetensors(
        folder / "c.safetensors",
        std::vector<io::TensorToWrite>{
            {"points", io::DType::F32, {1, 2}, std::as_bytes(std::span(values))}}));
    const auto table = readPointTable(folder / "c.safetensors");
    ASSERT_TRUE(table) << table.error().message;
    EXPECT_THAT(table->values, ElementsAre(1, 2));
}

TEST(PointFiles, RefuseOthersInOneSentence) {
    const testing::TempFolder folder;
    const auto expectRefused = [&](const std::string& name, const std::string& what,
                                   ErrorCode code = ErrorCode::BadData) {
        const auto table = readPointTable(folder / name);
        ASSERT_FALSE(table) << name;
        EXPECT_EQ(table.error().code, code) << table.error().message;
        EXPECT_THAT(table.error().message, HasSubstr(name));
        EXPECT_THAT(table.error().message, HasSubstr(what));
    };
    write(folder / "whole.npy", io::DType::I64, std::vector<std::int64_t>{1, 2}, {1, 2});
    expectRefused("whole.npy", "descr says I64, expected F32 or F64");
    write(folder / "flat.npy", io::DType::F32, std::vector<float>{1, 2}, {2});
    expectRefused("flat.npy", "shape is (2), expected (points, numbers of each)");
    write(folder / "none.npy", io::DType::F32, std::vector<float>{}, {0, 2});
    expectRefused("none.npy", "shape is (0, 2)");
    write(folder / "nan.npy", io::DType::F32,
          std::vector<float>{1, 2, 3, 4, 5, std::numeric_limits<float>::quiet_NaN()}, {2, 3});
    expectRefused("nan.npy", "row 1, column 2 is NaN");
    write(folder / "huge.npy", io::DType::F64, std::vector<double>{1, 1e300}, {1, 2});
    expectRefused("huge.npy", "row 0, column 1 is infinite");
    write(folder / "cut.npy", io::DType::F32, std::vector<float>{1, 2, 3, 4}, {2, 2});
    std::filesystem::resize_file(folder / "cut.npy", 140);
    expectRefused("cut.npy", "needs 16 bytes of data, but the file has 12");
    std::string fortran = textOf(folder / "flat.npy");
    const std::string order = "False, 'shape': (2,), }";
    fortran.replace(fortran.find(order), order.size(), "True, 'shape': (1, 2)} ");
    std::ofstream(folder / "fortran.npy", std::ios::binary) << fortran;
    expectRefused("fortran.npy", "fortran_order is True");
    std::string objects = textOf(folder / "flat.npy");
    objects.replace(objects.find("<f4"), 3, "|O8");
    std::ofstream(folder / "objects.npy", std::ios::binary) << objects;
    expectRefused("objects.npy", "object arrays are pickles");
    std::ofstream(folder / "text.npy") << "1,2\n3,4\n";
    expectRefused("text.npy", "");
    expectRefused("missing.npy", "", ErrorCode::NoInput);
}

TEST(MapFiles, HoldPointsMapAndRecipe) {
    const testing::TempFolder folder;
    const auto path = folder / "map.safetensors";
    ASSERT_TRUE(saveLatentMap(path, smallMap(), R"({"perplexity":30})"));
    const auto file = io::SafetensorsFile::open(path);
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_THAT(file->find("coordinates")->shape, ElementsAre(3, 2));
    EXPECT_THAT(file->find("vectors")->shape, ElementsAre(3, 2));
    EXPECT_EQ(file->find("image")->dtype, io::DType::I32);
    for (const char* name : {"level", "token", "code", "label", "density"})
        EXPECT_THAT(file->find(name)->shape, ElementsAre(3)) << name;
    EXPECT_EQ(file->metadata().at("recipe"), R"({"perplexity":30})");
    EXPECT_EQ(file->metadata().at("complete"), "true");
    const auto names = nlohmann::json::parse(file->metadata().at("images"));
    EXPECT_EQ(names[1], "dog/c.png");
}

TEST(MapFiles, MarkWhatIsNotComplete) {
    const testing::TempFolder folder;
    UniformityMap map = smallMap();
    map.frame = {};
    map.uniformity = {};
    ASSERT_TRUE(saveLatentMap(folder / "map.npz", map, "{}"));
    auto file = io::InputFile::open(folder / "map.npz");
    ASSERT_TRUE(file);
    const auto archive = io::ZipArchive::open(*std::move(file));
    ASSERT_TRUE(archive) << archive.error().message;
    EXPECT_EQ(archive->find("coordinates.npy"), nullptr);
    EXPECT_NE(archive->find("vectors.npy"), nullptr);
    const auto metadata = archive->read(*archive->find("metadata.npy"), 10'000);
    ASSERT_TRUE(metadata);
    EXPECT_THAT(*metadata, HasSubstr("\"complete\":false"));
    EXPECT_THAT(*metadata, HasSubstr("\"psnr\":[null,25.0]"));
}

TEST(MapFiles, WriteOneRowOfCsvForEachPoint) {
    const testing::TempFolder folder;
    ASSERT_TRUE(saveLatentMap(folder / "map.csv", smallMap(), "{}"));
    EXPECT_THAT(textOf(folder / "map.csv"),
                StartsWith("x,y,image,name,level,token,code,label,density,v0,v1\n"
                           "0.5,1,0,\"cat/a \"\"b\"\".png\",-1,3,-1,1,0.1,0,1\n"));
    const auto wrong = saveLatentMap(folder / "map.txt", smallMap(), "{}");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, ErrorCode::Usage);
    EXPECT_THAT(wrong.error().message, HasSubstr(".safetensors, .csv or .npz"));
}

} // namespace
} // namespace hierascope::runtime
