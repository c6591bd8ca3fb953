// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/task_context.h"

/// Maps of points in two or three dimensions, in plain values. No model is asked: everything here
/// may run on the analysis lane, beside the engine.
namespace hierascope::runtime {

/// How points are laid out.
struct MapOptions {
    enum class Method { Tsne, Pca };
    Method method = Method::Tsne;
    int dimensions = 2; ///< 2 or 3
    double perplexity = 30.0;
    std::int64_t iterations = 1000; ///< all, the 250 exaggerated ones included
    std::uint64_t seed = 42;
    int threads = 0;            ///< 0: as many as the machine has cores
    double stopChange = 0.0;    ///< end early once KL changes by less than this part; 0: never
    std::vector<float> start{}; ///< [N, dimensions]: begin there instead of at the PCA
    bool operator==(const MapOptions&) const = default;
};

/// A map at one moment.
struct MapFrame {
    std::int64_t iteration = 0;
    std::int64_t iterations = 0; ///< that are planned
    int dimensions = 2;
    std::vector<float> coordinates; ///< [N, dimensions]
    double kl = -1.0;               ///< Kullback-Leibler divergence as last measured; -1: not yet
    bool isExaggerated = false;
    bool isFinished = false;
};

/// What the parts of a map took.
struct MapSeconds {
    double neighbours = 0.0;
    double affinities = 0.0;
    double optimise = 0.0;
};

/// A map that is being made. Not thread-safe, but it may be handed from one thread to another.
class LatentMap {
public:
    virtual ~LatentMap() = default;

    virtual const MapOptions& options() const = 0;
    /// Goes on by so many iterations, at most to the planned end. A stop keeps what there is.
    virtual Result<void> advance(std::int64_t iterations, const TaskContext& context) = 0;
    virtual MapFrame frame() const = 0;
    virtual MapSeconds seconds() const = 0;
    /// Plans so many iterations more.
    virtual void extend(std::int64_t iterations) = 0;
    /// Begins again at another place; keeps the neighbours.
    virtual Result<void> restart(std::uint64_t seed, double perplexity) = 0;
    /// For each point, which part of its `count` nearest neighbours are also among its nearest in
    /// the map: [N] in 0 .. 1.
    virtual Result<std::vector<float>> trust(int count, const TaskContext& context) const = 0;
    /// The nearest points in the original space, nearest first, without the point itself.
    virtual std::vector<std::int32_t> neighbours(std::int64_t point) const = 0;
};

/// Finds neighbours and starts a map.
///
/// @param points [N, width], finite
/// @return       BadData naming what does not fit: too few points for the perplexity (3 *
/// perplexity
///               + 1 are needed), a value that is not finite, more memory than the machine has
Result<std::shared_ptr<LatentMap>> startMap(std::span<const float> points, std::int64_t width,
                                            const MapOptions& options, const TaskContext& context);

/// Density of a map at its own points and how evenly it is spread (HieraTok Table 5).
struct Uniformity {
    std::vector<float> density; ///< [N]
    double cv = 0.0;            ///< coefficient of variation
    double gini = 0.0;
    double entropy = 0.0; ///< normalised to 0 .. 1
};

Result<Uniformity> measureUniformity(std::span<const float> coordinates, int dimensions,
                                     const TaskContext& context);

/// A density on a grid, for pictures and contours of a 2-D map.
struct DensityGrid {
    int rows = 0;
    int columns = 0;
    double left = 0.0, top = 0.0, right = 0.0, bottom = 0.0; ///< in map coordinates
    std::vector<float> values; ///< [rows, columns], row 0 at `top`, the smallest second coordinate
    /// Closed lines of equal density, lowest first; points in map coordinates (x, y, x, y, ...).
    struct Contour {
        float level = 0.0F; ///< part of the largest density
        std::vector<float> points;
    };
    std::vector<Contour> contours;
};

/// @param points [N, 2]
/// @param side   cells of the longer side
/// @param levels parts of the largest density at which contours run
Result<DensityGrid> densityGrid(std::span<const float> coordinates, int side,
                                std::span<const float> levels, const TaskContext& context);

/// Turns, mirrors, scales and shifts map B so that shared points lie near those of map A.
///
/// @param a, b   [N, dimensions]: the same N points in both, in the same order
/// @param moved  [M, dimensions]: what is to be turned along (often all of B)
/// @return       [M, dimensions]
Result<std::vector<float>> alignMap(std::span<const float> a, std::span<const float> b,
                                    std::span<const float> moved, int dimensions);

} // namespace hierascope::runtime
