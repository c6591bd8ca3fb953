// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/latent_map.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "core/analysis/alignment.h"
#include "core/analysis/density.h"
#include "core/analysis/density_contours.h"
#include "core/analysis/pca.h"
#include "core/analysis/trust.h"
#include "core/analysis/tsne.h"
#include "core/runtime/devices.h"

namespace hierascope::runtime {

namespace {

using analysis::PointTable;
using analysis::Workers;

/// Neighbours that a map without t-SNE keeps for trust and for people.
constexpr std::int64_t kPcaNeighbours = 90;

Result<PointTable> tableOf(std::span<const float> values, std::int64_t width) {
    if (width < 1 || static_cast<std::int64_t>(values.size()) % width != 0)
        return failure(ErrorCode::BadData, std::to_string(values.size()) +
                                               " numbers are not points of width " +
                                               std::to_string(width) + ".");
    return PointTable{values, static_cast<std::int64_t>(values.size()) / width, width};
}

std::string gigabytes(double bytes) {
    const auto tenths = static_cast<std::int64_t>(std::ceil(bytes / 1e8));
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " GB";
}

/// Says why a map does not fit into the memory that is free; empty if it does.
std::string memoryMisfit(const PointTable& points, const analysis::TsneOptions& options) {
    const double needed = analysis::memoryOf(points, options);
    const double free =
        static_cast<double>(sysconf(_SC_AVPHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGESIZE));
    if (needed <= free)
        return {};
    return "A map of " + std::to_string(points.count) + " points with perplexity " +
           std::to_string(static_cast<int>(options.perplexity)) + " needs " + gigabytes(needed) +
           " of memory, " + gigabytes(free) + " are free.";
}

analysis::TsneOptions tsneOptions(const MapOptions& options) {
    analysis::TsneOptions tsne;
    tsne.dimensions = options.dimensions;
    tsne.perplexity = options.perplexity;
    tsne.iterations = options.iterations;
    tsne.seed = options.seed;
    tsne.threads = options.threads;
    tsne.stopChange = options.stopChange;
    tsne.start = options.start;
    return tsne;
}

std::vector<std::int32_t> neighboursOf(const analysis::Neighbors& all, std::int64_t point) {
    const auto first = all.indices.begin() + point * all.count;
    return {first, first + all.count};
}

class TsneMap : public LatentMap {
public:
    TsneMap(MapOptions options, std::unique_ptr<analysis::Tsne> tsne)
        : m_options(std::move(options)), m_tsne(std::move(tsne)) {}

    const MapOptions& options() const override { return m_options; }

    Result<void> advance(std::int64_t iterations, const TaskContext& context) override {
        return m_tsne->advance(iterations, context);
    }

    MapFrame frame() const override {
        MapFrame frame;
        frame.iteration = m_tsne->iteration();
        frame.iterations = m_tsne->options().iterations;
        frame.dimensions = m_options.dimensions;
        frame.coordinates = m_tsne->embedding();
        frame.kl = m_tsne->divergence().value_or(-1.0);
        frame.isExaggerated = m_tsne->isExaggerated();
        frame.isFinished = m_tsne->isFinished();
        return frame;
    }

    MapSeconds seconds() const override {
        const analysis::TsneSeconds& seconds = m_tsne->seconds();
        return {seconds.neighbors, seconds.affinities, seconds.optimise};
    }

    void extend(std::int64_t iterations) override {
        m_tsne->extend(iterations);
        m_options.iterations = m_tsne->options().iterations;
    }

    Result<void> restart(std::uint64_t seed, double perplexity) override {
        const Result<void> restarted = m_tsne->restart(seed, perplexity, TaskContext());
        if (restarted) {
            m_options.seed = seed;
            m_options.perplexity = perplexity;
        }
        return restarted;
    }

    Result<std::vector<float>> trust(int count, const TaskContext& context) const override {
        const std::vector<float> embedding = m_tsne->embedding();
        return analysis::neighborhoodTrust(m_tsne->neighbors(),
                                           {embedding, m_tsne->count(), m_options.dimensions},
                                           count, Workers(m_options.threads), context);
    }

    std::vector<std::int32_t> neighbours(std::int64_t point) const override {
        return neighboursOf(m_tsne->neighbors(), point);
    }

private:
    MapOptions m_options;
    std::unique_ptr<analysis::Tsne> m_tsne;
};

/// Principal components: there at once.
class PcaMap : public LatentMap {
public:
    PcaMap(MapOptions options, analysis::Neighbors neighbours, std::vector<float> coordinates)
        : m_options(std::move(options)), m_neighbours(std::move(neighbours)),
          m_coordinates(std::move(coordinates)) {}

    const MapOptions& options() const override { return m_options; }
    Result<void> advance(std::int64_t, const TaskContext&) override { return {}; }

    MapFrame frame() const override {
        MapFrame frame;
        frame.dimensions = m_options.dimensions;
        frame.coordinates = m_coordinates;
        frame.isFinished = true;
        return frame;
    }

    MapSeconds seconds() const override { return {}; }
    void extend(std::int64_t) override {}
    Result<void> restart(std::uint64_t, double) override { return {}; }

