// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/latent_work.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace hierascope::widgets {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kThumbnailSide = 96;
constexpr std::chrono::milliseconds kGatherTime{150};
constexpr std::int64_t kImagesAtOnce = 4;
constexpr double kStepMilliseconds = 15.0; // between two looks at the clock
constexpr std::int64_t kMostAtOnce = 50;

std::int64_t millisecondsSince(Clock::time_point start) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start).count();
}

Result<void> begin(MapWork& work, const TaskContext& context) {
    const runtime::MapOptions options = optionsOf(work.mapping);
    if (work.map && work.isRestart && work.map->restart(options.seed, options.perplexity)) {
        work.planned = work.map->options().iterations;
        work.done = 0;
        return {};
    }
    auto map = work.services.startMap(work.points->values, work.points->width, options, context);
    if (!map)
        return failure(map);
    work.map = std::move(*map);
    work.planned = options.iterations;
    work.done = 0;
    return {};
}

} // namespace

runtime::LatentRequest requestOf(const LatentQuestion& question) {
    using runtime::PointSource;
    runtime::LatentRequest request;
    switch (question.source) {
    case LatentSource::RandomVectors:
    case LatentSource::BaseMap:
        request.source = PointSource::BaseMap;
        break;
    case LatentSource::Levels:
        request.source = PointSource::Levels;
        break;
    case LatentSource::Hierarchies:
        request.source = PointSource::Hierarchies;
        break;
    case LatentSource::Codebook:
        request.source = PointSource::Codebook;
        break;
    }
    request.perImage = question.source == LatentSource::RandomVectors ? 1 : 0;
    request.levels = question.levels;
    request.images = question.images;
    request.points = question.points;
    request.seed = question.seed;
    request.thumbnail = kThumbnailSide;
    return request;
}

runtime::MapOptions optionsOf(const LatentMapping& mapping) {
    runtime::MapOptions options;
    options.method = mapping.method == LatentMapping::Method::Pca
                         ? runtime::MapOptions::Method::Pca
                         : runtime::MapOptions::Method::Tsne;
    options.dimensions = mapping.dimensions;
    options.perplexity = mapping.perplexity;
    options.iterations = mapping.iterations;
    options.seed = mapping.seed;
    return options;
}

Result<GatherPiece> gatherPiece(GatherWork& work, const TaskContext& context) {
    if (!work.gathering) {
        auto begun = work.services.gatherLatents(work.tokenizer, work.data, work.request);
        if (!begun)
            return failure(begun);
        work.gathering = std::move(*begun);
    }
    const auto start = Clock::now();
    runtime::LatentGathering& gathering = *work.gathering;
    while (!gathering.isFinished() && Clock::now() - start < kGatherTime) {
        if (context.stopRequested())
            return cancelled();
        if (const Result<void> next = gathering.next(kImagesAtOnce, context); !next)
            return failure(next);
        context.report({gathering.done(), gathering.total(), {}});
    }
    GatherPiece piece{work.gathering, {}, {gathering.done(), gathering.total(), {}}};
    if (gathering.isFinished()) {
        auto points = gathering.points();
        if (!points)
            return failure(points);
        piece.points = std::make_shared<const runtime::LatentPoints>(std::move(*points));
    }
    return piece;
}

Result<MapPiece> mapPiece(MapWork& work, const TaskContext& context) {
    if (!work.map || work.isRestart) {
        if (const Result<void> begun = begin(work, context); !begun)
            return failure(begun);
    } else {
        if (work.planned < work.mapping.iterations) {
            work.map->extend(work.mapping.iterations - work.planned);
            work.planned = work.mapping.iterations;
        }
        const auto start = Clock::now();
        std::int64_t step = 1;
        while (work.done < work.mapping.iterations &&
               millisecondsSince(start) < work.milliseconds && !context.stopRequested()) {
            step = std::min(step, work.mapping.iterations - work.done);
            const auto before = Clock::now();
            const Result<void> advanced = work.map->advance(step, context);
            if (!advanced && advanced.error().code != ErrorCode::Cancelled)
                return failure(advanced);
            work.done += step;
            const double one =
                std::chrono::duration<double, std::milli>(Clock::now() - before).count() /
                double(step);
            step = std::clamp(std::int64_t(kStepMilliseconds / std::max(one, 0.01)),
                              std::int64_t{1}, kMostAtOnce);
        }
    }
    MapPiece piece;
    piece.map = work.map;
    piece.planned = work.planned;
    piece.frame = std::make_shared<const runtime::MapFrame>(work.map->frame());
    piece.seconds = work.map->seconds();
    piece.aligned = alignedFrame(work.services, work.alignTo, piece.frame);
    return piece;
}

LatentState::Frame alignedFrame(const Services& services, const LatentState::Frame& to,
                                const LatentState::Frame& frame) {
    if (!to || !frame || !services.alignMap || to->dimensions != frame->dimensions ||
        to->coordinates.size() != frame->coordinates.size())
        return nullptr;
    auto turned = services.alignMap(to->coordinates, frame->coordinates, frame->coordinates,
                                    frame->dimensions);
    if (!turned)
        return nullptr;
    auto aligned = std::make_shared<runtime::MapFrame>(*frame);
    aligned->coordinates = std::move(*turned);
    return aligned;
}

} // namespace hierascope::widgets
