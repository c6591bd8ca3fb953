// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/image.h"
#include "core/base/result.h"

namespace hierascope::runtime {

/// Reads a JPEG, PNG, WebP or PPM file as RGB, turned as its EXIF orientation says.
Result<ImageRgb8> readPicture(const std::filesystem::path& path);

/// Writes a PNG file; `texts` (keyword to text) carry its recipe.
Result<void> savePicture(const std::filesystem::path& path, const ImageRgb8& picture,
                         const std::map<std::string, std::string>& texts = {});

/// Writes an animated PNG file that repeats for ever; programs without animation show the first
/// frame.
///
/// @param frames       of the same size
/// @param milliseconds that each is shown
/// @param texts        as those of `savePicture`
Result<void> saveAnimation(const std::filesystem::path& path, const std::vector<ImageRgb8>& frames,
                           int milliseconds, const std::map<std::string, std::string>& texts = {});

/// Reads the text that a PNG file has under `keyword`, at most 1 MiB of UTF-8.
///
/// @return nothing where there is none, or the file is no PNG; NoInput if it is missing; BadData if
///         it is cut off, or the text is damaged or too long
Result<std::optional<std::string>> readPictureText(const std::filesystem::path& path,
                                                   const std::string& keyword);

/// Shows a signed residual with zero at middle grey: 0.5 + residual / 2.
ImageRgb8 pictureFromResidual(const ImageRgbF32& residual);

/// Reduces by area means until no side is longer than `longest` pixels; empty for 0.
ImageRgb8 thumbnailOf(const ImageRgb8& picture, int longest);

/// SHA-256 of a file's bytes, hex: what recipes call an image or a checkpoint.
Result<std::string> hashOfFile(const std::filesystem::path& path);

} // namespace hierascope::runtime