    Result<std::vector<float>> trust(int count, const TaskContext& context) const override {
        const auto points = static_cast<std::int64_t>(m_coordinates.size()) / m_options.dimensions;
        return analysis::neighborhoodTrust(m_neighbours,
                                           {m_coordinates, points, m_options.dimensions}, count,
                                           Workers(m_options.threads), context);
    }

    std::vector<std::int32_t> neighbours(std::int64_t point) const override {
        return neighboursOf(m_neighbours, point);
    }

private:
    MapOptions m_options;
    analysis::Neighbors m_neighbours;
    std::vector<float> m_coordinates;
};

Result<std::shared_ptr<LatentMap>> startPca(const PointTable& points, const MapOptions& options,
                                            const TaskContext& context) {
    const Result<analysis::Pca> pca = analysis::principalComponents(
        points.values, points.count, points.width, options.dimensions);
    if (!pca)
        return failure(pca);
    if (points.count < 2)
        return failure(ErrorCode::BadData, "A map needs at least 2 points, there are " +
                                               std::to_string(points.count) + ".");
    const std::vector<float> projected = analysis::project(*pca, points.values);
    // Directions without variance stand as zeros.
    std::vector<float> coordinates(static_cast<std::size_t>(points.count * options.dimensions));
    for (std::int64_t point = 0; point < points.count; ++point)
        std::copy_n(projected.data() + point * pca->count(), pca->count(),
                    coordinates.data() + point * options.dimensions);
    Result<analysis::Neighbors> neighbours = analysis::findNeighbors(
        points, std::min(kPcaNeighbours, points.count - 1), Workers(options.threads), context);
    if (!neighbours)
        return failure(neighbours);
    return std::make_shared<PcaMap>(options, *std::move(neighbours), std::move(coordinates));
}

} // namespace

Result<std::shared_ptr<LatentMap>> startMap(std::span<const float> values, std::int64_t width,
                                            const MapOptions& options, const TaskContext& context) {
    const Result<PointTable> points = tableOf(values, width);
    if (!points)
        return failure(points);
    if (options.method == MapOptions::Method::Pca)
        return startPca(*points, options, context);
    analysis::TsneOptions tsne = tsneOptions(options);
    if (const std::string misfit = analysis::misfitOf(*points, tsne); !misfit.empty())
        return failure(ErrorCode::BadData, misfit);
    if (const std::string misfit = memoryMisfit(*points, tsne); !misfit.empty())
        return failure(ErrorCode::Failed, misfit);
    Result<std::unique_ptr<analysis::Tsne>> map =
        analysis::Tsne::start(*points, std::move(tsne), context);
    if (!map)
        return failure(map);
    return std::make_shared<TsneMap>(options, *std::move(map));
}

Result<Uniformity> measureUniformity(std::span<const float> coordinates, int dimensions,
                                     const TaskContext& context) {
    const Result<PointTable> points = tableOf(coordinates, dimensions);
    if (!points)
        return failure(points);
    const Result<std::vector<double>> density =
        analysis::densityAtPoints(*points, Workers(), context);
    if (!density)
        return failure(density);
    const analysis::UniformityFigures figures = analysis::uniformityOf(*density);
    Uniformity uniformity;
    uniformity.density.assign(density->begin(), density->end());
    uniformity.cv = figures.cv;
    uniformity.gini = figures.gini;
    uniformity.entropy = figures.entropy;
    return uniformity;
}

Result<DensityGrid> densityGrid(std::span<const float> coordinates, int side,
                                std::span<const float> levels, const TaskContext& context) {
    const Result<PointTable> points = tableOf(coordinates, 2);
    if (!points)
        return failure(points);
    Result<analysis::DensityPicture> picture =
        analysis::pictureDensity(*points, side, levels, Workers());
    if (!picture)
        return failure(picture);
    if (context.stopRequested())
        return cancelled();
    DensityGrid grid;
    grid.rows = static_cast<int>(picture->rows);
    grid.columns = static_cast<int>(picture->columns);
    grid.left = picture->left;
    grid.top = picture->top;
    grid.right = picture->left + picture->step * static_cast<double>(picture->columns - 1);
    grid.bottom = picture->top + picture->step * static_cast<double>(picture->rows - 1);
    grid.values = std::move(picture->values);
    for (analysis::DensityContour& contour : picture->contours)
        grid.contours.push_back({contour.level, std::move(contour.points)});
    return grid;
}

Result<std::vector<float>> alignMap(std::span<const float> a, std::span<const float> b,
                                    std::span<const float> moved, int dimensions) {
    const Result<PointTable> pointsA = tableOf(a, dimensions);
    const Result<PointTable> pointsB = tableOf(b, dimensions);
    const Result<PointTable> others = tableOf(moved, dimensions);
    if (!pointsA)
        return failure(pointsA);
    if (!pointsB)
        return failure(pointsB);
    if (!others)
        return failure(others);
    const Result<analysis::Similarity> similarity = analysis::alignPoints(*pointsA, *pointsB);
    if (!similarity)
        return failure(similarity);
    return similarity->apply(*others);
}

} // namespace hierascope::runtime
