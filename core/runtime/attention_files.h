// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/runtime/tokenizer.h"

namespace hierascope::runtime {

/// Writes `attention` [A, T, T] float32: rows ask, columns are read.
Result<void> saveAttention(const std::filesystem::path& path, const AttentionMap& attention);

/// The mean over the heads as a picture, a pixel for each pair: white is the largest weight of a
/// row, black is none.
ImageRgb8 pictureFromAttention(const AttentionMap& attention);

} // namespace hierascope::runtime
