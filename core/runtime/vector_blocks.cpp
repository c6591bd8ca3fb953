// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/vector_blocks.h"

#include <algorithm>
#include <string>

namespace hierascope::runtime {

namespace {

tl::unexpected<Error> hasNone(const ModelInfo& info, const std::string& what) {
    return failure(ErrorCode::Usage, "Model '" + info.name + "' of the family " + info.family +
                                         " has no " + what + ".");
}

Result<void> checkLevels(const ModelInfo& info, const std::vector<int>& levels, std::size_t count,
                         const std::string& what) {
    for (const int level : levels)
        if (level < 0 || level >= static_cast<int>(count))
            return failure(ErrorCode::Usage,
                           what + " " + std::to_string(level) + " does not exist in model '" +
                               info.name + "', expected 0 to " + std::to_string(count - 1) + ".");
    return {};
}

bool isChosen(const std::vector<int>& levels, std::size_t level) {
    return levels.empty() ||
           std::find(levels.begin(), levels.end(), static_cast<int>(level)) != levels.end();
}

Result<void> append(VectorBlocks& blocks, const ModelInfo& info, std::int64_t width,
                    const VectorBlock& block) {
    if (!blocks.blocks.empty() && width != blocks.width)
        return failure(ErrorCode::Usage,
                       "Levels " + std::to_string(blocks.blocks.back().level) + " and " +
                           std::to_string(block.level) + " of model '" + info.name +
                           "' have vectors of " + std::to_string(blocks.width) + " and " +
                           std::to_string(width) + " numbers; choose levels of one width.");
    blocks.width = width;
    blocks.blocks.push_back(block);
    return {};
}

/// The base map as one block, or by the levels that its codes belong to.
VectorBlocks baseMapOf(const TokenPyramid& pyramid) {
    VectorBlocks blocks;
    blocks.width = pyramid.latentChannels;
    const auto width = static_cast<std::size_t>(blocks.width);
    const std::span<const float> all(pyramid.latents);
    if (pyramid.codes().empty()) {
        blocks.blocks.push_back({-1, all, {}});
        return blocks;
    }
    std::size_t first = 0;
    for (std::size_t level = 0; level < pyramid.levels.size(); ++level) {
        const auto& codes = pyramid.levels[level].codes;
        blocks.blocks.push_back({static_cast<std::int32_t>(level),
                                 all.subspan(first * width, codes.size() * width), codes});
        first += codes.size();
    }
    return blocks;
}

} // namespace

std::int64_t VectorBlocks::count() const {
    std::size_t values = 0;
    for (const VectorBlock& block : blocks)
        values += block.values.size();
    return width == 0 ? 0 : static_cast<std::int64_t>(values) / width;
}

bool needsTokenVectors(PointSource source) {
    return source == PointSource::Levels || source == PointSource::Hierarchies;
}

Result<void> checkRequest(const ModelInfo& info, const LatentRequest& request) {
    if (request.perImage < 0 || request.images < 0 || request.points < 0)
        return failure(ErrorCode::Usage,
                       "Numbers of points and images are 0 or more, or all of them.");
    if (request.source == PointSource::Codebook && info.codebookSize == 0)
        return hasNone(info, "codebook");
    if (request.source == PointSource::Levels)
        return checkLevels(info, request.levels, info.levels.size(), "Level");
    return {};
}

Result<VectorBlocks> blocksOf(const TokenPyramid& pyramid, const ModelInfo& info,
                              const LatentRequest& request) {
    if (request.source == PointSource::BaseMap)
        return baseMapOf(pyramid);
    VectorBlocks blocks;
    if (request.source == PointSource::Hierarchies) {
        if (pyramid.hierarchies.empty())
            return hasNone(info, "image hierarchies");
        if (auto valid = checkLevels(info, request.levels, pyramid.hierarchies.size(), "Hierarchy");
            !valid)
            return failure(valid);
        for (std::size_t i = 0; i < pyramid.hierarchies.size(); ++i) {
            const ImageTokens& tokens = pyramid.hierarchies[i];
            if (!isChosen(request.levels, i))
                continue;
            const VectorBlock block{static_cast<std::int32_t>(i), tokens.vectors, {}};
            if (auto added = append(blocks, info, tokens.vectorWidth, block); !added)
                return failure(added);
        }
        return blocks;
    }
    for (std::size_t i = 0; i < pyramid.levels.size(); ++i) {
        const LevelTokens& tokens = pyramid.levels[i];
        if (!isChosen(request.levels, i))
            continue;
        const VectorBlock block{static_cast<std::int32_t>(i), tokens.vectors, tokens.codes};
        if (auto added = append(blocks, info, tokens.vectorWidth, block); !added)
            return failure(added);
    }
    return blocks;
}

std::vector<LevelInfo> levelsOf(const TokenPyramid& pyramid, const ModelInfo& info,
                                PointSource source) {
    if (source != PointSource::Hierarchies)
        return info.levels;
    std::vector<LevelInfo> levels;
    for (const ImageTokens& tokens : pyramid.hierarchies)
        levels.push_back({std::to_string(tokens.rows) + "x" + std::to_string(tokens.columns),
                          tokens.rows, tokens.columns, info.imageSize, info.imageSize});
    return levels;
}

} // namespace hierascope::runtime
