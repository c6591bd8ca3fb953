// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/apng_writer.h"

#include <fstream>

#include <gmock/gmock.h>
#include <zlib.h>

#include "core/io/image_reader.h"
#include "core/io/png_text.h"
#include "tests/support/temp_folder.h"

namespace hierascope::io {
namespace {

using ::testing::HasSubstr;

std::vector<ImageRgb8> frames(std::size_t count) {
    std::vector<ImageRgb8> all;
    for (std::size_t frame = 0; frame < count; ++frame) {
        all.emplace_back(31, 17);
        for (std::size_t i = 0; i < all.back().pixels.size(); ++i)
            all.back().pixels[i] = static_cast<std::uint8_t>(i * (frame + 3));
    }
    return all;
}

int countOf(const std::string& bytes, const std::string& type) {
    int count = 0;
    for (auto at = bytes.find(type); at != std::string::npos; at = bytes.find(type, at + 1))
        ++count;
    return count;
}

TEST(ApngWriter, IsAPngOfItsFirstFrameWithItsTexts) {
    const testing::TempFolder folder;
    const auto path = folder / "a.png";
    ASSERT_TRUE(writeApng(path, frames(3), 200, {{"hierascope", "{}"}}));
    EXPECT_EQ(*readImage(path), frames(1).front());
    EXPECT_EQ(readPngText(path, "hierascope", 100)->value(), "{}");
}

TEST(ApngWriter, HasOneControlForEachFrameInOrder) {
    const std::string bytes = *encodeApng(frames(4), 200);
    EXPECT_EQ(countOf(bytes, "acTL"), 1);
    EXPECT_EQ(countOf(bytes, "fcTL"), 4);
    EXPECT_GE(countOf(bytes, "fdAT"), 3);
    EXPECT_LT(bytes.find("acTL"), bytes.find("IDAT"));
    std::string sequence;
    for (auto at = bytes.find("fcTL"); at != std::string::npos; at = bytes.find("fcTL", at + 1))
        sequence += std::to_string(static_cast<int>(bytes[at + 7])) + " ";
    EXPECT_EQ(sequence, "0 1 3 5 ");
}

/// The PNG that one frame of an animation is: its fdAT chunks as IDAT.
std::string frameOf(const std::string& animation, int wanted) {
    const auto number = [](const std::string& bytes, std::size_t at) {
        std::size_t value = 0;
        for (const char byte : bytes.substr(at, 4))
            value = value << 8 | static_cast<unsigned char>(byte);
        return value;
    };
    std::string png = animation.substr(0, 8);
    int frame = -1;
    for (std::size_t at = 8; at < animation.size();) {
        const std::size_t length = number(animation, at);
        const std::string type = animation.substr(at + 4, 4);
        frame += type == "fcTL" ? 1 : 0;
        if (type == "IHDR" || type == "IEND")
            png += animation.substr(at, length + 12);
        if (type == "fdAT" && frame == wanted) {
            const std::string body = "IDAT" + animation.substr(at + 12, length - 4);
            const auto sum = ::crc32(0, reinterpret_cast<const Bytef*>(body.data()),
                                     static_cast<uInt>(body.size()));
            for (const std::size_t value : {body.size() - 4, std::size_t{0}}) {
                const std::size_t written = value != 0 ? value : std::size_t{sum};
                for (const unsigned shift : {24U, 16U, 8U, 0U})
                    png += static_cast<char>(written >> shift & 0xFFU);
                png += value != 0 ? body : std::string();
            }
        }
        at += length + 12;
    }
    return png;
}

TEST(ApngWriter, KeepsThePixelsOfEveryFrame) {
    const testing::TempFolder folder;
    const std::string animation = *encodeApng(frames(3), 200);
    for (const int frame : {1, 2}) {
        std::ofstream(folder / "frame.png", std::ios::binary) << frameOf(animation, frame);
        const auto read = readImage(folder / "frame.png");
        ASSERT_TRUE(read) << read.error().message;
        EXPECT_EQ(*read, frames(3)[static_cast<std::size_t>(frame)]);
    }
}

TEST(ApngWriter, RefusesFramesOfAnotherSize) {
    std::vector<ImageRgb8> odd = frames(2);
    odd.emplace_back(8, 8);
    EXPECT_THAT(encodeApng(odd, 200).error().message, HasSubstr("frame 2 is 8 x 8"));
    EXPECT_EQ(encodeApng({}, 200).error().code, ErrorCode::Usage);
    EXPECT_THAT(encodeApng(frames(1), 0).error().message, HasSubstr("milliseconds is 0"));
}

} // namespace
} // namespace hierascope::io
