// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/sampling.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <ATen/ops/softmax.h>

namespace hierascope::models {

namespace {

constexpr double kLeastTemperature = 1e-5;

/// A code in the order of likelihood; equal ones in the order of codes.
struct Ranked {
    float probability = 0.0F;
    std::int32_t code = 0;
};

bool isLikelier(const Ranked& a, const Ranked& b) {
    return a.probability > b.probability || (a.probability == b.probability && a.code < b.code);
}

using Ranks = std::vector<Ranked>;

/// Codes of a probability above 0.
Ranks ranksOf(std::span<const float> probabilities) {
    Ranks ranks;
    ranks.reserve(probabilities.size());
    for (std::size_t code = 0; code < probabilities.size(); ++code) {
        if (probabilities[code] > 0.0F)
            ranks.push_back({probabilities[code], static_cast<std::int32_t>(code)});
    }
    return ranks;
}

double massOf(Ranks::const_iterator first, Ranks::const_iterator last) {
    return std::accumulate(first, last, 0.0, [](double sum, const Ranked& rank) {
        return sum + static_cast<double>(rank.probability);
    });
}

void keepTopK(Ranks& ranks, std::int64_t count) {
    if (count <= 0 || static_cast<std::size_t>(count) >= ranks.size())
        return;
    const auto last = ranks.begin() + (count - 1);
    std::nth_element(ranks.begin(), last, ranks.end(), isLikelier);
    const float least = last->probability;
    std::erase_if(ranks, [least](const Ranked& rank) { return rank.probability < least; });
}

/// Keeps the likeliest codes up to the one with which their mass exceeds `share` of all.
///
/// Halves the range in which that code must lie, so that nothing is sorted.
void keepTopP(Ranks& ranks, double share) {
    if (share >= 1.0 || ranks.size() < 2)
        return;
    const double wanted = share * massOf(ranks.begin(), ranks.end());
    double before = 0.0; // mass of what is likelier than the range
    auto first = ranks.begin();
    auto last = ranks.end();
    while (last - first > 1) {
        const auto middle = first + (last - first) / 2;
        std::nth_element(first, middle, last, isLikelier);
        const double upper = massOf(first, middle);
        if (before + upper > wanted) {
            last = middle;
        } else {
            before += upper;
            first = middle;
        }
    }
    ranks.erase(last, ranks.end());
}

void filterRow(std::span<float> probabilities, const SamplingFilter& filter) {
    Ranks ranks = ranksOf(probabilities);
    keepTopK(ranks, filter.topK);
    keepTopP(ranks, filter.topP);
    const double mass = massOf(ranks.begin(), ranks.end());
    std::fill(probabilities.begin(), probabilities.end(), 0.0F);
    for (const Ranked& rank : ranks)
        probabilities[static_cast<std::size_t>(rank.code)] =
            static_cast<float>(static_cast<double>(rank.probability) / mass);
}

} // namespace

at::Tensor guidedLogits(const at::Tensor& conditional, const at::Tensor& unconditional,
                        double scale) {
    return unconditional + (conditional - unconditional) * scale;
}

at::Tensor filteredProbabilities(const at::Tensor& logits, const SamplingFilter& filter) {
    const double temperature = std::max(filter.temperature, kLeastTemperature);
    auto probabilities =
        at::softmax(temperature == 1.0 ? logits : logits / temperature, -1).contiguous();
    const std::int64_t codes = probabilities.size(1);
    const bool keepsAll = (filter.topK <= 0 || filter.topK >= codes) && filter.topP >= 1.0;
    if (keepsAll)
        return probabilities;
    float* values = probabilities.data_ptr<float>();
    at::parallel_for(0, probabilities.size(0), 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t row = begin; row < end; ++row)
            filterRow({values + row * codes, static_cast<std::size_t>(codes)}, filter);
    });
    return probabilities;
}

std::int64_t drawCode(std::span<const float> probabilities, double uniform) {
    double sum = 0.0;
    for (const float probability : probabilities)
        sum += static_cast<double>(probability);
    const double wanted = uniform * sum;
    double cumulative = 0.0;
    std::int64_t lastPossible = 0;
    for (std::size_t code = 0; code < probabilities.size(); ++code) {
        cumulative += static_cast<double>(probabilities[code]);
        if (cumulative > wanted)
            return static_cast<std::int64_t>(code);
        if (probabilities[code] > 0.0F)
            lastPossible = static_cast<std::int64_t>(code);
    }
    return lastPossible;
}

double uniformAt(std::uint64_t seed, std::int64_t position) {
    std::uint64_t x = seed + (static_cast<std::uint64_t>(position) + 1) * 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    x ^= x >> 31;
    return static_cast<double>(x >> 11) * 0x1p-53;
}

float entropyBits(std::span<const float> probabilities) {
    double sum = 0.0;
    for (const float probability : probabilities) {
        if (probability > 0.0F)
            sum -= static_cast<double>(probability * std::log2(probability));
    }
    return static_cast<float>(std::max(sum, 0.0));
}

std::vector<std::pair<std::int64_t, float>> likeliestCodes(std::span<const float> probabilities,
                                                           std::size_t count) {
    std::vector<std::pair<std::int64_t, float>> best;
    float least = 0.0F;
    for (std::size_t code = 0; code < probabilities.size(); ++code) {
        const float probability = probabilities[code];
        if (probability <= least)
            continue;
        const auto place =
            std::find_if(best.begin(), best.end(), [probability](const auto& candidate) {
                return candidate.second < probability;
            });
        best.insert(place, {static_cast<std::int64_t>(code), probability});
        if (best.size() > count)
            best.pop_back();
        if (best.size() == count)
            least = best.back().second;
    }
    return best;
}

} // namespace hierascope::models
