// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/tensorboard_reader.h"

#include <fstream>
#include <iterator>
#include <limits>

#include <gmock/gmock.h>
#include <tensorboard_event.pb.h>

#include "core/base/atomic_file.h"
#include "core/runs/tensorboard_record.h"
#include "core/runs/tensorboard_writer.h"
#include "tests/support/temp_folder.h"

namespace hierascope::runs {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Enough of a PNG file for its size to be read: 3 x 2 pixels.
const std::string kPicture = std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02", 24);

std::string bytesOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void put(const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

TensorboardWriter writerIn(const fs::path& folder, std::int64_t firstStep = 0) {
    auto writer = TensorboardWriter::open(folder, firstStep);
    EXPECT_TRUE(writer) << (writer ? "" : writer.error().message);
    return *std::move(writer);
}

std::vector<std::int64_t> stepsOf(const TensorboardReader& reader, const std::string& tag) {
    std::vector<std::int64_t> steps;
    const auto found = reader.run().scalars.find(tag);
    if (found != reader.run().scalars.end())
        for (const TensorboardScalar& point : found->second)
            steps.push_back(point.step);
    return steps;
}

/// An event file of another program, from events of ours.
std::string foreignFile(const std::vector<tensorboard::Event>& events) {
    std::string bytes;
    for (const tensorboard::Event& event : events)
        bytes += recordOf(event.SerializeAsString());
    return bytes;
}

TEST(TensorboardRecord, HasTheChecksumsOfTensorFlow) {
    EXPECT_EQ(maskedCrc("123456789"), 0xc78ab0e5U); // CRC-32C 0xe3069283, masked
}

TEST(TensorboardReader, ReadsWhatIsWritten) {
    const testing::TempFolder folder;
    TensorboardWriter writer = writerIn(folder.path());
    ASSERT_TRUE(writer.writeText(0, "config", "    {}"));
    ASSERT_TRUE(writer.writeScalars(1, {{"loss", 0.5}, {"psnr", 20.25}}));
    ASSERT_TRUE(writer.writeImage(1, "samples/00", kPicture));
    TensorboardReader reader(folder.path());
    ASSERT_TRUE(reader.update());
    ASSERT_THAT(reader.run().scalars, SizeIs(2));
    EXPECT_EQ(reader.run().scalars.at("psnr")[0].value, 20.25);
    EXPECT_GT(reader.run().scalars.at("psnr")[0].wallSeconds, 1.6e9);
    EXPECT_EQ(reader.run().texts.at("config")[0].text, "    {}");
    const TensorboardImage& image = reader.run().images.at("samples/00").at(0);
    EXPECT_EQ(image.width, 3);
    EXPECT_EQ(image.height, 2);
    EXPECT_EQ(TensorboardReader::bytesOf(image, "samples/00").value(), kPicture);
    EXPECT_FALSE(TensorboardReader::bytesOf(image, "samples/01"));

    ASSERT_TRUE(writer.writeScalars(2, {{"loss", 0.25}}));
    ASSERT_TRUE(reader.update());
    EXPECT_THAT(stepsOf(reader, "loss"), ElementsAre(1, 2));
}

TEST(TensorboardReader, TakesBackWhatAResumeTellsAgain) {
    const testing::TempFolder folder;
    for (const std::int64_t first : {0, 3, 3}) {
        TensorboardWriter writer = writerIn(folder.path(), first);
        for (std::int64_t step = first; step < first + 4; ++step)
            ASSERT_TRUE(writer.writeScalars(step, {{"loss", static_cast<double>(first)}}));
    }
    TensorboardReader reader(folder.path());
    ASSERT_TRUE(reader.update());
    EXPECT_THAT(stepsOf(reader, "loss"), ElementsAre(0, 1, 2, 3, 4, 5, 6));
    EXPECT_THAT(tensorboardFolders(folder.path()), ElementsAre(folder.path()));
}

TEST(TensorboardReader, LeavesALastRecordOutUntilItIsWhole) {
    const testing::TempFolder folder;
    {
        TensorboardWriter writer = writerIn(folder.path());
        ASSERT_TRUE(writer.writeScalars(1, {{"loss", 1.0}}));
        ASSERT_TRUE(writer.writeScalars(2, {{"loss", 2.0}}));
        fs::rename(writer.file(), folder / "whole");
    }
    const std::string whole = bytesOf(folder / "whole");
    const fs::path file = folder / "events.out.tfevents.1.host";
    std::size_t most = 0;
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        put(file, whole.substr(0, size));
        TensorboardReader reader(folder.path());
        ASSERT_TRUE(reader.update()) << size;
        const std::size_t points = stepsOf(reader, "loss").size();
        EXPECT_GE(points, most) << size;
        most = points;
        put(file, whole);
        ASSERT_TRUE(reader.update()) << size;
        EXPECT_THAT(stepsOf(reader, "loss"), ElementsAre(1, 2)) << size;
    }
}

TEST(TensorboardReader, NamesWhatIsDamaged) {
    const testing::TempFolder folder;
    TensorboardWriter writer = writerIn(folder.path());
    ASSERT_TRUE(writer.writeScalars(1, {{"loss", 1.0}}));
    const std::size_t place = bytesOf(writer.file()).size();
    ASSERT_TRUE(writer.writeScalars(2, {{"loss", 2.0}}));
    const std::string whole = bytesOf(writer.file());
    for (std::size_t at = place; at < whole.size(); ++at) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        put(writer.file(), damaged);
        TensorboardReader reader(folder.path());
        const auto read = reader.update();
        ASSERT_FALSE(read) << at;
        EXPECT_EQ(read.error().code, ErrorCode::BadData);
        EXPECT_THAT(read.error().message, HasSubstr(writer.file().string()));
        EXPECT_THAT(read.error().message, HasSubstr("byte " + std::to_string(place)));
        EXPECT_THAT(read.error().message, HasSubstr("does not fit its checksum"));
        EXPECT_THAT(stepsOf(reader, "loss"), ElementsAre(1));
        EXPECT_TRUE(reader.update()) << "it complains once";
    }
}

