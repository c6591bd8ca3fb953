// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/runtime/latent_points.h"
#include "core/runtime/vector_blocks.h"

namespace hierascope::runtime {

/// Draws places of images and keeps their vectors; what it holds never exceeds what is asked for.
///
/// A place's lot depends on the seed, the image's number, the level and the token alone: two models
/// with equal grids give the same places, in whatever order the images come. Of one image the
/// lowest lots are taken, and of all that were taken the lowest.
class LatentSampler {
public:
    /// @param perImage places of one image, 0: all
    /// @param points   at most, 0: no limit
    LatentSampler(std::uint64_t seed, std::int64_t perImage, std::int64_t points)
        : m_seed(seed), m_perImage(perImage), m_points(points) {}

    /// Takes places of an image, and all its vectors into mean and deviation.
    ///
    /// @param blocks of the same width at every call
    void add(std::int32_t image, const VectorBlocks& blocks);

    bool isEmpty() const { return m_entries.empty(); }

    /// Fills in width, values, mean, deviation and points, sorted by image, level and token. Labels
    /// and `images` are the caller's; `LatentPoint::image` is the number given to `add`.
    ///
    /// Deviation is that of a sample (n - 1). A channel without variance has deviation 1, so that
    /// its values are 0.
    void finish(LatentPoints& target) const;

private:
    struct Place {
        std::uint64_t lot = 0;
        std::size_t block = 0;
        std::size_t token = 0;
    };
    struct Entry {
        std::uint64_t lot = 0;
        LatentPoint point;
        std::size_t slot = 0; ///< of its vector in `m_values`
        bool operator<(const Entry& other) const { return lot < other.lot; }
    };
    void addStatistics(const VectorBlocks& blocks);
    std::vector<Place> draw(std::int32_t image, const VectorBlocks& blocks) const;
    void keep(std::int32_t image, const Place& place, const VectorBlock& block);

    std::uint64_t m_seed;
    std::int64_t m_perImage;
    std::int64_t m_points;
    std::size_t m_width = 0;
    std::vector<Entry> m_entries; ///< a heap with the highest lot in front, once it is full
    std::vector<float> m_values;  ///< [slots, width]
    std::int64_t m_seen = 0;      ///< vectors in the sums
    std::vector<double> m_origin; ///< the first vector: sums are of differences to it
    std::vector<double> m_sums;
    std::vector<double> m_squares;
};

/// All images in the order in which a seed draws them, without replacement.
std::vector<std::int32_t> drawnOrder(std::uint64_t seed, std::int64_t images);

} // namespace hierascope::runtime
