// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/png_text.h"

#include <fstream>

#include <gmock/gmock.h>
#include <zlib.h>

#include "core/io/png_writer.h"
#include "tests/support/temp_folder.h"

namespace hierascope::io {
namespace {

using ::testing::HasSubstr;

constexpr std::uint64_t kMaximum = 1 << 20;

std::string bigEndian(std::uint64_t value) {
    return {static_cast<char>(value >> 24), static_cast<char>(value >> 16),
            static_cast<char>(value >> 8), static_cast<char>(value)};
}

std::string chunk(const std::string& name, const std::string& data) {
    const std::string body = name + data;
    return bigEndian(data.size()) + body +
           bigEndian(::crc32(0, reinterpret_cast<const Bytef*>(body.data()), uInt(body.size())));
}

std::string compressedChunk(const std::string& keyword, const std::string& text) {
    std::string packed(compressBound(text.size()), '\0');
    uLongf length = packed.size();
    compress(reinterpret_cast<Bytef*>(packed.data()), &length,
             reinterpret_cast<const Bytef*>(text.data()), text.size());
    return chunk("zTXt", keyword + std::string(2, '\0') + packed.substr(0, length));
}

std::string plainChunk(const std::string& keyword, const std::string& text) {
    return chunk("tEXt", keyword + '\0' + text);
}

class PngTextTest : public ::testing::Test {
protected:
    Result<std::optional<std::string>> read(const std::string& file,
                                            const std::string& keyword = "key") {
        std::ofstream(m_folder / "a.png", std::ios::binary) << file;
        return readPngText(m_folder / "a.png", keyword, kMaximum);
    }

    std::string complaintAbout(const std::string& file) {
        const auto text = read(file);
        EXPECT_FALSE(text);
        if (text)
            return "";
        EXPECT_EQ(text.error().code, ErrorCode::BadData);
        EXPECT_THAT(text.error().message, HasSubstr("a.png'"));
        return text.error().message;
    }

    /// The plain picture with chunks before its pixels, or before its end.
    std::string before(const std::string& name, const std::string& chunks) const {
        const std::size_t at = m_plain.find(name) - 4;
        return m_plain.substr(0, at) + chunks + m_plain.substr(at);
    }

    testing::TempFolder m_folder;
    std::string m_plain = *encodePng(ImageRgb8(9, 7));
};

TEST_F(PngTextTest, ComesBackFromTheWriter) {
    for (const std::string& text :
         {std::string("{\"a\": 1,\n \"b\": 2}"), std::string("K\xC3\xB6ln \xF0\x9F\x8C\x84"),
          std::string(), std::string(kMaximum, 'x')}) {
        const auto found = read(*encodePng(ImageRgb8(9, 7), {{"ke", "no"}, {"key", text}}));
        ASSERT_TRUE(found) << found.error().message;
        EXPECT_EQ(*found, text);
    }
}

TEST_F(PngTextTest, IsFoundInEveryKindOfChunkBeforeAndAfterThePixels) {
    const std::string utf8 = chunk("iTXt", std::string("key\0\0\0de\0\0", 10) + "K\xC3\xB6ln");
    for (const char* place : {"IDAT", "IEND"}) {
        EXPECT_EQ(*read(before(place, plainChunk("key", "K\xF6ln"))), "K\xC3\xB6ln");
        EXPECT_EQ(*read(before(place, compressedChunk("key", "K\xF6ln"))), "K\xC3\xB6ln");
        EXPECT_EQ(*read(before(place, utf8)), "K\xC3\xB6ln");
    }
}

TEST_F(PngTextTest, IsTheFirstOfTheKeyword) {
    const auto found = read(
        before("IDAT", plainChunk("keys", "0") + plainChunk("key", "1") + plainChunk("key", "2")));
    EXPECT_EQ(*found, "1");
}

TEST_F(PngTextTest, IsNothingWithoutTheKeywordOrWithoutAPng) {
    EXPECT_EQ(*read(m_plain), std::nullopt);
    EXPECT_EQ(*read(m_plain, std::string(200, 'k')), std::nullopt);
    EXPECT_EQ(*read(m_plain + plainChunk("key", "behind the end")), std::nullopt);
    EXPECT_EQ(*read(""), std::nullopt);
    EXPECT_EQ(*read("This is a text, not a picture."), std::nullopt);
    const auto missing = readPngText(m_folder / "none.png", "key", kMaximum);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::NoInput);
}

TEST_F(PngTextTest, IsAnErrorWhereverTheFileIsCutOffBeforeIt) {
    const std::string whole = before("IEND", plainChunk("key", "value"));
    const std::size_t end = whole.find("IEND") - 4;
    ASSERT_EQ(*read(whole.substr(0, end)), "value");
    for (std::size_t length = 8; length < end; ++length)
        complaintAbout(whole.substr(0, length));
}

TEST_F(PngTextTest, IsAnErrorBehindALengthThatLies) {
    std::string file = before("IDAT", plainChunk("key", "value"));
    const std::size_t at = file.find("tEXt") - 4;
    for (const std::uint64_t length : {0xFFFFFFFFULL, 0x80000000ULL, 0x7FFFFFFFULL, 100000ULL})
        EXPECT_THAT(complaintAbout(file.replace(at, 4, bigEndian(length))),
                    HasSubstr(std::to_string(length) + " bytes, but only"));
    EXPECT_THAT(complaintAbout(file.replace(at, 4, bigEndian(6))), HasSubstr("damaged"));
}

TEST_F(PngTextTest, IsAnErrorWhereItsChecksumOrCompressionIsWrong) {
    std::string file = before("IDAT", plainChunk("key", "value"));
    file[file.find("value")] = 'V';
    EXPECT_THAT(complaintAbout(file), HasSubstr("'key' is damaged"));
    const std::string broken = chunk("zTXt", std::string("key\0\0", 5) + "no stream");
    EXPECT_THAT(complaintAbout(before("IDAT", broken)), HasSubstr("'key' is damaged"));
}

TEST_F(PngTextTest, IsAnErrorWhereItIsTooLong) {
    const std::string text(kMaximum + 1, 'x');
    EXPECT_THAT(complaintAbout(before("IDAT", plainChunk("key", text))),
                HasSubstr("1048577 bytes"));
    EXPECT_THAT(complaintAbout(before("IDAT", compressedChunk("key", text))),
                HasSubstr("1048577 bytes"));
    EXPECT_THAT(complaintAbout(before("IDAT", plainChunk("key", std::string(2 * kMaximum, 'x')))),
                HasSubstr("at most 1048576"));
    EXPECT_THAT(complaintAbout(before("IDAT", compressedChunk("key", std::string(50 << 20, 'x')))),
                HasSubstr("far longer"));
}

TEST_F(PngTextTest, IsReadWithoutUnpackingTheOthers) {
    std::string bombs;
    const std::string bomb = compressedChunk("other", std::string(7 << 20, 'x'));
    for (int i = 0; i < 2000; ++i)
        bombs += bomb;
    EXPECT_EQ(*read(before("IDAT", bombs + plainChunk("key", "value"))), "value");
}

} // namespace
} // namespace hierascope::io
