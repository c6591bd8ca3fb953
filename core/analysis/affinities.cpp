// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/affinities.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/analysis/affinity_kernels.h"

namespace hierascope::analysis {

namespace {

constexpr int kMostSteps = 100;
/// In nats, as in scikit-learn and openTSNE.
constexpr double kEntropyTolerance = 1e-5;
constexpr std::int64_t kGrain = 256;

struct Share {
    std::int32_t column = 0;
    float value = 0.0F;
};

/// Each row's shares sorted by column.
std::vector<Share> sortedShares(const Neighbors& neighbors, double perplexity, std::int64_t count,
                                const Workers& workers) {
    const std::int64_t k = neighbors.count;
    std::vector<Share> shares(static_cast<std::size_t>(count * k));
    workers.ranges(count, kGrain, [&](std::int64_t first, std::int64_t last) {
        std::vector<float> values(static_cast<std::size_t>(k));
        for (std::int64_t row = first; row < last; ++row) {
            conditionalShares(neighbors.squaredDistances.data() + row * k, k, perplexity,
                              values.data());
            Share* out = shares.data() + row * k;
            for (std::int64_t i = 0; i < k; ++i)
                out[i] = {neighbors.indices[static_cast<std::size_t>(row * k + i)],
                          values[static_cast<std::size_t>(i)]};
            std::sort(out, out + k, [](Share a, Share b) { return a.column < b.column; });
        }
    });
    return shares;
}

/// The same table with rows and columns exchanged; each row is sorted, too.
struct Transposed {
    std::vector<std::int64_t> starts;
    std::vector<Share> shares;
};

Transposed transpose(const std::vector<Share>& shares, std::int64_t count, std::int64_t k) {
    Transposed result;
    result.starts.assign(static_cast<std::size_t>(count) + 1, 0);
    for (const Share& share : shares)
        ++result.starts[static_cast<std::size_t>(share.column) + 1];
    for (std::size_t row = 0; row < static_cast<std::size_t>(count); ++row)
        result.starts[row + 1] += result.starts[row];
    std::vector<std::int64_t> next(result.starts.begin(), result.starts.end() - 1);
    result.shares.resize(shares.size());
    for (std::int64_t row = 0; row < count; ++row)
        for (std::int64_t i = 0; i < k; ++i) {
            const Share& share = shares[static_cast<std::size_t>(row * k + i)];
            result.shares[static_cast<std::size_t>(
                next[static_cast<std::size_t>(share.column)]++)] = {static_cast<std::int32_t>(row),
                                                                    share.value};
        }
    return result;
}

/// Calls `take(column, sum)` for the union of two sorted rows.
template <typename Take>
void mergeRows(const Share* a, const Share* aEnd, const Share* b, const Share* bEnd,
               const Take& take) {
    while (a != aEnd || b != bEnd) {
        const std::int32_t left = a != aEnd ? a->column : std::numeric_limits<std::int32_t>::max();
        const std::int32_t right = b != bEnd ? b->column : std::numeric_limits<std::int32_t>::max();
        const std::int32_t column = std::min(left, right);
        float sum = 0.0F;
        // A neighbour may stand twice where a graph found too few.
        for (; a != aEnd && a->column == column; ++a)
            sum += a->value;
        for (; b != bEnd && b->column == column; ++b)
            sum += b->value;
        take(column, sum);
    }
}

} // namespace

void conditionalShares(const float* squaredDistances, std::int64_t k, double perplexity,
                       float* shares) {
    const double wanted = std::log(perplexity);
    double beta = 1.0;
    double low = 0.0;
    double high = std::numeric_limits<double>::infinity();
    ShareSums sums;
    for (int step = 0; step < kMostSteps; ++step) {
        sums = gaussianShares(squaredDistances, k, static_cast<float>(beta), shares);
        const double entropy = std::log(sums.weights) + beta * sums.distances / sums.weights;
        if (std::abs(entropy - wanted) < kEntropyTolerance)
            break;
        (entropy > wanted ? low : high) = beta;
        const double next = std::isinf(high) ? 2.0 * beta : 0.5 * (low + high);
        if (next > 1e30 || next < 1e-30)
            break;
        beta = next;
    }
    const auto scale = static_cast<float>(1.0 / sums.weights);
    for (std::int64_t i = 0; i < k; ++i)
        shares[i] *= scale;
}

Affinities makeAffinities(const Neighbors& neighbors, double perplexity, const Workers& workers) {
    const std::int64_t k = neighbors.count;
    const std::int64_t count = static_cast<std::int64_t>(neighbors.indices.size()) / k;
    const std::vector<Share> shares = sortedShares(neighbors, perplexity, count, workers);
    const Transposed other = transpose(shares, count, k);
    const auto merge = [&](std::int64_t row, const auto& take) {
        mergeRows(shares.data() + row * k, shares.data() + (row + 1) * k,
                  other.shares.data() + other.starts[static_cast<std::size_t>(row)],
                  other.shares.data() + other.starts[static_cast<std::size_t>(row) + 1], take);
    };

    Affinities table;
    table.starts.assign(static_cast<std::size_t>(count) + 1, 0);
    workers.ranges(count, kGrain, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t row = first; row < last; ++row)
            merge(row,
                  [&](std::int32_t, float) { ++table.starts[static_cast<std::size_t>(row) + 1]; });
    });
    for (std::size_t row = 0; row < static_cast<std::size_t>(count); ++row)
        table.starts[row + 1] += table.starts[row];
    table.columns.resize(static_cast<std::size_t>(table.starts.back()));
    table.values.resize(table.columns.size());
    const float scale = 1.0F / (2.0F * static_cast<float>(count));
    std::vector<double> logSums(static_cast<std::size_t>((count + kGrain - 1) / kGrain), 0.0);
    workers.ranges(count, kGrain, [&](std::int64_t first, std::int64_t last) {
        double logSum = 0.0;
        for (std::int64_t row = first; row < last; ++row) {
            auto at = static_cast<std::size_t>(table.starts[static_cast<std::size_t>(row)]);
            merge(row, [&](std::int32_t column, float sum) {
                const float value = sum * scale;
                table.columns[at] = column;
                table.values[at++] = value;
                if (value > 0.0F)
                    logSum += static_cast<double>(value) * std::log(static_cast<double>(value));
            });
        }
        logSums[static_cast<std::size_t>(first / kGrain)] = logSum;
    });
    for (const double logSum : logSums)
        table.logSum += logSum;
    return table;
}

} // namespace hierascope::analysis
