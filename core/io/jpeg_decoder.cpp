// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jpeg_decoder.h"

#include <cstdio>
#include <cstring>

#include <jpeglib.h>
// after jpeglib.h, which it needs
#include <jerror.h>

#include "core/io/exif_orientation.h"
#include "core/io/jump_guard.h"

namespace hierascope::io {

namespace {

/// A progressive file of few bytes can ask for thousands of passes over all pixels.
constexpr int kMaxScans = 500;

/// Turns one stored row into RGB; Adobe writes CMYK inverted and Pillow takes it always so.
void rgbFromInvertedCmyk(const std::uint8_t* cmyk, int width, std::uint8_t* rgb) {
    for (int x = 0; x < width; ++x, cmyk += 4) {
        const int white = cmyk[3];
        for (int channel = 0; channel < 3; ++channel) {
            const int product = (255 - cmyk[channel]) * white + 128;
            *rgb++ = static_cast<std::uint8_t>(white - (((product >> 8) + product) >> 8));
        }
    }
}

/// One libjpeg decompression; every call into the library goes through `guard`.
class JpegDecompressor {
public:
    JpegDecompressor() = default;
    JpegDecompressor(const JpegDecompressor&) = delete;
    JpegDecompressor& operator=(const JpegDecompressor&) = delete;
    ~JpegDecompressor() { jpeg_destroy_decompress(&m_info); }

    bool readHeader(const ImageSource& source) {
        return m_guard.run([&] {
            m_info.err = jpeg_std_error(&m_errors);
            m_info.client_data = &m_guard;
            m_errors.error_exit = failWithMessage;
            m_errors.emit_message = failOnBrokenData;
            jpeg_create_decompress(&m_info);
            m_progress.progress_monitor = failOnManyScans;
            m_info.progress = &m_progress;
            jpeg_mem_src(&m_info, source.data(), source.size());
            jpeg_save_markers(&m_info, JPEG_APP0 + 1, 0xFFFF);
            jpeg_read_header(&m_info, TRUE);
        });
    }

    /// Decodes into `rgb` [Y, X, 3]; `row` has room for one row of stored components.
    bool readPixels(std::uint8_t* rgb, std::uint8_t* row) {
        return m_guard.run([&] {
            jpeg_start_decompress(&m_info);
            const std::size_t rowBytes = std::size_t{m_info.output_width} * 3;
            while (m_info.output_scanline < m_info.output_height) {
                std::uint8_t* out = rgb + rowBytes * m_info.output_scanline;
                JSAMPROW target = m_info.output_components == 3 ? out : row;
                jpeg_read_scanlines(&m_info, &target, 1);
                if (m_info.output_components == 1)
                    for (std::size_t i = 0; i < rowBytes; ++i)
                        out[i] = row[i / 3];
                else if (m_info.output_components == 4)
                    rgbFromInvertedCmyk(row, static_cast<int>(m_info.output_width), out);
            }
            jpeg_finish_decompress(&m_info);
        });
    }

    int orientation() const {
        for (auto marker = m_info.marker_list; marker; marker = marker->next)
            if (marker->data_length >= 6 && std::memcmp(marker->data, "Exif\0\0", 6) == 0)
                return exifOrientation({marker->data, marker->data_length});
        return 1;
    }

    const jpeg_decompress_struct& info() const { return m_info; }
    const char* message() const { return m_guard.message(); }

private:
    static JumpGuard& guardOf(j_common_ptr info) {
        return *static_cast<JumpGuard*>(info->client_data);
    }

    static void failWithMessage(j_common_ptr info) {
        char text[JMSG_LENGTH_MAX];
        info->err->format_message(info, text);
        guardOf(info).fail(text);
    }

    /// libjpeg fills missing data with grey and only warns; a viewer may like that, we do not.
    static void failOnBrokenData(j_common_ptr info, int level) {
        if (level >= 0)
            return;
        switch (info->err->msg_code) {
        case JWRN_ARITH_BAD_CODE:
        case JWRN_HIT_MARKER:
        case JWRN_HUFF_BAD_CODE:
        case JWRN_JPEG_EOF:
        case JWRN_MUST_RESYNC:
            failWithMessage(info);
            break;
        default:
            break;
        }
    }

    static void failOnManyScans(j_common_ptr info) {
        if (!info->is_decompressor)
            return;
        const int scans = reinterpret_cast<j_decompress_ptr>(info)->input_scan_number;
        if (scans <= kMaxScans)
            return;
        char text[64];
        std::snprintf(text, sizeof text, "scan count %d is over the limit of %d", scans, kMaxScans);
        guardOf(info).fail(text);
    }

    JumpGuard m_guard;
    jpeg_decompress_struct m_info{};
    jpeg_error_mgr m_errors{};
    jpeg_progress_mgr m_progress{};
};

Result<void> readHeader(JpegDecompressor& jpeg, const ImageSource& source) {
    if (!jpeg.readHeader(source))
        return source.bad(std::string("JPEG header: ") + jpeg.message() + ".");
    const int components = jpeg.info().num_components;
    if (components != 1 && components != 3 && components != 4)
        return source.bad("JPEG component count " + std::to_string(components) +
                          " is not 1, 3 or 4.");
    return {};
}

} // namespace

Result<DecodedImage> decodeJpeg(const ImageSource& source, const ImageReadOptions& options) {
    JpegDecompressor jpeg;
    if (auto header = readHeader(jpeg, source); !header)
        return failure(header);
    const std::int64_t width = jpeg.info().image_width;
    const std::int64_t height = jpeg.info().image_height;
    if (auto checked = source.checkSize(width, height, options); !checked)
        return failure(checked);
    DecodedImage decoded{ImageRgb8(static_cast<int>(width), static_cast<int>(height)),
                         jpeg.orientation()};
    std::vector<std::uint8_t> row(static_cast<std::size_t>(width) * 4);
    if (!jpeg.readPixels(decoded.image.pixels.data(), row.data()))
        return source.bad(std::string("JPEG pixel data: ") + jpeg.message() + ".");
    return decoded;
}

Result<StoredSize> readJpegSize(const ImageSource& source) {
    JpegDecompressor jpeg;
    if (auto header = readHeader(jpeg, source); !header)
        return failure(header);
    return StoredSize{
        {static_cast<int>(jpeg.info().image_width), static_cast<int>(jpeg.info().image_height)},
        jpeg.orientation()};
}

} // namespace hierascope::io
