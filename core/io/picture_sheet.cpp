// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/picture_sheet.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>

#include <cairo-pdf.h>
#include <cairo.h>

#include "core/base/atomic_file.h"

namespace hierascope::io {

namespace {

constexpr double kMargin = 24.0;
constexpr double kBox = 128.0; // of a picture
constexpr double kGap = 8.0;
constexpr double kTextSize = 10.0;
constexpr double kTitleSize = 15.0;
constexpr double kLine = 14.0;
constexpr double kMostPixels = 30'000.0;
constexpr const char* kFont = "DejaVu Sans";

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Canvas = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

/// Length of the UTF-8 sequence at `i`; 0 where there is none.
std::size_t sequenceLength(const std::string& text, std::size_t i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const std::size_t length = byte < 0x80                   ? 1
                               : byte >= 0xc2 && byte < 0xe0 ? 2
                               : byte >= 0xe0 && byte < 0xf0 ? 3
                               : byte >= 0xf0 && byte < 0xf5 ? 4
                                                             : 0;
    if (length == 0 || i + length > text.size())
        return 0;
    for (std::size_t k = 1; k < length; ++k)
        if ((static_cast<unsigned char>(text[i + k]) & 0xc0) != 0x80)
            return 0;
    const auto second = length > 1 ? static_cast<unsigned char>(text[i + 1]) : 0;
    const bool isTooLong = (byte == 0xe0 && second < 0xa0) || (byte == 0xf0 && second < 0x90);
    const bool isSurrogate = byte == 0xed && second >= 0xa0;
    return isTooLong || isSurrogate || (byte == 0xf4 && second >= 0x90) ? 0 : length;
}

/// Cairo draws nothing more after bytes that are no UTF-8.
std::string drawable(const std::string& text) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = sequenceLength(text, i);
        const bool isControl = length == 1 && static_cast<unsigned char>(text[i]) < 0x20;
        if (length == 0 || isControl)
            result += '?';
        else
            result.append(text, i, length);
        i += std::max<std::size_t>(length, 1);
    }
    return result;
}

