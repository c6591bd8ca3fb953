// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/image.h"
#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/runtime/tokenizer.h"

/// Latent vectors of many images as a cloud of points, each of which knows its pixels.
namespace hierascope::runtime {

/// What a point is.
enum class PointSource {
    BaseMap,     ///< vectors of the latent map Z (KL families), or of all codes (quantised ones)
    Levels,      ///< vectors of the tokens of chosen levels
    Hierarchies, ///< image tokens inside ResTok's encoder
    Codebook,    ///< the codebook's own vectors; needs no images
};

/// Which points are wanted.
struct LatentRequest {
    PointSource source = PointSource::BaseMap;
    std::vector<int> levels;   ///< of `Levels` (or hierarchies); empty: all
    std::int64_t perImage = 1; ///< random vectors of one image; 0: all of them
    std::int64_t images = 0;   ///< how many images at most, drawn with the seed; 0: all
    /// How many points at most, drawn with the seed; 0: all. No more images are encoded than so
    /// many points can come from.
    std::int64_t points = 0;
    std::uint64_t seed = 42; ///< of the images and of the places inside them
    int thumbnail = 32;      ///< longest side of the kept pictures in pixels; 0: none are kept
    bool withPsnr = false;   ///< also decode each image, to fill in `LatentImage::psnr`
    bool operator==(const LatentRequest&) const = default;
};

/// Where a point comes from; -1 where it has no such thing.
struct LatentPoint {
    std::int32_t image = -1; ///< index into `LatentPoints::images`
    std::int32_t level = -1; ///< of the model's levels (or hierarchy); -1: the base map
    std::int32_t token = -1; ///< row-major inside its level or map
    std::int32_t code = -1;
    std::int32_t label = -1; ///< the image's class
};

/// An image that gave points.
struct LatentImage {
    std::string name;           ///< for people: the file's name, or its number in the set
    std::filesystem::path path; ///< of the file; empty inside a packed set
    std::int32_t label = -1;
    double psnr = -1.0; ///< dB of the finest reconstruction; -1: not computed
    ImageRgb8 thumbnail;
};

/// An image that could not be used, and why.
struct SkippedImage {
    std::string name;
    std::string reason;
};

/// Points with their origins, normalised per channel.
///
/// Mean and deviation (of a sample, n - 1) are over all vectors of every image that was used, drawn
/// or not, as LightningDiT takes them; those of the codebook over itself. A channel that does not
/// vary has deviation 1, so that its values are 0. KL families give the posterior's mean.
/// @source HieraTok Table 5; LightningDiT tools/latent_vis.py
struct LatentPoints {
    std::int64_t width = 0;          ///< numbers of one vector
    std::vector<float> values;       ///< [N, width], (v - mean) / sd of each channel
    std::vector<float> mean;         ///< [width], over all vectors seen
    std::vector<float> deviation;    ///< [width]
    std::vector<LatentPoint> points; ///< [N], by image, level and token
    std::vector<LatentImage> images; ///< that gave points, in the order of the data
    std::vector<std::string> classes;
    std::vector<LevelInfo> levels; ///< names and grids that `LatentPoint::level` counts in
    int mapRows = 0;               ///< grid of the base map
    int mapColumns = 0;
    std::vector<SkippedImage> skipped;
    std::string modelName;
    std::string modelHash;
    std::string dataName;   ///< one line: what was encoded
    bool isComplete = true; ///< false: stopped before the last image
    LatentRequest request;

    std::int64_t count() const { return static_cast<std::int64_t>(points.size()); }
};

/// Collects points image by image, so that the engine can do other things between two of them.
/// Not thread-safe; one engine lane makes all calls.
class LatentGathering {
public:
    virtual ~LatentGathering() = default;

    virtual bool isFinished() const = 0;
    virtual std::int64_t done() const = 0;  ///< images that were tried
    virtual std::int64_t total() const = 0; ///< images that will be tried
    /// Encodes the next few images. An image that cannot be read is skipped and named, and another
    /// one is drawn instead. Usage where the model has no image hierarchies, or the chosen levels
    /// differ in width. After a stop it can go on.
    virtual Result<void> next(std::int64_t images, const TaskContext& context) = 0;
    /// What there is so far; BadData where there is no usable image at all.
    virtual Result<LatentPoints> points() const = 0;
};

/// Begins to collect; Usage where the model has no codebook or no such level.
///
/// What is drawn depends on the seed and on numbers of images, levels and tokens alone: two models
/// with one request see the same images, and the same places where their grids are equal.
/// @param data folders of images, image files, or any data set that training reads; empty for
///             `Codebook`
Result<std::shared_ptr<LatentGathering>>
gatherLatents(std::shared_ptr<Tokenizer> model, const std::vector<std::filesystem::path>& data,
              const LatentRequest& request);

/// Runs a gathering to its end; stopping keeps what there is and says so in `isComplete`.
Result<LatentPoints> gatherAll(LatentGathering& gathering, const TaskContext& context);

} // namespace hierascope::runtime
