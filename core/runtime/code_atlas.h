// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/runtime/codebook.h"
#include "core/runtime/latent_points.h"
#include "core/runtime/tokenizer.h"

/// Every code of a vocabulary: where it occurs, with which others, and what it paints.
namespace hierascope::runtime {

/// Where a code occurred.
struct CodePlace {
    std::int32_t image = 0; ///< index into `CodeAtlas::images`
    std::int32_t level = 0;
    std::int32_t token = 0; ///< row-major in its level
    bool operator==(const CodePlace&) const = default;
};

/// How the images of a data set use a codebook, code by code.
struct CodeAtlas {
    CodebookStatistics statistics;
    /// [V]: places of each code, the first few of every level, coarse to fine.
    std::vector<std::vector<CodePlace>> places;
    std::vector<LatentImage> images; ///< that were encoded, in the order of the data
    /// [images]: each image's codes, each once, in increasing order.
    std::vector<std::vector<std::int32_t>> codesOfImage;
    std::vector<SkippedImage> skipped;
    std::string dataName;
    bool isComplete = true; ///< false: stopped before the last image
};

struct CodeAtlasRequest {
    std::int64_t images = 0; ///< at most, from the first on; 0: all
    int placesPerLevel = 6;  ///< of one code
    int thumbnail = 64;      ///< longest side of the kept pictures in pixels; 0: none
};

/// Collects an atlas image by image, so that the engine can do other things between two of them.
/// Not thread-safe; one engine lane makes all calls.
class CodeAtlasPass {
public:
    virtual ~CodeAtlasPass() = default;

    virtual std::int64_t done() const = 0;  ///< images that were tried
    virtual std::int64_t total() const = 0; ///< images that will be tried
    bool isFinished() const { return done() >= total(); }
    /// Encodes the next few images; one that cannot be read is skipped and named.
    virtual Result<void> next(std::int64_t images, const TaskContext& context) = 0;
    /// What there is so far; BadData where there is no usable image at all.
    virtual Result<CodeAtlas> atlas() const = 0;
};

/// Usage where the model has no codebook.
Result<std::shared_ptr<CodeAtlasPass>>
startCodeAtlas(std::shared_ptr<Tokenizer> model, const std::vector<std::filesystem::path>& data,
               const CodeAtlasRequest& request);

/// A code that stands in the same images as another.
struct CodeCompany {
    std::int32_t code = 0;
    std::int64_t images = 0; ///< that hold both
    /// How much more often than if they knew nothing of each other: P(both) / (P(one) P(other)).
    double lift = 0.0;
};

/// Those that stand most surely beside a code: by lift, of those that do so in two images or more.
std::vector<CodeCompany> companyOf(const CodeAtlas& atlas, std::int64_t code, std::size_t most);

/// A code and how far its vector lies from another's.
struct NearCode {
    std::int32_t code = 0;
    double distance = 0.0; ///< Euclidean
};

/// @param vectors [V, width], as `Tokenizer::codebookVectors` gives them
/// @return        the nearest first, without the code itself
std::vector<NearCode> nearestCodes(std::span<const float> vectors, std::int64_t width,
                                   std::int64_t code, std::size_t most);

/// What one token contributes to a picture.
struct TokenPaint {
    ImageRgbF32 alone;   ///< all others masked
    ImageRgbF32 inPlace; ///< the picture with it minus the one with the mask token in its place
};

/// @param sequence of a family with a mask token; Usage for others
Result<TokenPaint> paintOf(Tokenizer& model, const TokenSequence& sequence, int level,
                           std::int64_t token, const TaskContext& context);

} // namespace hierascope::runtime