/// Draws a sheet, or finds out how large it is.
class Page {
public:
    Page(cairo_t* canvas, const PictureSheet& sheet) : m_canvas(canvas), m_sheet(sheet) {
        cairo_select_font_face(canvas, kFont, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
        cairo_set_font_size(canvas, kTextSize);
        measure();
    }

    double width() const { return m_width; }
    double height() const { return m_height; }

    void draw() {
        cairo_set_source_rgb(m_canvas, 1.0, 1.0, 1.0);
        cairo_paint(m_canvas);
        cairo_set_source_rgb(m_canvas, 0.11, 0.12, 0.14);
        double y = kMargin + kTitleSize;
        cairo_set_font_size(m_canvas, kTitleSize);
        text(kMargin, y, m_sheet.title);
        cairo_set_font_size(m_canvas, kTextSize);
        y += kGap;
        if (!m_sheet.rows.empty()) {
            y += kLine;
            for (std::size_t i = 0; i < m_sheet.columns.size(); ++i)
                text(cellX(i), y, fitted(m_sheet.columns[i], kBox));
            y += kGap;
        }
        for (const SheetRow& row : m_sheet.rows)
            y += drawRow(row, y);
        y += kGap;
        for (std::size_t i = 0; i < m_sheet.table.size(); ++i) {
            y += kLine;
            drawTableRow(m_sheet.table[i], y);
            if (i == 0)
                rule(y + 4.0);
        }
        if (!m_sheet.table.empty())
            y += kGap;
        for (const std::string& line : m_sheet.footer) {
            y += kLine;
            text(kMargin, y, fitted(line, m_width - 2.0 * kMargin));
        }
    }

private:
    double textWidth(const std::string& words) const {
        cairo_text_extents_t extents;
        cairo_text_extents(m_canvas, drawable(words).c_str(), &extents);
        return extents.x_advance;
    }

    /// Shortened in the middle until it fits.
    std::string fitted(const std::string& words, double width) const {
        std::string clean = drawable(words);
        if (textWidth(clean) <= width)
            return clean;
        std::vector<std::string> letters;
        for (std::size_t i = 0; i < clean.size();) {
            const std::size_t length = std::max<std::size_t>(1, sequenceLength(clean, i));
            letters.push_back(clean.substr(i, length));
            i += length;
        }
        while (letters.size() > 2) {
            letters.erase(letters.begin() + static_cast<std::ptrdiff_t>(letters.size() / 2));
            std::string shortened;
            for (std::size_t i = 0; i < letters.size(); ++i)
                shortened += letters[i] + (i + 1 == letters.size() / 2 ? "\u2026" : "");
            if (textWidth(shortened) <= width)
                return shortened;
        }
        return clean.substr(0, 1);
    }

    double rowHeight(const SheetRow& row) const {
        std::size_t lines = 0;
        for (const SheetCell& cell : row.cells)
            lines = std::max(lines, cell.lines.size());
        return std::max(kBox + kLine * static_cast<double>(lines),
                        kLine * static_cast<double>(row.heading.size())) +
               kGap * 2.0;
    }

    double cellX(std::size_t column) const {
        return kMargin + m_headingWidth + static_cast<double>(column) * (kBox + kGap);
    }

    void measure() {
        std::size_t columns = m_sheet.columns.size();
        for (const SheetRow& row : m_sheet.rows) {
            columns = std::max(columns, row.cells.size());
            for (const std::string& line : row.heading)
                m_headingWidth = std::max(m_headingWidth, std::min(textWidth(line), 180.0) + kGap);
        }
        m_headingWidth = std::ceil(m_headingWidth); // pictures lie on whole pixels
        m_width = cellX(columns) + kMargin;
        m_height = kMargin + kTitleSize + kGap * 3.0 + (m_sheet.rows.empty() ? 0.0 : kLine + kGap);
        for (const SheetRow& row : m_sheet.rows)
            m_height += rowHeight(row);
        for (const auto& row : m_sheet.table) {
            m_tableWidths.resize(std::max(m_tableWidths.size(), row.size()), 0.0);
            for (std::size_t i = 0; i < row.size(); ++i)
                m_tableWidths[i] = std::max(m_tableWidths[i], textWidth(row[i]) + kGap * 2.0);
            m_height += kLine;
        }
        double table = 2.0 * kMargin;
        for (const double width : m_tableWidths)
            table += width;
        cairo_set_font_size(m_canvas, kTitleSize);
        m_width = std::max({m_width, table, textWidth(m_sheet.title) + 2.0 * kMargin});
        cairo_set_font_size(m_canvas, kTextSize);
        m_height += kLine * static_cast<double>(m_sheet.footer.size()) + kMargin;
        m_width = std::ceil(m_width);
        m_height = std::ceil(m_height);
    }

    void text(double x, double y, const std::string& words) {
        cairo_move_to(m_canvas, x, y);
        cairo_show_text(m_canvas, drawable(words).c_str());
    }

    void rule(double y) {
        cairo_set_line_width(m_canvas, 0.5);
        cairo_move_to(m_canvas, kMargin, y);
        cairo_line_to(m_canvas, m_width - kMargin, y);
        cairo_stroke(m_canvas);
    }

    double drawRow(const SheetRow& row, double y) {
        for (std::size_t i = 0; i < row.heading.size(); ++i)
            text(kMargin, y + kLine * static_cast<double>(i + 1),
                 fitted(row.heading[i], m_headingWidth - kGap));
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            drawPicture(row.cells[i].picture, cellX(i), y);
            for (std::size_t line = 0; line < row.cells[i].lines.size(); ++line)
                text(cellX(i), y + kBox + kLine * static_cast<double>(line + 1),
                     fitted(row.cells[i].lines[line], kBox + kGap / 2.0));
        }
        return rowHeight(row);
    }

