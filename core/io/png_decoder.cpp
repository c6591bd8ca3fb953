// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/png_decoder.h"

#include <algorithm>
#include <cstring>

#include <png.h>

#include "core/io/exif_orientation.h"
#include "core/io/jump_guard.h"

namespace hierascope::io {

namespace {

/// One libpng reading; every call into the library goes through `guard`.
class PngReading {
public:
    explicit PngReading(const ImageSource& source) : m_source(source) {}
    PngReading(const PngReading&) = delete;
    PngReading& operator=(const PngReading&) = delete;
    ~PngReading() { png_destroy_read_struct(&m_png, &m_info, nullptr); }

    bool readHeader() {
        return m_guard.run([&] {
            m_png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &m_guard, fail, ignoreWarning);
            if (m_png == nullptr)
                m_guard.fail("the installed libpng does not fit the program");
            m_info = png_create_info_struct(m_png);
            if (m_info == nullptr)
                png_error(m_png, "there is not enough memory");
            // Our own limits are checked after the header; libpng's would hide the value.
            png_set_user_limits(m_png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
            png_set_read_fn(m_png, this, readBytes);
            png_read_info(m_png, m_info);
            m_width = png_get_image_width(m_png, m_info);
            m_height = png_get_image_height(m_png, m_info);
        });
    }

    /// Asks for 8-bit RGB, or RGBA where the file has any transparency.
    bool prepare() {
        return m_guard.run([&] {
            png_set_expand(m_png);
            png_set_scale_16(m_png);
            png_set_gray_to_rgb(m_png);
            m_isInterlaced = png_set_interlace_handling(m_png) > 1;
            png_read_update_info(m_png, m_info);
            m_channels = png_get_channels(m_png, m_info);
        });
    }

    /// Decodes into `rgb` [Y, X, 3]; `rgba` holds `rgbaRows()` rows of four channels.
    bool readPixels(std::uint8_t* rgb, std::span<std::uint8_t> rgba,
                    const std::array<std::uint8_t, 3>& background) {
        return m_guard.run([&] {
            const std::size_t rowBytes = std::size_t{m_width} * m_channels;
            const std::size_t rgbBytes = std::size_t{m_width} * 3;
            const bool inPlace = m_channels == 3;
            for (int pass = m_isInterlaced ? 7 : 1; pass > 0; --pass) {
                for (std::size_t y = 0; y < m_height; ++y) {
                    std::uint8_t* out = rgb + y * rgbBytes;
                    std::uint8_t* row =
                        inPlace ? out : rgba.data() + (m_isInterlaced ? y * rowBytes : 0);
                    png_read_row(m_png, row, nullptr);
                    if (!inPlace && pass == 1)
                        composeRow({row, rowBytes}, background, out);
                }
            }
            png_read_end(m_png, nullptr);
        });
    }

    std::size_t rgbaRows() const { return m_channels == 3 ? 0 : m_isInterlaced ? m_height : 1; }
    std::int64_t width() const { return m_width; }
    std::int64_t height() const { return m_height; }
    int channels() const { return m_channels; }
    const char* message() const { return m_guard.message(); }
    png_structp png() const { return m_png; }
    png_infop info() const { return m_info; }

private:
    static void fail(png_structp png, png_const_charp message) {
        static_cast<JumpGuard*>(png_get_error_ptr(png))->fail(message);
    }

    static void ignoreWarning(png_structp, png_const_charp) {}

    static void readBytes(png_structp png, png_bytep target, std::size_t length) {
        auto& self = *static_cast<PngReading*>(png_get_io_ptr(png));
        if (length > self.m_source.size() - self.m_at)
            png_error(png, "the file ends too early");
        std::memcpy(target, self.m_source.data() + self.m_at, length);
        self.m_at += length;
    }

