// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/latent_pass.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/metrics/psnr.h"
#include "core/runtime/guard.h"
#include "core/runtime/pictures.h"
#include "core/tensor/image_tensor.h"

namespace hierascope::runtime {

Result<std::shared_ptr<LatentPass>>
LatentPass::start(std::shared_ptr<Tokenizer> model, const std::vector<std::filesystem::path>& data,
                  const LatentRequest& request, std::int64_t seeds) {
    if (auto valid = checkRequest(model->info(), request); !valid)
        return failure(valid);
    std::shared_ptr<LatentPass> pass(new LatentPass(std::move(model), request));
    for (std::int64_t i = 0; i < seeds; ++i) {
        const bool isCodebook = request.source == PointSource::Codebook;
        const LatentSampler sampler(request.seed + static_cast<std::uint64_t>(i),
                                    isCodebook ? 0 : request.perImage, request.points);
        pass->m_draws.push_back({sampler, {}});
    }
    if (request.source == PointSource::Codebook) {
        if (auto added = pass->addCodebook(); !added)
            return failure(added);
        return pass;
    }
    auto images = ImageList::open(data);
    if (!images)
        return failure(images);
    if (images->size() > std::numeric_limits<std::int32_t>::max())
        return failure(ErrorCode::Usage, "There are " + std::to_string(images->size()) +
                                             " images, more than a map of points can number.");
    pass->m_images = *std::move(images);
    for (std::size_t i = 0; i < pass->m_draws.size(); ++i)
        pass->m_draws[i].order = drawnOrder(request.seed + i, pass->m_images->size());
    pass->fillQueue();
    return pass;
}

Result<void> LatentPass::addCodebook() {
    const auto vectors = m_model->codebookVectors(TaskContext());
    if (!vectors)
        return failure(vectors);
    std::vector<std::int64_t> codes(static_cast<std::size_t>(m_model->info().codebookSize));
    for (std::size_t i = 0; i < codes.size(); ++i)
        codes[i] = static_cast<std::int64_t>(i);
    VectorBlocks blocks;
    blocks.width = static_cast<std::int64_t>(vectors->size() / codes.size());
    blocks.blocks.push_back({-1, *vectors, codes});
    for (Draw& draw : m_draws)
        draw.sampler.add(-1, blocks);
    return {};
}

/// Images that no point could come from are not encoded.
std::int64_t LatentPass::imagesWanted() const {
    std::int64_t wanted = m_images->size();
    if (m_request.images > 0)
        wanted = std::min(wanted, m_request.images);
    if (m_request.points > 0 && m_request.perImage > 0) {
        std::int64_t tokens = 0;
        const ModelInfo& info = m_model->info();
        for (const LevelInfo& level : info.levels)
            tokens += level.tokens();
        if (m_request.source == PointSource::BaseMap)
            tokens = std::int64_t{info.latentRows} * info.latentColumns;
        if (m_request.source == PointSource::Levels && !m_request.levels.empty()) {
            tokens = 0;
            for (const int level : m_request.levels)
                tokens += info.levels[static_cast<std::size_t>(level)].tokens();
        }
        if (m_request.source == PointSource::Hierarchies)
            tokens = 1; // known with the first image only
        const std::int64_t each = std::max<std::int64_t>(1, std::min(m_request.perImage, tokens));
        wanted = std::min(wanted, (m_request.points + each - 1) / each);
    }
    return wanted;
}

void LatentPass::fillQueue() {
    m_wanted.clear();
    const std::int64_t wanted = imagesWanted();
    for (std::size_t i = 0; i < m_draws.size(); ++i) {
        Draw& draw = m_draws[i];
        for (std::int64_t missing = wanted - draw.used;
             missing > 0 && draw.next < draw.order.size(); --missing) {
            const std::int32_t image = draw.order[draw.next++];
            auto& draws = m_wanted[image];
            if (draws.empty())
                m_queue.push_back(image);
            draws.push_back(i);
        }
    }
}

Result<double> LatentPass::psnrOf(const ImageRgb8& input, const TokenPyramid& pyramid,
                                  const TaskContext& context) {
    const auto decoded = m_model->decode(pyramid.latents, {}, context);
    if (!decoded)
        return failure(decoded);
    const ImageRgb8 picture = toRgb8(*decoded);
    if (picture.width != input.width || picture.height != input.height)
        return -1.0;
    return metrics::psnr(tensor::tensorFromImage(picture), tensor::tensorFromImage(input))
        .item<double>();
}

Result<void> LatentPass::use(std::int32_t image, const TaskContext& context) {
    const auto picture = m_images->image(image);
    if (!picture) {
        if (!m_firstError)
            m_firstError = picture.error();
        m_skipped.push_back({m_images->name(image), picture.error().message});
        return {};
    }
    const ImageRgb8 input = m_model->preprocess(*picture);
    EncodeOptions options;
    options.tokenVectors = needsTokenVectors(m_request.source);
    const auto pyramid = m_model->encode(input, options, context);
    if (!pyramid)
        return failure(pyramid);
    const auto blocks = blocksOf(*pyramid, m_model->info(), m_request);
    if (!blocks)
        return failure(blocks);
    LatentImage used{m_images->name(image), m_images->file(image), m_images->label(image), -1.0,
                     thumbnailOf(input, m_request.thumbnail)};
    if (m_request.withPsnr) {
        const auto psnr = psnrOf(input, *pyramid, context);
        if (!psnr)
            return failure(psnr);
        used.psnr = *psnr;
    }
    if (m_levels.empty())
        m_levels = levelsOf(*pyramid, m_model->info(), m_request.source);
    for (const std::size_t i : m_wanted[image]) {
        m_draws[i].sampler.add(image, *blocks);
        ++m_draws[i].used;
    }
    m_used[image] = std::move(used);
    return {};
}

Result<void> LatentPass::next(std::int64_t images, const TaskContext& context) {
    return guarded([&]() -> Result<void> {
        const TaskContext silent = context.silent();
        for (; images > 0 && !m_queue.empty(); --images) {
            if (context.stopRequested())
                return cancelled();
            if (auto used = use(m_queue.front(), silent); !used)
                return used;
            m_queue.pop_front();
            ++m_done;
            if (m_queue.empty())
                fillQueue();
            context.report({m_done, total(), "Encoding images"});
        }
        return {};
    });
}

Result<LatentPoints> LatentPass::points(std::size_t seed) const {
    const Draw& draw = m_draws.at(seed);
    if (draw.sampler.isEmpty()) {
        if (m_firstError)
            return failure(ErrorCode::BadData,
                           "No image could be used; the first one: " + m_firstError->message);
        return failure(ErrorCode::BadData, "No image has been encoded yet.");
    }
    LatentPoints points;
    draw.sampler.finish(points);
    const ModelInfo& info = m_model->info();
    std::unordered_map<std::int32_t, std::int32_t> places;
    for (LatentPoint& point : points.points) {
        if (!m_images) {
            point.token = -1;
            continue;
        }
        const auto [place, isNew] =
            places.try_emplace(point.image, static_cast<std::int32_t>(points.images.size()));
        if (isNew)
            points.images.push_back(m_used.at(point.image));
        point.image = place->second;
        point.label = points.images.back().label;
    }
    points.levels = m_images ? m_levels : info.levels;
    points.mapRows = info.latentRows;
    points.mapColumns = info.latentColumns;
    points.skipped = m_skipped;
    points.modelName = info.name;
    points.modelHash = info.sha256;
    points.dataName = m_images ? m_images->description() : "the codebook of " + info.name;
    if (m_images)
        points.classes = m_images->classes();
    points.isComplete = isFinished();
    points.request = m_request;
    points.request.seed += seed;
    return points;
}

} // namespace hierascope::runtime
