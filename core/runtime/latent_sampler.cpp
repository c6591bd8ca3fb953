// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/latent_sampler.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "core/base/random_draw.h"

namespace hierascope::runtime {

namespace {

constexpr std::uint64_t kImages = 11; ///< purposes of draws
constexpr std::uint64_t kPlaces = 12;

std::uint64_t lotOf(std::uint64_t imageKey, std::int32_t level, std::size_t token) {
    return drawBits(imageKey, static_cast<std::uint64_t>(level + 1), token);
}

} // namespace

void LatentSampler::addStatistics(const VectorBlocks& blocks) {
    for (const VectorBlock& block : blocks.blocks) {
        const std::size_t count = block.values.size() / m_width;
        for (std::size_t token = 0; token < count; ++token) {
            const float* vector = block.values.data() + token * m_width;
            if (m_seen++ == 0)
                m_origin.assign(vector, vector + m_width);
            for (std::size_t i = 0; i < m_width; ++i) {
                const double difference = double{vector[i]} - m_origin[i];
                m_sums[i] += difference;
                m_squares[i] += difference * difference;
            }
        }
    }
}

std::vector<LatentSampler::Place> LatentSampler::draw(std::int32_t image,
                                                      const VectorBlocks& blocks) const {
    const std::uint64_t key = drawBits(m_seed, kPlaces, static_cast<std::uint64_t>(image));
    std::vector<Place> places;
    for (std::size_t block = 0; block < blocks.blocks.size(); ++block) {
        const std::size_t count = blocks.blocks[block].values.size() / m_width;
        for (std::size_t token = 0; token < count; ++token)
            places.push_back({lotOf(key, blocks.blocks[block].level, token), block, token});
    }
    const auto wanted = static_cast<std::size_t>(m_perImage);
    if (m_perImage > 0 && wanted < places.size()) {
        std::nth_element(places.begin(), places.begin() + m_perImage, places.end(),
                         [](const Place& a, const Place& b) { return a.lot < b.lot; });
        places.resize(wanted);
    }
    return places;
}

void LatentSampler::keep(std::int32_t image, const Place& place, const VectorBlock& block) {
    std::size_t slot = m_entries.size();
    if (m_points > 0 && slot >= static_cast<std::size_t>(m_points)) {
        if (place.lot >= m_entries.front().lot)
            return;
        std::pop_heap(m_entries.begin(), m_entries.end());
        slot = m_entries.back().slot;
        m_entries.pop_back();
    } else {
        m_values.resize((slot + 1) * m_width);
    }
    LatentPoint point;
    point.image = image;
    point.level = block.level;
    point.token = static_cast<std::int32_t>(place.token);
    if (!block.codes.empty())
        point.code = static_cast<std::int32_t>(block.codes[place.token]);
    std::copy_n(block.values.data() + place.token * m_width, m_width,
                m_values.begin() + static_cast<std::ptrdiff_t>(slot * m_width));
    m_entries.push_back({place.lot, point, slot});
    if (m_points > 0)
        std::push_heap(m_entries.begin(), m_entries.end());
}

void LatentSampler::add(std::int32_t image, const VectorBlocks& blocks) {
    if (m_width == 0) {
        m_width = static_cast<std::size_t>(blocks.width);
        m_sums.assign(m_width, 0.0);
        m_squares.assign(m_width, 0.0);
    }
    addStatistics(blocks);
    for (const Place& place : draw(image, blocks))
        keep(image, place, blocks.blocks[place.block]);
}

void LatentSampler::finish(LatentPoints& target) const {
    std::vector<Entry> sorted = m_entries;
    std::sort(sorted.begin(), sorted.end(), [](const Entry& a, const Entry& b) {
        return std::tie(a.point.image, a.point.level, a.point.token) <
               std::tie(b.point.image, b.point.level, b.point.token);
    });
    target.width = static_cast<std::int64_t>(m_width);
    target.mean.resize(m_width);
    target.deviation.resize(m_width);
    const auto seen = static_cast<double>(m_seen);
    for (std::size_t i = 0; i < m_width; ++i) {
        const double shift = m_sums[i] / seen;
        const double variance =
            m_seen < 2 ? 0.0 : (m_squares[i] - m_sums[i] * shift) / (seen - 1.0);
        target.mean[i] = static_cast<float>(m_origin[i] + shift);
        // Rounding leaves a little where all values are the same; a float tells no less apart.
        const double least = 1e-7 * std::abs(m_origin[i] + shift);
        const bool varies = variance > least * least && variance > 0.0;
        target.deviation[i] = varies ? static_cast<float>(std::sqrt(variance)) : 1.0F;
    }
    target.points.clear();
    target.values.clear();
    target.values.reserve(sorted.size() * m_width);
    for (const Entry& entry : sorted) {
        target.points.push_back(entry.point);
        const float* vector = m_values.data() + entry.slot * m_width;
        for (std::size_t i = 0; i < m_width; ++i)
            target.values.push_back((vector[i] - target.mean[i]) / target.deviation[i]);
    }
}

std::vector<std::int32_t> drawnOrder(std::uint64_t seed, std::int64_t images) {
    std::vector<std::pair<std::uint64_t, std::int32_t>> lots;
    lots.reserve(static_cast<std::size_t>(images));
    for (std::int64_t i = 0; i < images; ++i)
        lots.emplace_back(drawBits(seed, kImages, static_cast<std::uint64_t>(i)),
                          static_cast<std::int32_t>(i));
    std::sort(lots.begin(), lots.end());
    std::vector<std::int32_t> order;
    order.reserve(lots.size());
    for (const auto& [lot, image] : lots)
        order.push_back(image);
    return order;
}

} // namespace hierascope::runtime
