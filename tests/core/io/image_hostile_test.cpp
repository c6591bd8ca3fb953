// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Image files made to do harm, or simply broken: each gets one sentence with file and field.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

#include <gmock/gmock.h>
#include <zlib.h>

#include "core/io/image_reader.h"
#include "tests/support/temp_folder.h"

namespace hierascope::io {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

std::string sample(const std::string& name) {
    std::ifstream stream(std::filesystem::path(HIERASCOPE_TEST_DATA) / "images" / name,
                         std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string bigEndian(std::uint32_t value, int bytes) {
    std::string result;
    for (int i = bytes - 1; i >= 0; --i)
        result += static_cast<char>(value >> (8 * i));
    return result;
}

std::string chunk(const std::string& name, const std::string& data) {
    const std::string body = name + data;
    const auto checksum =
        ::crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
    return bigEndian(static_cast<std::uint32_t>(data.size()), 4) + body +
           bigEndian(static_cast<std::uint32_t>(checksum), 4);
}

std::string deflated(const std::string& data) {
    std::string result(compressBound(data.size()), '\0');
    uLongf length = result.size();
    compress(reinterpret_cast<Bytef*>(result.data()), &length,
             reinterpret_cast<const Bytef*>(data.data()), data.size());
    return result.substr(0, length);
}

/// A PNG with these header fields and, unless replaced, an empty IDAT.
std::string png(std::uint32_t width, std::uint32_t height, int depth = 8, int colour = 2,
                const std::string& rest = chunk("IDAT", deflated("")) + chunk("IEND", "")) {
    return "\x89PNG\r\n\x1A\n" +
           chunk("IHDR", bigEndian(width, 4) + bigEndian(height, 4) + static_cast<char>(depth) +
                             static_cast<char>(colour) + std::string(3, '\0')) +
           rest;
}

std::string replaced(std::string text, std::size_t at, const std::string& with) {
    return text.replace(at, with.size(), with);
}

/// The sample with the bytes `offset` after the end of `mark` replaced.
std::string replacedAfter(const std::string& text, const std::string& mark, std::size_t offset,
                          const std::string& with) {
    return replaced(text, text.find(mark) + mark.size() + offset, with);
}

const std::string kFrame("\xFF\xC0", 2); // then length 2, precision 1, height 2, width 2

/// The first scan of the sample again and again, so that each pass goes over all pixels.
std::string manyScans() {
    const std::string whole = sample("progressive.jpg");
    const std::string mark("\xFF\xDA", 2);
    const std::size_t first = whole.find(mark);
    const std::size_t second = whole.find("\xFF\xC4", first + 2);
    std::string result = whole.substr(0, first);
    for (int i = 0; i < 600; ++i)
        result += whole.substr(first, second - first);
    return result + "\xFF\xD9";
}

std::string webpCanvas(std::uint32_t side) {
    std::string canvas;
    for (int i = 0; i < 2; ++i)
        canvas += {static_cast<char>(side - 1), static_cast<char>((side - 1) >> 8),
                   static_cast<char>((side - 1) >> 16)};
    return canvas;
}

struct Hostile {
    const char* name;
    std::function<std::string()> make;
    const char* field; ///< what the message must name
    const char* value;

    friend std::ostream& operator<<(std::ostream& out, const Hostile& hostile) {
        return out << hostile.name;
    }
};

const Hostile kCases[] = {
    {"EmptyFile", [] { return std::string(); }, "file size", "0"},
    {"ThreeBytes", [] { return std::string("\xFF\xD8\xFF"); }, "file size", "3"},
    {"TextFile", [] { return std::string("Not a picture at all"); }, "first bytes", "4e 6f 74 20"},
    {"GifFile", [] { return std::string("GIF89a") + std::string(20, '\0'); }, "first bytes", "47"},
    {"ZeroBytes", [] { return std::string(64, '\0'); }, "first bytes", "00 00 00 00"},

    {"PngTooWide", [] { return png(100'000, 1); }, "width", "100000 is over the limit of 65536"},
    {"PngTooHigh", [] { return png(1, 0x7FFFFFFF); }, "height", "2147483647"},
    {"PngTooManyPixels", [] { return png(20'000, 20'000); }, "size 20000 x 20000", "400000000"},
    {"PngZeroWide", [] { return png(0, 5); }, "width", "0 is not in 1..2147483647"},
    {"PngNegativeHeight", [] { return png(5, 0xFFFFFFFF); }, "height", "4294967295"},
    {"PngOfDepthThree", [] { return png(5, 5, 3); }, "bit depth", "3"},
    {"PngOfColourSeven", [] { return png(5, 5, 8, 7); }, "colour type", "7"},
    {"PngPaletteMissing", [] { return png(5, 5, 8, 3); }, "PNG header", "PLTE"},
    {"PngWithoutPixels", [] { return png(5, 5); }, "PNG pixel data", "Not enough"},
    {"PngWithoutIdat", [] { return png(5, 5, 8, 2, chunk("IEND", "")); }, "PNG header", "IEND"},
    {"PngUnknownFilter",
     [] {
         return png(1, 1, 8, 2, chunk("IDAT", deflated("\x09\x01\x02\x03")) + chunk("IEND", ""));
     },
     "PNG pixel data", "filter"},
    {"PngBrokenZlib",
     [] { return png(5, 5, 8, 2, chunk("IDAT", "rubbish, no zlib") + chunk("IEND", "")); },
     "PNG pixel data", ""},
    {"PngWrongChecksum", [] { return replaced(png(5, 5), 29, "\x01\x02\x03\x04"); }, "PNG header",
     "CRC"},
    {"PngChunkLongerThanFile", [] { return png(5, 5, 8, 2, bigEndian(0x7FFFFFF0, 4) + "IDATabc"); },
     "PNG pixel data", "ends too early"},

    {"JpegTooHigh",
     [] { return replacedAfter(sample("rgb-444.jpg"), kFrame, 3, bigEndian(65'535, 2)); },
     "JPEG header", "65500"},
    {"JpegTooManyPixels",
     [] {
         return replacedAfter(sample("rgb-444.jpg"), kFrame, 3,
                              bigEndian(65'000, 2) + bigEndian(65'000, 2));
     },
     "size 65000 x 65000", "4225000000"},
    {"JpegLargerThanItsData",
     [] { return replacedAfter(sample("rgb-444.jpg"), kFrame, 3, bigEndian(5'000, 2)); },
     "JPEG pixel data", "remature end"},
    {"JpegZeroHigh",
     [] { return replacedAfter(sample("rgb-444.jpg"), kFrame, 3, bigEndian(0, 2)); }, "JPEG header",
     "DNL"},
    {"JpegOfTwelveBits", [] { return replacedAfter(sample("rgb-444.jpg"), kFrame, 2, "\x0C"); },
     "JPEG header", "12"},
    {"JpegOfSevenComponents",
     [] { return replacedAfter(sample("rgb-444.jpg"), kFrame, 7, "\x07"); }, "JPEG header",
     "length"},
    {"JpegWithoutTables",
     [] {
         std::string bytes = sample("rgb-444.jpg");
         return bytes.erase(bytes.find("\xFF\xDB"), 138);
     },
     "JPEG pixel data", "uantization table"},
    {"JpegOfTooManyScans", manyScans, "JPEG pixel data", "scan count 501 is over the limit of 500"},
    {"JpegWithoutPicture", [] { return std::string("\xFF\xD8\xFF\xE0\0\x04zz\xFF\xD9\0\0", 12); },
     "JPEG header", "o image"},

    {"WebpTooManyPixels",
     [] {
         const std::string extra = std::string("VP8X\x0A\0\0\0\0\0\0\0", 12) + webpCanvas(16'384);
         return "RIFF" + std::string("\x1A\0\0\0", 4) + "WEBP" + extra + std::string(4, '\0');
     },
     "size 16384 x 16384", "268435456"},
    {"WebpCutInItsHeader", [] { return sample("lossy.webp").substr(0, 22); }, "WebP header",
     "ends too early"},
    {"WebpTooWide", [] { return sample("lossy.webp"); }, "width", "29 is over the limit of 20"},
    {"WebpBrokenSignature",
     [] { return replacedAfter(sample("lossless.webp"), "VP8L", 4, "\x30"); }, "WebP header",
     "broken"},
    {"WebpOfOtherKind", [] { return replaced(sample("lossy.webp"), 12, "ABCD"); }, "WebP header",
     ""},
    {"WebpRiffSizeOverFile",
     [] { return replaced(sample("lossy.webp"), 4, std::string("\xF0\xFF\0\0", 4)); }, "RIFF size",
     "65528"},

    {"PpmTooWide", [] { return std::string("P6 100000 1 255\n123"); }, "width", "100000"},
    {"PpmTooManyPixels", [] { return std::string("P6 65536 65536 255\n12"); }, "size 65536 x 65536",
     "4294967296"},
    {"PpmHugeNumber", [] { return std::string("P6 99999999999999999999 1 255\n"); }, "width",
     "nine digits"},
    {"PpmNegativeWidth", [] { return std::string("P6 -5 1 255\n123456"); }, "width", "number"},
    {"PpmZeroHigh", [] { return std::string("P5 5 0 255\n123456"); }, "height", "0"},
    {"PpmMaximumZero", [] { return std::string("P5 5 1 0\n123456"); }, "maximum value", "0"},
    {"PpmMaximumTooLarge", [] { return std::string("P5 5 1 65536\n123456"); }, "maximum value",
     "65536"},
    {"PpmShort", [] { return std::string("P6 20 20 255\n123"); }, "pixel data",
     "3 bytes, at least 1200"},
    {"PpmValueTooLarge", [] { return std::string("P2 2 1 15\n9 16\n"); }, "pixel value", "16"},
    {"PpmWord", [] { return std::string("P3 1 1 255\n1 two 3\n"); }, "pixel data", "byte 13"},
    {"PpmEndlessComment", [] { return "P6 #" + std::string(1000, 'x'); }, "width", "missing"},
};

class HostileImage : public ::testing::TestWithParam<Hostile> {};

TEST_P(HostileImage, IsRefusedInOneSentence) {
    const testing::TempFolder folder;
    const std::filesystem::path path = folder / "evil.img";
    std::ofstream(path, std::ios::binary) << GetParam().make();
    ImageReadOptions options;
    if (std::string(GetParam().name) == "WebpTooWide")
        options.maxSide = 20;
    const auto image = readImage(path, options);
    ASSERT_FALSE(image);
    EXPECT_EQ(image.error().code, ErrorCode::BadData);
    EXPECT_THAT(image.error().message,
                AllOf(HasSubstr("Image '" + path.string() + "': "), HasSubstr(GetParam().field),
                      HasSubstr(GetParam().value)));
    EXPECT_EQ(image.error().message.back(), '.');
    EXPECT_EQ(image.error().message.find('\n'), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(ImageReader, HostileImage, ::testing::ValuesIn(kCases),
                         [](const auto& info) { return std::string(info.param.name); });

TEST(ImageReader, KeepsAPictureWhoseExifIsBroken) {
    const std::string whole = sample("orientation-6.jpg");
    const std::size_t exif = whole.find(std::string("Exif\0\0", 6)) + 6;
    for (std::size_t i = 0; i < 26; ++i) {
        const std::string broken = replaced(whole, exif + i, "\xFF");
        const auto image = decodeImage(std::as_bytes(std::span(broken)), "a.jpg");
        ASSERT_TRUE(image) << image.error().message;
        EXPECT_EQ(image->width * image->height, 24 * 16);
    }
}

} // namespace
} // namespace hierascope::io