    void drawTableRow(const std::vector<std::string>& cells, double y) {
        double x = kMargin;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            // Names on the left, numbers on the right of their columns.
            const double shift = i == 0 ? 0.0 : m_tableWidths[i] - kGap * 2.0 - textWidth(cells[i]);
            text(x + shift, y, cells[i]);
            x += m_tableWidths[i];
        }
    }

    void drawPicture(const ImageRgb8& picture, double x, double y) {
        if (picture.isEmpty())
            return;
        const int stride = cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, picture.width);
        std::vector<std::uint32_t> pixels(static_cast<std::size_t>(stride) / 4 *
                                          static_cast<std::size_t>(picture.height));
        for (int row = 0; row < picture.height; ++row)
            for (int column = 0; column < picture.width; ++column) {
                const std::uint8_t* rgb =
                    &picture.pixels[3 * (static_cast<std::size_t>(row) *
                                             static_cast<std::size_t>(picture.width) +
                                         static_cast<std::size_t>(column))];
                pixels[static_cast<std::size_t>(row) * static_cast<std::size_t>(stride) / 4 +
                       static_cast<std::size_t>(column)] =
                    static_cast<std::uint32_t>(rgb[0]) << 16 |
                    static_cast<std::uint32_t>(rgb[1]) << 8 | rgb[2];
            }
        const Surface source(cairo_image_surface_create_for_data(
                                 reinterpret_cast<unsigned char*>(pixels.data()),
                                 CAIRO_FORMAT_RGB24, picture.width, picture.height, stride),
                             cairo_surface_destroy);
        const double zoom = kBox / std::max(picture.width, picture.height);
        cairo_save(m_canvas);
        cairo_translate(m_canvas, x, y);
        cairo_scale(m_canvas, zoom, zoom);
        cairo_set_source_surface(m_canvas, source.get(), 0.0, 0.0);
        cairo_pattern_set_filter(cairo_get_source(m_canvas),
                                 zoom >= 1.0 ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD);
        cairo_rectangle(m_canvas, 0.0, 0.0, picture.width, picture.height);
        cairo_fill(m_canvas);
        cairo_restore(m_canvas);
        cairo_surface_finish(source.get()); // before its pixels go
    }

    cairo_t* m_canvas;
    const PictureSheet& m_sheet;
    double m_headingWidth = 0.0;
    std::vector<double> m_tableWidths;
    double m_width = 0.0;
    double m_height = 0.0;
};

Canvas canvasOn(const Surface& surface) {
    return Canvas(cairo_create(surface.get()), cairo_destroy);
}

/// The size of a page, in its own units.
std::pair<double, double> sizeOf(const PictureSheet& sheet) {
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1),
                          cairo_surface_destroy);
    const Canvas canvas = canvasOn(surface);
    const Page page(canvas.get(), sheet);
    return {page.width(), page.height()};
}

cairo_status_t append(void* target, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

tl::unexpected<Error> cannotDraw(cairo_status_t status) {
    return failure(ErrorCode::Failed, "The sheet cannot be drawn: " +
                                          std::string(cairo_status_to_string(status)) + ".");
}

} // namespace

Result<ImageRgb8> drawSheet(const PictureSheet& sheet, double scale) {
    const auto [width, height] = sizeOf(sheet);
    if (std::max(width, height) * scale > kMostPixels)
        return failure(ErrorCode::Usage,
                       "The sheet would be " + std::to_string(std::lround(height * scale)) +
                           " pixels high, at most 30000 are drawn: choose fewer images.");
    ImageRgb8 image(static_cast<int>(std::ceil(width * scale)),
                    static_cast<int>(std::ceil(height * scale)));
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width, image.height),
                          cairo_surface_destroy);
    const Canvas canvas = canvasOn(surface);
    cairo_scale(canvas.get(), scale, scale);
    Page(canvas.get(), sheet).draw();
    if (const cairo_status_t status = cairo_status(canvas.get()); status != CAIRO_STATUS_SUCCESS)
        return cannotDraw(status);
    cairo_surface_flush(surface.get());
    const unsigned char* data = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    std::size_t next = 0;
    for (int y = 0; y < image.height; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(data + std::ptrdiff_t{stride} * y);
        for (int x = 0; x < image.width; ++x)
            for (const int shift : {16, 8, 0})
                image.pixels[next++] = static_cast<std::uint8_t>(row[x] >> shift);
    }
    return image;
}

Result<void> writeSheetPdf(const std::filesystem::path& path, const PictureSheet& sheet,
                           const SheetFacts& facts) {
    const auto [width, height] = sizeOf(sheet);
    std::string bytes;
    {
        const Surface surface(cairo_pdf_surface_create_for_stream(append, &bytes, width, height),
                              cairo_surface_destroy);
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                       drawable(sheet.title).c_str());
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR,
                                       drawable(facts.creator).c_str());
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_KEYWORDS,
                                       drawable(facts.recipe).c_str());
        const Canvas canvas = canvasOn(surface);
        Page(canvas.get(), sheet).draw();
        cairo_show_page(canvas.get());
        if (const cairo_status_t status = cairo_status(canvas.get());
            status != CAIRO_STATUS_SUCCESS)
            return cannotDraw(status);
        cairo_surface_finish(surface.get());
        if (const cairo_status_t status = cairo_surface_status(surface.get());
            status != CAIRO_STATUS_SUCCESS)
            return cannotDraw(status);
    }
    return writeFileAtomically(path, bytes);
}

} // namespace hierascope::io
