// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "core/runtime/image_list.h"
#include "core/runtime/latent_sampler.h"

namespace hierascope::runtime {

/// Encodes images once and draws points from them for several seeds at the same time.
///
/// Memory is that of the points that are kept, whatever the number of images.
class LatentPass final : public LatentGathering {
public:
    /// @param seeds draws with request.seed, request.seed + 1, ...
    static Result<std::shared_ptr<LatentPass>> start(std::shared_ptr<Tokenizer> model,
                                                     const std::vector<std::filesystem::path>& data,
                                                     const LatentRequest& request,
                                                     std::int64_t seeds);

    bool isFinished() const override { return m_queue.empty(); }
    std::int64_t done() const override { return m_done; }
    std::int64_t total() const override {
        return m_done + static_cast<std::int64_t>(m_queue.size());
    }
    Result<void> next(std::int64_t images, const TaskContext& context) override;
    Result<LatentPoints> points() const override { return points(0); }

    /// What one of the seeds has so far.
    Result<LatentPoints> points(std::size_t seed) const;

private:
    /// What one seed draws.
    struct Draw {
        LatentSampler sampler;
        std::vector<std::int32_t> order; ///< of all images
        std::size_t next = 0;            ///< of `order`: not yet queued
        std::int64_t queued = 0;
        std::int64_t used = 0; ///< images that gave vectors
    };
    LatentPass(std::shared_ptr<Tokenizer> model, const LatentRequest& request)
        : m_model(std::move(model)), m_request(request) {}

    Result<void> addCodebook();
    /// Queues what the draws still want; after broken images that is others instead.
    void fillQueue();
    std::int64_t imagesWanted() const;
    /// Encodes one image and gives its vectors to the draws that want it.
    Result<void> use(std::int32_t image, const TaskContext& context);
    Result<double> psnrOf(const ImageRgb8& input, const TokenPyramid& pyramid,
                          const TaskContext& context);

    std::shared_ptr<Tokenizer> m_model;
    LatentRequest m_request;
    std::optional<ImageList> m_images; ///< none: the codebook
    std::vector<Draw> m_draws;
    std::deque<std::int32_t> m_queue;
    std::unordered_map<std::int32_t, std::vector<std::size_t>> m_wanted; ///< draws by image
    std::int64_t m_done = 0;
    std::unordered_map<std::int32_t, LatentImage> m_used;
    std::vector<SkippedImage> m_skipped;
    std::vector<LevelInfo> m_levels;
    std::optional<Error> m_firstError;
};

} // namespace hierascope::runtime
