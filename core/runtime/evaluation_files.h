// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

#include "core/runtime/evaluation.h"

/// Evaluations as files: JSON, tables, and why two of them differ.
namespace hierascope::runtime {

/// One figure as JSON: value, low, high, sd, count, note; null where it is not finite.
nlohmann::json jsonOf(const Figure& figure);

/// Everything of an evaluation; each figure of the set has its recipe, one of a level names the
/// recipe of the set's figure of the same key.
///
/// @param withImages also the figures of every image
nlohmann::json jsonOf(const Evaluation& evaluation, bool withImages = true);

/// The table of images, the worst first: name, class, each metric of the finest level, then of all
/// levels as "LEVEL metric". The first line is a comment with the recipe.
///
/// @param metric that the order goes by
std::string imagesCsv(const Evaluation& evaluation, const std::string& metric);

/// The table of levels: one row each, mean and interval of every metric; a comment comes first.
std::string levelsCsv(const Evaluation& evaluation);

/// Writes `evaluation.json`, `images.csv` and `levels.csv` into a folder, or the table of images
/// alone where `path` ends in .csv.
Result<void> saveEvaluation(const std::filesystem::path& path, const Evaluation& evaluation,
                            const std::string& metric);

/// Reads what `jsonOf` wrote; BadData where a file is no evaluation.
Result<nlohmann::json> readEvaluation(const std::filesystem::path& path);

/// Why figures of two evaluations differ: for each metric that both have, both values and every
/// field of the recipes that is not the same.
///
/// @return [{metric, a, b, differences: [{field, a, b}]}], and {metric, only} for the others
nlohmann::json differencesOf(const nlohmann::json& a, const nlohmann::json& b);

/// Fields of two recipes that are not the same: [{field, a, b}], nested ones as "model.sha256".
nlohmann::json recipeDifferences(const nlohmann::json& a, const nlohmann::json& b);

/// A table cell for CSV: quoted where it must be.
std::string csvCell(const std::string& text);

} // namespace hierascope::runtime
