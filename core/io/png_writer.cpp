// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/png_writer.h"

#include <algorithm>
#include <new>
#include <vector>

#include <png.h>

#include "core/base/atomic_file.h"
#include "core/io/image_source.h"
#include "core/io/input_file.h"
#include "core/io/jump_guard.h"
#include "core/io/png_decoder.h"

namespace hierascope::io {

namespace {

/// libpng as installed refuses to read a file with a chunk of more than 8 MB.
constexpr std::size_t kMaxTextBytes = 4 << 20;

bool isPlainText(const std::string& text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); });
}

Result<void> checkText(const std::string& keyword, const std::string& text) {
    constexpr std::size_t kMaxKeyword = 79;
    const bool isPrintable =
        std::all_of(keyword.begin(), keyword.end(), [](char c) { return c >= ' ' && c <= '~'; });
    if (keyword.empty() || keyword.size() > kMaxKeyword || !isPrintable || keyword.front() == ' ' ||
        keyword.back() == ' ' || keyword.find("  ") != std::string::npos)
        return failure(ErrorCode::Usage,
                       "PNG text keyword '" + keyword +
                           "' is not 1 to 79 printable ASCII characters without outer or double "
                           "spaces.");
    if (text.size() > kMaxTextBytes)
        return failure(ErrorCode::Usage, "PNG text '" + keyword + "' has " +
                                             std::to_string(text.size()) + " bytes, at most " +
                                             std::to_string(kMaxTextBytes) + " can be stored.");
    if (text.find('\0') != std::string::npos)
        return failure(ErrorCode::Usage, "PNG text '" + keyword + "' holds a zero byte.");
    return {};
}

/// The strings stay owned by the map; libpng takes them by pointers that are not const.
std::vector<png_text> pngTexts(const std::map<std::string, std::string>& texts) {
    std::vector<png_text> result;
    for (const auto& [keyword, text] : texts) {
        png_text entry{};
        entry.key = const_cast<char*>(keyword.c_str());
        entry.text = const_cast<char*>(text.c_str());
        entry.compression =
            isPlainText(text) ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE;
        (entry.compression == PNG_TEXT_COMPRESSION_NONE ? entry.text_length : entry.itxt_length) =
            text.size();
        result.push_back(entry);
    }
    return result;
}

/// One libpng writing into a string; every call into the library goes through `guard`.
class PngWriting {
public:
    PngWriting() = default;
    PngWriting(const PngWriting&) = delete;
    PngWriting& operator=(const PngWriting&) = delete;
    ~PngWriting() { png_destroy_write_struct(&m_png, &m_info); }

    bool write(const ImageRgb8& image, const std::vector<png_text>& texts) {
        return m_guard.run([&] {
            m_png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &m_guard, fail, ignoreWarning);
            if (m_png == nullptr)
                m_guard.fail("the installed libpng does not fit the program");
            m_info = png_create_info_struct(m_png);
            if (m_info == nullptr)
                png_error(m_png, "there is not enough memory");
            png_set_user_limits(m_png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
            png_set_write_fn(m_png, this, appendBytes, nullptr);
            png_set_IHDR(m_png, m_info, static_cast<png_uint_32>(image.width),
                         static_cast<png_uint_32>(image.height), 8, PNG_COLOR_TYPE_RGB,
                         PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
            if (!texts.empty())
                png_set_text(m_png, m_info, texts.data(), static_cast<int>(texts.size()));
            png_write_info(m_png, m_info);
            const std::size_t rowBytes = static_cast<std::size_t>(image.width) * 3;
            for (std::size_t y = 0; y < static_cast<std::size_t>(image.height); ++y)
                png_write_row(m_png, image.pixels.data() + y * rowBytes);
            png_write_end(m_png, nullptr);
        });
    }

    std::string takeBytes() { return std::move(m_bytes); }
    const char* message() const { return m_guard.message(); }

private:
    static void fail(png_structp png, png_const_charp message) {
        static_cast<JumpGuard*>(png_get_error_ptr(png))->fail(message);
    }

    static void ignoreWarning(png_structp, png_const_charp) {}

    static void appendBytes(png_structp png, png_bytep bytes, std::size_t length) {
        auto& self = *static_cast<PngWriting*>(png_get_io_ptr(png));
        bool isAppended = true;
        try {
            self.m_bytes.append(reinterpret_cast<const char*>(bytes), length);
        } catch (const std::bad_alloc&) { // must not travel through libpng
            isAppended = false;
        }
        if (!isAppended)
            png_error(png, "there is not enough memory");
    }

    std::string m_bytes;
    JumpGuard m_guard;
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
};

} // namespace

Result<std::string> encodePng(const ImageRgb8& image,
                              const std::map<std::string, std::string>& texts) {
    const auto needed =
        static_cast<std::size_t>(std::max(image.width, 0)) * std::max(image.height, 0) * 3;
    if (needed == 0 || image.pixels.size() != needed)
        return failure(ErrorCode::Usage, "PNG of " + std::to_string(image.width) + " x " +
                                             std::to_string(image.height) + " cannot be made of " +
                                             std::to_string(image.pixels.size()) + " bytes.");
    for (const auto& [keyword, text] : texts)
        if (auto checked = checkText(keyword, text); !checked)
            return failure(checked);
    PngWriting png;
    if (!png.write(image, pngTexts(texts)))
        return failure(ErrorCode::Failed, std::string("PNG encoding: ") + png.message() + ".");
    return png.takeBytes();
}

Result<void> writePng(const std::filesystem::path& path, const ImageRgb8& image,
                      const std::map<std::string, std::string>& texts) {
    const auto bytes = encodePng(image, texts);
    if (!bytes)
        return failure(bytes);
    return writeFileAtomically(path, *bytes);
}

Result<std::map<std::string, std::string>> readPngTexts(const std::filesystem::path& path) {
    const auto bytes = readWholeFile(path, kMaxImageFileBytes);
    if (!bytes)
        return failure(bytes);
    return decodePngTexts({std::as_bytes(std::span(*bytes)), path.string()});
}

} // namespace hierascope::io
