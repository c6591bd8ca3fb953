// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/image.h"
#include "core/base/result.h"

namespace hierascope::io {

/// A picture with lines of text below it; either may be missing.
struct SheetCell {
    ImageRgb8 picture;
    std::vector<std::string> lines;
};

struct SheetRow {
    std::vector<std::string> heading; ///< lines on the left
    std::vector<SheetCell> cells;
};

/// A page of pictures in rows, and a table below them. Texts are UTF-8.
struct PictureSheet {
    std::string title;
    std::vector<std::string> columns; ///< above the pictures
    std::vector<SheetRow> rows;
    std::vector<std::vector<std::string>> table; ///< its first row is the heading; may be empty
    std::vector<std::string> footer;
};

/// What a PDF file says of itself.
struct SheetFacts {
    std::string creator; ///< program
    std::string recipe;  ///< stands as the file's keywords
};

/// Draws a sheet as pixels: dark text on white, pictures scaled up with hard pixels.
///
/// @param scale pixels of the result for one unit of the page (a picture is 128 units wide)
/// @return      Usage where the page would be longer than 30,000 pixels
Result<ImageRgb8> drawSheet(const PictureSheet& sheet, double scale);

/// Writes the same page as a PDF file of one page, text as text.
Result<void> writeSheetPdf(const std::filesystem::path& path, const PictureSheet& sheet,
                           const SheetFacts& facts);

} // namespace hierascope::io
