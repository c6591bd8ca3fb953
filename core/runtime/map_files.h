// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "core/base/result.h"
#include "core/runtime/uniformity_study.h"

namespace hierascope::runtime {

/// Usage where the name ends in none of .safetensors, .csv, .npz.
Result<void> checkMapName(const std::filesystem::path& path);

/// Writes points with their map, in the format that the name asks for.
///
/// Arrays: `coordinates` [N, dims], `vectors` [N, C], `image`, `level`, `token`, `code`,
/// `label` [N] int32 (-1: none), `density` [N], `mean`, `deviation` [C]. Coordinates and density
/// are left out where there are none yet. Beside them, as metadata of safetensors or as the bytes
/// of the array `metadata` of npz, JSON: `recipe`, `images` (names), `psnr`, `classes`, `levels`,
/// `data`, `complete`. CSV has a row for each point, the image's name included.
/// @param recipe JSON text
Result<void> saveLatentMap(const std::filesystem::path& path, const UniformityMap& map,
                           const std::string& recipe);

} // namespace hierascope::runtime
