// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/runtime/latent_points.h"
#include "core/runtime/tokenizer.h"

/// The channels of a latent that is no codebook's (KL families).
namespace hierascope::runtime {

/// One channel over all places of all images; means are the posterior's.
struct ChannelFigures {
    double mean = 0.0;
    double deviation = 0.0;              ///< of a sample, n - 1
    double posteriorSpread = 0.0;        ///< mean of the posterior's standard deviation
    double kl = 0.0;                     ///< nats of a place, mean
    double klShare = 0.0;                ///< of all channels' KL
    std::vector<std::int64_t> histogram; ///< `ChannelStudy::bins` of them
};

struct ChannelStudy {
    static constexpr int bins = 64;
    /// Histograms run over this many deviations to both sides of 0; what lies beyond is in the
    /// outermost bins. The unit is that of all channels together.
    static constexpr double reach = 4.0;

    std::int64_t images = 0;
    std::int64_t places = 0; ///< vectors that were counted
    double unit = 1.0;       ///< deviation of all channels together: the histograms' scale
    std::vector<ChannelFigures> channels;
    std::vector<float> correlation; ///< [C, C], Pearson's; 0 where a channel does not vary
    std::vector<SkippedImage> skipped;
    std::string dataName;
};

/// Studies channels image by image, so that the engine can do other things between two of them.
/// Not thread-safe; one engine lane makes all calls.
class ChannelStudyPass {
public:
    virtual ~ChannelStudyPass() = default;

    virtual std::int64_t done() const = 0;  ///< images that were tried
    virtual std::int64_t total() const = 0; ///< images that will be tried
    bool isFinished() const { return done() >= total(); }
    /// Encodes the next few images; one that cannot be read is skipped and named. After a stop it
    /// can go on.
    virtual Result<void> next(std::int64_t images, const TaskContext& context) = 0;
    /// What there is so far; BadData where there is no usable image at all.
    virtual Result<ChannelStudy> study() const = 0;
};

/// @param images at most, from the first on; 0: all
/// @return       Usage where the family has no posterior
Result<std::shared_ptr<ChannelStudyPass>>
startChannelStudy(std::shared_ptr<Tokenizer> model, const std::vector<std::filesystem::path>& data,
                  std::int64_t images);

/// Encodes images and describes their channels; a stop keeps what there is.
///
/// @param images at most, from the first on; 0: all
/// @return       Usage where the family has no posterior, BadData where no image can be used
Result<ChannelStudy> studyChannels(Tokenizer& model, const std::vector<std::filesystem::path>& data,
                                   std::int64_t images, const TaskContext& context);

/// The picture of a latent map whose channel is moved by so many of its deviations, for each step.
///
/// @param latents   [T, C], as in `TokenPyramid::latents`
/// @param token     where it is moved; -1: everywhere
/// @param steps     in deviations
/// @param deviation of the channel
Result<std::vector<ImageRgbF32>> traverseChannel(Tokenizer& model,
                                                 const std::vector<float>& latents, int channel,
                                                 std::int64_t token,
                                                 const std::vector<double>& steps, double deviation,
                                                 const TaskContext& context);

} // namespace hierascope::runtime
