// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The tokens of an image, level by level.
namespace hierascope::runtime {

/// One level of a pyramid, coarse to fine.
struct LevelInfo {
    std::string name; ///< "8x8"
    int rows = 0;     ///< tokens
    int columns = 0;  ///< tokens
    int width = 0;    ///< pixels of the level's picture
    int height = 0;   ///< pixels of the level's picture
    std::int64_t tokens() const { return std::int64_t{rows} * columns; }
    bool operator==(const LevelInfo&) const = default;
};

/// The tokens of one image at one level.
struct LevelTokens {
    LevelInfo level;
    int vectorWidth = 0;             ///< numbers per token: what the decoder receives
    std::vector<float> vectors;      ///< [tokens, vectorWidth], row-major; empty if not asked for
    std::vector<std::int64_t> codes; ///< [tokens], empty for KL families
};

/// The tokens of all levels as a decoder receives them.
struct TokenSequence {
    std::vector<LevelTokens> levels; ///< with vectors; codes are not looked at
    /// [T] over all levels, 1: the mask token stands there; empty: nowhere.
    std::vector<std::uint8_t> masked;
};

struct SequenceOptions {
    bool everyLevel = false;                  ///< a picture of each kept level
    std::optional<std::int64_t> keepLevels{}; ///< how many levels, 1 .. n
};

} // namespace hierascope::runtime
