// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/influence.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "core/analysis/rank_correlation.h"
#include "core/base/random_draw.h"

namespace hierascope::runtime {

namespace {

struct ChannelStatistics {
    std::vector<double> mean;
    std::vector<double> deviation;
};

ChannelStatistics statisticsOf(const LevelTokens& level) {
    const auto width = static_cast<std::size_t>(level.vectorWidth);
    const std::size_t count = level.vectors.size() / width;
    ChannelStatistics of{std::vector<double>(width), std::vector<double>(width)};
    for (std::size_t i = 0; i < level.vectors.size(); ++i)
        of.mean[i % width] += static_cast<double>(level.vectors[i]) / static_cast<double>(count);
    for (std::size_t i = 0; i < level.vectors.size(); ++i) {
        const double off = static_cast<double>(level.vectors[i]) - of.mean[i % width];
        of.deviation[i % width] += off * off / static_cast<double>(count);
    }
    for (double& value : of.deviation)
        value = value > 0.0 ? std::sqrt(value) : 1.0; // a level of one token has none
    return of;
}

double normalDraw(std::uint64_t seed, std::uint64_t position) {
    constexpr std::uint64_t kPurpose = 0x6e6f697365; // apart from what else draws with this seed
    const double radius = std::sqrt(-2.0 * std::log1p(-drawUnit(seed, kPurpose, 2 * position)));
    return radius * std::cos(2.0 * std::numbers::pi * drawUnit(seed, kPurpose, 2 * position + 1));
}

std::int64_t firstTokenOf(const TokenSequence& sequence, int level) {
    std::int64_t first = 0;
    for (int i = 0; i < level; ++i)
        first += sequence.levels[static_cast<std::size_t>(i)].level.tokens();
    return first;
}

std::int64_t tokensOf(const TokenSequence& sequence) {
    return firstTokenOf(sequence, static_cast<int>(sequence.levels.size()));
}

} // namespace

void disturb(TokenSequence& sequence, int level, std::span<const std::int64_t> tokens,
             Disturbance how, std::uint64_t seed) {
    if (how == Disturbance::Mask) {
        sequence.masked.resize(static_cast<std::size_t>(tokensOf(sequence)), 0);
        for (const std::int64_t token : tokens)
            sequence.masked[static_cast<std::size_t>(firstTokenOf(sequence, level) + token)] = 1;
        return;
    }
    LevelTokens& of = sequence.levels.at(static_cast<std::size_t>(level));
    const ChannelStatistics statistics = statisticsOf(of);
    const std::int64_t width = of.vectorWidth;
    for (const std::int64_t token : tokens)
        for (std::int64_t channel = 0; channel < width; ++channel) {
            const auto c = static_cast<std::size_t>(channel);
            double value = 0.0;
            if (how != Disturbance::Zero)
                value = statistics.mean[c];
            if (how == Disturbance::Noise)
                value += statistics.deviation[c] *
                         normalDraw(seed, static_cast<std::uint64_t>(token * width + channel));
            of.vectors[static_cast<std::size_t>(token * width + channel)] =
                static_cast<float>(value);
        }
}

std::vector<float> movedCells(const ImageRgbF32& change, int rows, int columns) {
    const auto cells = static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns);
    std::vector<double> sums(cells);
    std::vector<std::int64_t> counts(cells);
    for (std::size_t i = 0; i < change.planes.size(); ++i) {
        const auto pixel =
            static_cast<std::int64_t>(i) % (std::int64_t{change.width} * change.height);
        const std::int64_t y = pixel / change.width;
        const std::int64_t x = pixel % change.width;
        const auto cell = static_cast<std::size_t>(y * rows / change.height * columns +
                                                   x * columns / change.width);
        sums[cell] += static_cast<double>(change.planes[i]) * static_cast<double>(change.planes[i]);
        ++counts[cell];
    }
    std::vector<float> moved(cells);
    for (std::size_t cell = 0; cell < cells; ++cell)
        moved[cell] = static_cast<float>(
            std::sqrt(sums[cell] / static_cast<double>(std::max<std::int64_t>(counts[cell], 1))));
    return moved;
}

Result<Influence> measureInfluence(Tokenizer& model, const TokenSequence& sequence, int level,
                                   std::int64_t token, Disturbance how, std::uint64_t seed,
                                   const TaskContext& context) {
    const auto before = model.decodeTokens(sequence, {true, {}}, context);
    if (!before)
        return failure(before);
    TokenSequence without = sequence;
    disturb(without, level, std::span(&token, 1), how, seed);
    auto after = model.decodeTokens(without, {true, {}}, context);
    if (!after)
        return failure(after);
    for (std::size_t i = 0; i < after->size(); ++i)
        for (std::size_t j = 0; j < (*after)[i].planes.size(); ++j)
            (*after)[i].planes[j] -= (*before)[i].planes[j];
    return Influence{std::move(*after)};
}

double agreement(std::span<const float> attention, std::span<const float> moved) {
    return analysis::rankCorrelation(attention, moved);
}

} // namespace hierascope::runtime
