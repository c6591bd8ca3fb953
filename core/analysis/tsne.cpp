// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tsne.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>
#include <numeric>
#include <string>
#include <utility>

#include "core/analysis/pca.h"
#include "core/analysis/tsne_kernels.h"
#include "core/base/random_draw.h"

namespace hierascope::analysis {

namespace {

constexpr double kStartDeviation = 1e-4;
constexpr double kJitter = 1e-6;
constexpr double kLeastLearningRate = 200.0;
constexpr double kPointsPerRate = 12.0;
constexpr float kFirstMomentum = 0.5F;
constexpr float kMomentum = 0.8F;
constexpr std::int64_t kMeasureEvery = 50;
constexpr std::int64_t kRowGrain = 128;
constexpr std::int64_t kFloatGrain = 8192;
constexpr std::int64_t kFloatPadding = 16;

class Stopwatch {
public:
    explicit Stopwatch(double& total) : m_total(total) {}
    ~Stopwatch() {
        m_total +=
            std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;

private:
    double& m_total;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

std::int64_t neighborsFor(double perplexity, std::int64_t count) {
    return std::min(count - 1, static_cast<std::int64_t>(std::ceil(3.0 * perplexity)));
}

/// A number in (0, 1] that depends on the seed and the index alone.
double uniformAt(std::uint64_t seed, std::uint64_t index) {
    const std::uint64_t bits = mixBits(seed * 0xD1B54A32D192ED03U + index * 0x9E3779B97F4A7C15U);
    return (static_cast<double>(bits >> 11) + 1.0) * 0x1.0p-53;
}

double normalAt(std::uint64_t seed, std::uint64_t index) {
    return std::sqrt(-2.0 * std::log(uniformAt(seed, 2 * index))) *
           std::cos(2.0 * std::numbers::pi * uniformAt(seed, 2 * index + 1));
}

} // namespace

std::string misfitOf(const PointTable& points, const TsneOptions& options) {
    const std::string count = std::to_string(points.count);
    if (points.width < 1)
        return "A map needs points of at least one dimension, there are none.";
    if (options.dimensions != 2 && options.dimensions != 3)
        return "A map has 2 or 3 dimensions, not " + std::to_string(options.dimensions) + ".";
    const auto number = [](double value) {
        std::string text = std::to_string(value);
        text.erase(text.find_last_not_of('0') + 1);
        return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
    };
    if (!(options.perplexity > 1.0) || !std::isfinite(options.perplexity))
        return "The perplexity must be above 1, not " + number(options.perplexity) + ".";
    if (points.count < 4)
        return "A map needs at least 4 points, there are " + count + ".";
    if (3.0 * options.perplexity > static_cast<double>(points.count - 1))
        return "Perplexity " + number(options.perplexity) + " needs at least " +
               std::to_string(static_cast<std::int64_t>(std::ceil(3.0 * options.perplexity)) + 1) +
               " points, there are " + count + "; the largest for these is " +
               number(std::floor(static_cast<double>(points.count - 1) / 3.0 * 10.0) / 10.0) + ".";
    if (options.iterations < 0)
        return "The number of iterations must not be negative, but is " +
               std::to_string(options.iterations) + ".";
    const auto bad = std::find_if(points.values.begin(), points.values.end(),
                                  [](float value) { return !std::isfinite(value); });
    if (bad != points.values.end())
        return "Value " + std::to_string((bad - points.values.begin()) % points.width) +
               " of point " + std::to_string((bad - points.values.begin()) / points.width) +
               " is not finite.";
    const auto wanted = static_cast<std::size_t>(points.count * options.dimensions);
    if (!options.start.empty() && options.start.size() != wanted)
        return "The start has " + std::to_string(options.start.size()) + " numbers, " +
               std::to_string(wanted) + " are needed.";
    return {};
}

double memoryOf(const PointTable& points, const TsneOptions& options) {
    const auto count = static_cast<double>(points.count);
    const auto k = static_cast<double>(neighborsFor(options.perplexity, points.count));
    // Neighbours, the same by places, shares, shares transposed; 8 bytes each. The table made of
    // them has at most twice as many entries.
    const double entries = 6.0 * 8.0 * k;
    // Points thrice (the caller's are not counted), positions, forces, places on the grid.
    const double values = 3.0 * 4.0 * static_cast<double>(points.width) + 200.0;
    const double graph =
        points.count > kMostExactPoints ? 4.0 * static_cast<double>(points.width) + 300.0 : 0.0;
    return count * (entries + values + graph);
}

Tsne::Tsne(const PointTable& points, TsneOptions options)
    : m_options(std::move(options)), m_workers(m_options.threads), m_count(points.count),
      m_width(points.width), m_points(points.values.begin(), points.values.end()) {}

PointTable Tsne::points() const {
    return {m_points, m_count, m_width};
}

Result<std::unique_ptr<Tsne>> Tsne::start(const PointTable& points, TsneOptions options,
                                          const TaskContext& context) {
    if (const std::string misfit = misfitOf(points, options); !misfit.empty())
        return failure(ErrorCode::BadData, misfit);
    std::unique_ptr<Tsne> tsne(new Tsne(points, std::move(options)));
    if (const Result<void> found = tsne->findNeighbors(context); !found)
        return failure(found);
    tsne->makeAffinities();
    tsne->placeAtStart();
    return tsne;
}

Result<void> Tsne::findNeighbors(const TaskContext& context) {
    const Stopwatch stopwatch(m_seconds.neighbors);
    Result<Neighbors> found = analysis::findNeighbors(
        points(), neighborsFor(m_options.perplexity, m_count), m_workers, context);
    if (!found)
        return failure(found);
    m_neighbors = *std::move(found);
    m_order = m_neighbors.order;
    return {};
}

void Tsne::makeAffinities() {
    const Stopwatch stopwatch(m_seconds.affinities);
    std::vector<std::int32_t> placeOf(m_order.size());
    for (std::size_t place = 0; place < m_order.size(); ++place)
        placeOf[static_cast<std::size_t>(m_order[place])] = static_cast<std::int32_t>(place);
    const std::int64_t k = neighborsFor(m_options.perplexity, m_count);
    Neighbors ofPlaces;
    ofPlaces.count = k;
    ofPlaces.indices.resize(static_cast<std::size_t>(m_count * k));
    ofPlaces.squaredDistances.resize(ofPlaces.indices.size());
    m_workers.ranges(m_count, kRowGrain, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t place = first; place < last; ++place)
            for (std::int64_t i = 0; i < k; ++i) {
                const auto from = static_cast<std::size_t>(
                    m_order[static_cast<std::size_t>(place)] * m_neighbors.count + i);
                const auto to = static_cast<std::size_t>(place * k + i);
                ofPlaces.indices[to] = placeOf[static_cast<std::size_t>(m_neighbors.indices[from])];
                ofPlaces.squaredDistances[to] = m_neighbors.squaredDistances[from];
            }
    });
    m_affinities = analysis::makeAffinities(ofPlaces, m_options.perplexity, m_workers);
}

void Tsne::placeAtStart() {
    const int dimensions = m_options.dimensions;
    const std::int64_t stride = strideOf(dimensions);
    const auto size = static_cast<std::size_t>((m_count * stride + kFloatPadding - 1) /
                                               kFloatPadding * kFloatPadding);
    m_positions.assign(size, 0.0F);
    m_attraction.assign(size, 0.0F);
    m_push.assign(size, 0.0F);
    m_velocities.assign(size, 0.0F);
    m_gains.assign(size, 1.0F);
    m_iteration = 0;
    m_isConverged = false;
    m_divergence.reset();
    const auto makeForces = m_options.forces == TsneOptions::Forces::Exact  ? makeExactRepulsion
                            : m_options.forces == TsneOptions::Forces::Grid ? makeGridRepulsion
                                                                            : makeRepulsion;
    m_repulsion = makeForces(m_count, dimensions, m_workers);

    std::vector<float> start = m_options.start;
    std::int64_t width = dimensions;
    double scale = 1.0;
    if (start.empty()) {
        const Result<Pca> pca = principalComponents(m_points, m_count, m_width, dimensions);
        width = pca ? pca->count() : 0;
        if (width > 0) {
            start = project(*pca, m_points);
            scale = kStartDeviation / std::sqrt(pca->variances.front());
        }
    }
    const double jitter = m_options.start.empty() ? kJitter : 0.0;
    for (std::int64_t place = 0; place < m_count; ++place) {
        const std::int64_t point = m_order[static_cast<std::size_t>(place)];
        for (int a = 0; a < dimensions; ++a) {
            const double value =
                a < width
                    ? scale *
                          static_cast<double>(start[static_cast<std::size_t>(point * width + a)])
                    : 0.0;
            const auto index = static_cast<std::uint64_t>(point * dimensions + a);
            m_positions[static_cast<std::size_t>(place * stride + a)] =
                static_cast<float>(value + jitter * normalAt(m_options.seed, index));
        }
    }
}

Result<void> Tsne::advance(std::int64_t iterations, const TaskContext& context) {
    const Stopwatch stopwatch(m_seconds.optimise);
    const std::int64_t end = std::min(m_options.iterations, m_iteration + iterations);
    while (m_iteration < end && !m_isConverged) {
        if (context.stopRequested())
            return cancelled();
        step();
        context.report({m_iteration, m_options.iterations, "t-SNE"});
    }
    return {};
}

void Tsne::step() {
    const bool isExaggeratedNow = isExaggerated();
    ++m_iteration;
    const bool isMeasured = !isExaggeratedNow && (m_iteration % kMeasureEvery == 0 ||
                                                  m_iteration == m_options.iterations);
    const double z = m_repulsion->compute(m_positions, m_push);
    std::vector<double> logs(static_cast<std::size_t>((m_count + kRowGrain - 1) / kRowGrain));
    AttractionWork attraction;
    attraction.starts = m_affinities.starts.data();
    attraction.columns = m_affinities.columns.data();
    attraction.values = m_affinities.values.data();
    attraction.positions = m_positions.data();
    attraction.forces = m_attraction.data();
    attraction.dimensions = m_options.dimensions;
    m_workers.ranges(m_count, kRowGrain, [&](std::int64_t first, std::int64_t last) {
        AttractionWork part = attraction;
        part.first = first;
        part.last = last;
        logs[static_cast<std::size_t>(first / kRowGrain)] = attract(part, isMeasured);
    });
    if (isMeasured)
        measureDivergence(std::accumulate(logs.begin(), logs.end(), 0.0), z);

    UpdateWork update;
    update.positions = m_positions.data();
    update.attraction = m_attraction.data();
    update.repulsion = m_push.data();
    update.velocities = m_velocities.data();
    update.gains = m_gains.data();
    update.exaggeration = isExaggeratedNow ? static_cast<float>(m_options.exaggeration) : 1.0F;
    update.repulsionScale = z > 0.0 ? static_cast<float>(1.0 / z) : 0.0F;
    update.learningRate = static_cast<float>(
        std::max(kLeastLearningRate, static_cast<double>(m_count) / kPointsPerRate));
    update.momentum = isExaggeratedNow ? kFirstMomentum : kMomentum;
    m_workers.ranges(static_cast<std::int64_t>(m_positions.size()), kFloatGrain,
                     [&](std::int64_t first, std::int64_t last) {
                         UpdateWork part = update;
                         part.first = first;
                         part.last = last;
                         updatePositions(part);
                     });
}

/// KL = sum p ln p - sum p ln(q / Z), of the map before this step.
void Tsne::measureDivergence(double logs, double z) {
    const std::optional<double> before = m_divergence;
    m_divergence = m_affinities.logSum + logs + std::log(std::max(z, 1e-300));
    m_isConverged = before && m_options.stopChange > 0.0 &&
                    std::abs(*before - *m_divergence) < m_options.stopChange * *before;
}

void Tsne::extend(std::int64_t iterations) {
    m_options.iterations = std::max(m_options.iterations, m_iteration) + iterations;
    m_isConverged = false;
}

Result<void> Tsne::restart(std::uint64_t seed, double perplexity, const TaskContext& context) {
    TsneOptions options = m_options;
    options.seed = seed;
    options.perplexity = perplexity;
    if (const std::string misfit = misfitOf(points(), options); !misfit.empty())
        return failure(ErrorCode::BadData, misfit);
    const bool isOther = perplexity != m_options.perplexity;
    m_options = std::move(options);
    if (neighborsFor(perplexity, m_count) > m_neighbors.count)
        if (const Result<void> found = findNeighbors(context); !found)
            return found;
    if (isOther)
        makeAffinities();
    placeAtStart();
    return {};
}

std::vector<float> Tsne::embedding() const {
    const int dimensions = m_options.dimensions;
    const std::int64_t stride = strideOf(dimensions);
    std::vector<float> embedding(static_cast<std::size_t>(m_count * dimensions));
    for (int a = 0; a < dimensions; ++a) {
        double mean = 0.0;
        for (std::int64_t place = 0; place < m_count; ++place)
            mean += static_cast<double>(m_positions[static_cast<std::size_t>(place * stride + a)]);
        mean /= static_cast<double>(m_count);
        for (std::int64_t place = 0; place < m_count; ++place)
            embedding[static_cast<std::size_t>(
                m_order[static_cast<std::size_t>(place)] * dimensions + a)] =
                static_cast<float>(
                    static_cast<double>(m_positions[static_cast<std::size_t>(place * stride + a)]) -
                    mean);
    }
    return embedding;
}

} // namespace hierascope::analysis
