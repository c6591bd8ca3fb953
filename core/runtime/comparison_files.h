// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/runtime/comparison.h"

/// A comparison as a sheet of pictures, and as tables.
namespace hierascope::runtime {

/// Everything but the figures of single images.
nlohmann::json jsonOf(const Comparison& comparison);

/// Rows of metrics, with each model's figure and its difference from A; the first row is the
/// heading.
std::vector<std::vector<std::string>> comparisonTable(const Comparison& comparison);

/// The sheet as pixels: chosen images x models x levels with their figures, and the table.
///
/// @param scale 1: a picture is 128 pixels wide
Result<ImageRgb8> comparisonSheet(const Comparison& comparison, double scale);

/// The kinds of file that `saveComparison` writes: "png, pdf, csv, md, tex or json".
Result<void> checkComparisonName(const std::filesystem::path& path);

/// Writes a sheet (.png, .pdf) or a table (.csv, .md, .tex, .json); each carries the recipe.
Result<void> saveComparison(const std::filesystem::path& path, const Comparison& comparison);

} // namespace hierascope::runtime