    const ImageSource& m_source;
    std::size_t m_at = 0;
    JumpGuard m_guard;
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
    std::uint32_t m_width = 0;
    std::uint32_t m_height = 0;
    std::uint8_t m_channels = 0;
    bool m_isInterlaced = false;
};

std::uint32_t bigEndian32(const std::uint8_t* at) {
    return static_cast<std::uint32_t>(at[0]) << 24 | at[1] << 16 | at[2] << 8 | at[3];
}

/// Names the field and its value, where libpng would say "Invalid IHDR data" only.
Result<void> checkHeaderFields(const ImageSource& source) {
    constexpr std::size_t kHeaderEnd = 33;
    constexpr std::uint32_t kMaxSide = 0x7FFFFFFF;
    if (source.size() < kHeaderEnd || std::memcmp(source.data() + 12, "IHDR", 4) != 0)
        return source.bad("PNG header: chunk IHDR is missing or cut off.");
    const std::pair<const char*, std::size_t> sides[] = {{"width", 16}, {"height", 20}};
    for (const auto& [side, at] : sides) {
        const std::uint32_t value = bigEndian32(source.data() + at);
        if (value < 1 || value > kMaxSide)
            return source.bad("PNG header: " + std::string(side) + " " + std::to_string(value) +
                              " is not in 1.." + std::to_string(kMaxSide) + ".");
    }
    const int depth = source.data()[24];
    if (depth != 1 && depth != 2 && depth != 4 && depth != 8 && depth != 16)
        return source.bad("PNG header: bit depth " + std::to_string(depth) +
                          " is not 1, 2, 4, 8 or 16.");
    const int colour = source.data()[25];
    if (colour > 6 || colour == 1 || colour == 5)
        return source.bad("PNG header: colour type " + std::to_string(colour) +
                          " is not 0, 2, 3, 4 or 6.");
    return {};
}

Result<void> readHeader(PngReading& png, const ImageSource& source) {
    if (auto checked = checkHeaderFields(source); !checked)
        return checked;
    if (!png.readHeader())
        return source.bad(std::string("PNG header: ") + png.message() + ".");
    return {};
}

/// Walks over the chunks, since eXIf may also stand after the pixels.
int orientationOf(const ImageSource& source) {
    constexpr std::size_t kChunkFrame = 12; // length, name, checksum
    std::size_t at = 8;
    while (source.size() >= kChunkFrame && at <= source.size() - kChunkFrame) {
        const std::size_t length = bigEndian32(source.data() + at);
        if (length > source.size() - at - kChunkFrame)
            return 1;
        if (std::memcmp(source.data() + at + 4, "eXIf", 4) == 0)
            return exifOrientation({source.data() + at + 8, length});
        at += kChunkFrame + length;
    }
    return 1;
}

std::string utf8FromLatin1(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            result += c;
        } else {
            result += static_cast<char>(0xC0 | byte >> 6);
            result += static_cast<char>(0x80 | (byte & 0x3F));
        }
    }
    return result;
}

} // namespace

Result<DecodedImage> decodePng(const ImageSource& source, const ImageReadOptions& options) {
    PngReading png(source);
    if (auto header = readHeader(png, source); !header)
        return failure(header);
    if (auto checked = source.checkSize(png.width(), png.height(), options); !checked)
        return failure(checked);
    if (!png.prepare())
        return source.bad(std::string("PNG header: ") + png.message() + ".");
    DecodedImage decoded{ImageRgb8(static_cast<int>(png.width()), static_cast<int>(png.height())),
                         orientationOf(source)};
    std::vector<std::uint8_t> rgba(png.rgbaRows() * static_cast<std::size_t>(png.width()) * 4);
    if (!png.readPixels(decoded.image.pixels.data(), rgba, options.background))
        return source.bad(std::string("PNG pixel data: ") + png.message() + ".");
    return decoded;
}

Result<StoredSize> readPngSize(const ImageSource& source) {
    PngReading png(source);
    if (auto header = readHeader(png, source); !header)
        return failure(header);
    return StoredSize{{static_cast<int>(png.width()), static_cast<int>(png.height())},
                      orientationOf(source)};
}

Result<std::map<std::string, std::string>> decodePngTexts(const ImageSource& source) {
    if (source.size() < 8 || png_sig_cmp(source.data(), 0, 8) != 0)
        return source.bad("first bytes are not those of a PNG.");
    PngReading png(source);
    if (auto header = readHeader(png, source); !header)
        return failure(header);
    png_textp texts = nullptr;
    int count = 0;
    png_get_text(png.png(), png.info(), &texts, &count);
    std::map<std::string, std::string> result;
    for (const png_text& text : std::span(texts, static_cast<std::size_t>(std::max(count, 0)))) {
        const bool isUtf8 = text.compression >= PNG_ITXT_COMPRESSION_NONE;
        const std::string_view value(text.text == nullptr ? "" : text.text,
                                     isUtf8 ? text.itxt_length : text.text_length);
        result.emplace(text.key, isUtf8 ? std::string(value) : utf8FromLatin1(value));
    }
    return result;
}

} // namespace hierascope::io
