// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/png_writer.h"

#include <fstream>

#include <gmock/gmock.h>
#include <zlib.h>

#include "core/io/image_reader.h"
#include "tests/support/temp_folder.h"

namespace hierascope::io {
namespace {

using ::testing::HasSubstr;

using Texts = std::map<std::string, std::string>;

ImageRgb8 picture() {
    ImageRgb8 image(31, 17);
    for (std::size_t i = 0; i < image.pixels.size(); ++i)
        image.pixels[i] = static_cast<std::uint8_t>(i * i / 7 + i);
    return image;
}

TEST(PngWriter, WritesWhatTheReaderReads) {
    const testing::TempFolder folder;
    ASSERT_TRUE(writePng(folder / "a.png", picture()));
    EXPECT_EQ(*readImage(folder / "a.png"), picture());
    EXPECT_EQ(*readPngTexts(folder / "a.png"), Texts());
}

TEST(PngWriter, MakesTheSameBytesEachTime) {
    EXPECT_EQ(*encodePng(picture(), {{"Seed", "1"}}), *encodePng(picture(), {{"Seed", "1"}}));
}

TEST(PngWriter, KeepsTextsOfEveryKind) {
    const Texts texts{{"Empty", ""},
                      {"Recipe", "{\"seed\": 1,\n \"model\": \"a\"}"},
                      {"Title", "K\xC3\xB6ln \xE2\x86\x92 \xF0\x9F\x8C\x84"},
                      {"Tabs", "a\tb\r\nc"},
                      {"Long", std::string(100'000, 'x')},
                      {std::string(79, 'k'), "longest keyword"}};
    const testing::TempFolder folder;
    ASSERT_TRUE(writePng(folder / "a.png", picture(), texts));
    EXPECT_EQ(*readPngTexts(folder / "a.png"), texts);
    EXPECT_EQ(*readImage(folder / "a.png"), picture());
}

TEST(PngWriter, StoresPlainTextAsPlainChunkAndOtherTextAsUtf8Chunk) {
    EXPECT_THAT(*encodePng(picture(), {{"A", "plain"}}),
                HasSubstr(std::string("tEXtA\0plain", 11)));
    const std::string encoded = *encodePng(picture(), {{"A", "\xC3\xB6"}});
    EXPECT_THAT(encoded, HasSubstr("iTXtA"));
    EXPECT_THAT(encoded, ::testing::Not(HasSubstr("tEXt")));
}

TEST(PngWriter, RefusesBrokenKeywordsAndTexts) {
    for (const std::string& keyword :
         {std::string(), std::string(80, 'k'), std::string(" a"), std::string("a "),
          std::string("a  b"), std::string("a\nb"), std::string("\xC3\xB6")}) {
        const auto result = encodePng(picture(), {{keyword, "text"}});
        ASSERT_FALSE(result) << keyword;
        EXPECT_EQ(result.error().code, ErrorCode::Usage);
        EXPECT_THAT(result.error().message, HasSubstr("'" + keyword + "'"));
    }
    const auto result = encodePng(picture(), {{"Key", std::string("a\0b", 3)}});
    ASSERT_FALSE(result);
    EXPECT_THAT(result.error().message, HasSubstr("'Key'"));
}

TEST(PngWriter, KeepsTheLongestTextAndRefusesALongerOne) {
    const testing::TempFolder folder;
    const Texts longest{{"Recipe", std::string(4 << 20, 'x')}};
    ASSERT_TRUE(writePng(folder / "a.png", picture(), longest));
    EXPECT_EQ(*readPngTexts(folder / "a.png"), longest);
    EXPECT_EQ(*readImage(folder / "a.png"), picture());
    const auto result = encodePng(picture(), {{"Recipe", std::string((4 << 20) + 1, 'x')}});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Usage);
    EXPECT_THAT(result.error().message, HasSubstr("'Recipe' has 4194305 bytes"));
}

TEST(PngWriter, RefusesAnImageWithoutOrWithTooFewPixels) {
    ImageRgb8 cut(4, 4);
    cut.pixels.pop_back();
    for (const ImageRgb8& image : {ImageRgb8(), cut}) {
        const auto result = encodePng(image);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::Usage);
    }
}

TEST(PngWriter, LeavesTheOldFileWhenItFails) {
    const testing::TempFolder folder;
    ASSERT_TRUE(writePng(folder / "a.png", picture()));
    ASSERT_FALSE(writePng(folder / "a.png", ImageRgb8()));
    EXPECT_EQ(*readImage(folder / "a.png"), picture());
    const auto missing = writePng(folder / "none/a.png", picture());
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::CannotCreate);
}

TEST(PngWriter, ReadsTextsOfOtherProgramsAsUtf8) {
    const std::string plain = *encodePng(picture(), {{"Ab", "cd"}});
    const std::size_t chunk = plain.find("tEXt") - 4;
    std::string text = std::string("tEXtAb\0K\xF6ln", 11); // Latin-1, as tEXt says
    const auto checksum =
        static_cast<unsigned>(::crc32(0, reinterpret_cast<const unsigned char*>(text.data()), 11));
    const auto bigEndian = [](unsigned value) {
        return std::string{static_cast<char>(value >> 24), static_cast<char>(value >> 16),
                           static_cast<char>(value >> 8), static_cast<char>(value)};
    };
    const std::string other =
        plain.substr(0, chunk) + bigEndian(7) + text + bigEndian(checksum) + plain.substr(chunk);
    const testing::TempFolder folder;
    std::ofstream(folder / "a.png", std::ios::binary) << other;
    EXPECT_EQ(readPngTexts(folder / "a.png")->at("Ab"), "K\xC3\xB6ln");
}

TEST(PngWriter, ReadsNoTextsOfWhatIsNoPng) {
    const testing::TempFolder folder;
    std::ofstream(folder / "a.png") << "This is a text, not a picture.";
    EXPECT_EQ(readPngTexts(folder / "a.png").error().code, ErrorCode::BadData);
    EXPECT_EQ(readPngTexts(folder / "b.png").error().code, ErrorCode::NoInput);
    const std::string whole = *encodePng(picture(), {{"A", "b"}});
    for (std::size_t length = 0; length < whole.find("IDAT"); ++length) {
        std::ofstream(folder / "a.png", std::ios::binary) << whole.substr(0, length);
        const auto texts = readPngTexts(folder / "a.png");
        ASSERT_FALSE(texts) << length;
        EXPECT_THAT(texts.error().message, HasSubstr("a.png'"));
    }
}

} // namespace
} // namespace hierascope::io