TEST(TensorboardReader, RefusesARecordOfMoreBytesThanAnyHas) {
    const testing::TempFolder folder;
    std::string head(8, '\xff');
    const std::uint32_t crc = maskedCrc(head);
    for (unsigned shift = 0; shift < 32; shift += 8)
        head.push_back(static_cast<char>((crc >> shift) & 0xffU));
    put(folder / "x.tfevents.1", head);
    const auto read = TensorboardReader(folder.path()).update();
    ASSERT_FALSE(read);
    EXPECT_THAT(read.error().message, HasSubstr("18446744073709551615 bytes"));
}

TEST(TensorboardReader, NamesAFolderWithoutEventFiles) {
    const testing::TempFolder folder;
    for (const fs::path& path : {folder.path(), folder / "nothing"}) {
        const auto read = TensorboardReader(path).update();
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().code, ErrorCode::NoInput);
        EXPECT_THAT(read.error().message, HasSubstr(path.string()));
    }
    EXPECT_THAT(tensorboardFolders(folder / "nothing"), IsEmpty());
}

TEST(TensorboardReader, ReadsTheTensorsThatTensorFlow2Writes) {
    const testing::TempFolder folder;
    fs::create_directories(folder / "logs/train");
    fs::create_directories(folder / "logs/validation");
    tensorboard::Event event;
    event.set_wall_time(5.5);
    event.set_step(7);
    tensorboard::Summary::Value* scalar = event.mutable_summary()->add_value();
    scalar->set_tag("epoch_loss");
    scalar->mutable_tensor()->set_dtype(1);
    scalar->mutable_tensor()->set_tensor_content(std::string("\0\0\0\x3f", 4)); // 0.5
    tensorboard::Summary::Value* image = event.mutable_summary()->add_value();
    image->set_tag("grid");
    image->mutable_tensor()->set_dtype(7);
    for (const std::string& text : {std::string("3"), std::string("2"), kPicture})
        image->mutable_tensor()->add_string_val(text);
    put(folder / "logs/train/events.out.tfevents.1.host.1.0.v2", foreignFile({event}));
    put(folder / "logs/validation/events.out.tfevents.1.host.1.1.v2", foreignFile({event}));
    EXPECT_THAT(tensorboardFolders(folder.path()),
                ElementsAre(folder / "logs/train", folder / "logs/validation"));
    TensorboardReader reader(folder / "logs/train");
    ASSERT_TRUE(reader.update());
    EXPECT_THAT(reader.run().scalars.at("epoch_loss"), ElementsAre(TensorboardScalar{7, 5.5, 0.5}));
    EXPECT_EQ(reader.run().images.at("grid").at(0).width, 3);
}

TEST(TensorboardWriter, NamesAFolderThatIsNotThere) {
    const testing::TempFolder folder;
    const auto writer = TensorboardWriter::open(folder / "nothing", 0);
    ASSERT_FALSE(writer);
    EXPECT_EQ(writer.error().code, ErrorCode::CannotCreate);
    EXPECT_THAT(writer.error().message, HasSubstr("nothing"));
}

} // namespace
} // namespace hierascope::runs
