// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/analysis/affinities.h"
#include "core/analysis/neighbors.h"
#include "core/analysis/point_table.h"
#include "core/analysis/repulsion.h"
#include "core/analysis/workers.h"
#include "core/base/result.h"
#include "core/base/task_context.h"

namespace hierascope::analysis {

/// How a t-SNE map is made. The defaults are those of the field.
struct TsneOptions {
    enum class Forces { Quicker, Exact, Grid };

    int dimensions = 2; ///< 2 or 3
    double perplexity = 30.0;
    std::int64_t iterations = 1000; ///< all, the exaggerated ones included
    std::int64_t exaggeratedIterations = 250;
    double exaggeration = 12.0;
    std::uint64_t seed = 42; ///< of the jitter that the start has
    int threads = 0;         ///< 0: as many as the machine has cores
    double stopChange = 0.0; ///< end once KL changes by less than this part in 50 iterations
    Forces forces = Forces::Quicker;
    std::vector<float> start{}; ///< [N, dimensions] in place of the principal components
};

/// What the parts took.
struct TsneSeconds {
    double neighbors = 0.0;
    double affinities = 0.0;
    double optimise = 0.0;
};

/// A t-SNE map that is being made.
///
/// The start is the principal components, scaled so that the first has a standard deviation of
/// 1e-4, with a jitter of a hundredth of that. Learning rate max(200, N / 12), momentum 0.5 while
/// exaggerated and 0.8 after it, gains as in Jacobs 1988.
/// The same seed gives the same map on the same kind of processor, whatever the number of threads.
/// Not thread-safe.
/// @source van der Maaten and Hinton 2008; Belkina et al. 2019 (learning rate); Kobak and Berens
///         2019 (start).
class Tsne {
public:
    /// Finds neighbours and affinities.
    ///
    /// @param points [N, width]
    /// @return       BadData naming what does not fit, Cancelled
    static Result<std::unique_ptr<Tsne>> start(const PointTable& points, TsneOptions options,
                                               const TaskContext& context);

    const TsneOptions& options() const { return m_options; }
    std::int64_t count() const { return m_count; }
    std::int64_t iteration() const { return m_iteration; }
    bool isFinished() const { return m_isConverged || m_iteration >= m_options.iterations; }
    bool isExaggerated() const { return m_iteration < m_options.exaggeratedIterations; }

    /// Goes on by so many iterations, at most to the planned end; Cancelled keeps what there is.
    Result<void> advance(std::int64_t iterations, const TaskContext& context);

    /// Plans so many iterations more.
    void extend(std::int64_t iterations);

    /// Begins again; neighbours are kept as far as the perplexity allows.
    Result<void> restart(std::uint64_t seed, double perplexity, const TaskContext& context);

    /// [N, dimensions], centred.
    std::vector<float> embedding() const;

    /// Kullback-Leibler divergence of the map, as measured last (every 50 iterations and at the
    /// end); none before that and while exaggerated.
    std::optional<double> divergence() const { return m_divergence; }

    const TsneSeconds& seconds() const { return m_seconds; }

    /// The nearest points in the original space: at least three times the perplexity of each.
    const Neighbors& neighbors() const { return m_neighbors; }

private:
    Tsne(const PointTable& points, TsneOptions options);
    Result<void> findNeighbors(const TaskContext& context);
    void makeAffinities();
    void placeAtStart();
    void step();
    void measureDivergence(double logs, double z);
    PointTable points() const;

    TsneOptions m_options;
    Workers m_workers;
    std::int64_t m_count = 0;
    std::int64_t m_width = 0;
    std::vector<float> m_points;       ///< a copy, for other perplexities
    std::vector<std::int32_t> m_order; ///< near points stand near: the point at each place
    Neighbors m_neighbors;             ///< of points
    Affinities m_affinities;           ///< of places
    std::unique_ptr<Repulsion> m_repulsion;
    std::vector<float> m_positions; ///< [places, stride], padded
    std::vector<float> m_attraction;
    std::vector<float> m_push;
    std::vector<float> m_velocities;
    std::vector<float> m_gains;
    std::int64_t m_iteration = 0;
    bool m_isConverged = false;
    std::optional<double> m_divergence;
    TsneSeconds m_seconds;
};

/// Bytes that a map needs at most.
double memoryOf(const PointTable& points, const TsneOptions& options);

/// Says in one sentence why points or options make no map; empty if they do.
std::string misfitOf(const PointTable& points, const TsneOptions& options);

} // namespace hierascope::analysis
