// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/runtime/latent_points.h"
#include "core/runtime/tokenizer.h"

namespace hierascope::runtime {

/// Equally wide vectors of one level of one image, looked at where they lie.
struct VectorBlock {
    std::int32_t level = -1;
    std::span<const float> values;       ///< [tokens, width], row-major
    std::span<const std::int64_t> codes; ///< [tokens], or empty
};

/// What a request finds in one image.
struct VectorBlocks {
    std::int64_t width = 0; ///< numbers of one vector
    std::vector<VectorBlock> blocks;
    std::int64_t count() const;
};

/// Usage where the model cannot have what is asked for, as far as can be told without an image.
Result<void> checkRequest(const ModelInfo& info, const LatentRequest& request);

/// Finds what is asked for; Usage where the model has no such vectors, or where chosen levels have
/// vectors of different widths. The pyramid must outlive what is returned.
Result<VectorBlocks> blocksOf(const TokenPyramid& pyramid, const ModelInfo& info,
                              const LatentRequest& request);

/// The levels that `LatentPoint::level` counts in.
std::vector<LevelInfo> levelsOf(const TokenPyramid& pyramid, const ModelInfo& info,
                                PointSource source);

/// Whether `blocksOf` needs `EncodeOptions::tokenVectors`.
bool needsTokenVectors(PointSource source);

} // namespace hierascope::runtime
