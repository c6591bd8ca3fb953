// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace hierascope {

/// Scrambles 64 bits.
///
/// @source splitmix64 (Steele, Lea and Flood, 2014)
constexpr std::uint64_t mixBits(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// 64 bits that depend on their arguments alone, so that a resume needs no state.
///
/// @param purpose keeps draws for different things apart
constexpr std::uint64_t drawBits(std::uint64_t seed, std::uint64_t purpose,
                                 std::uint64_t position) {
    return mixBits(seed + mixBits(position + mixBits(purpose)));
}

/// `drawBits` as a number in [0, 1).
inline double drawUnit(std::uint64_t seed, std::uint64_t purpose, std::uint64_t position) {
    return static_cast<double>(drawBits(seed, purpose, position) >> 11) * 0x1.0p-53;
}

/// The draws of one step for one purpose, one after another.
class UnitDraws {
public:
    UnitDraws(std::uint64_t seed, std::uint64_t purpose, std::int64_t step)
        : m_seed(seed), m_purpose(purpose), m_position(static_cast<std::uint64_t>(step) << 24) {}

    /// A number in [0, 1).
    double next() { return drawUnit(m_seed, m_purpose, m_position++); }
    /// A whole number in [0, count).
    std::int64_t below(std::int64_t count) {
        return static_cast<std::int64_t>(next() * static_cast<double>(count));
    }

private:
    std::uint64_t m_seed;
    std::uint64_t m_purpose;
    std::uint64_t m_position;
};

/// A keyed permutation of [0, size): a Feistel network over the next even power of two, walked
/// until it lands inside. No list is kept, so a resume needs no state.
inline std::uint64_t permute(std::uint64_t value, std::uint64_t size, std::uint64_t key) {
    constexpr int kRounds = 4;
    int halfBits = 1;
    while ((std::uint64_t{1} << (2 * halfBits)) < size)
        ++halfBits;
    const std::uint64_t mask = (std::uint64_t{1} << halfBits) - 1;
    do {
        std::uint64_t left = value >> halfBits;
        std::uint64_t right = value & mask;
        for (int round = 0; round < kRounds; ++round) {
            const std::uint64_t roundKey = key + static_cast<std::uint64_t>(round);
            const std::uint64_t next = left ^ (mixBits(right ^ mixBits(roundKey)) & mask);
            left = right;
            right = next;
        }
        value = (left << halfBits) | right;
    } while (value >= size);
    return value;
}

} // namespace hierascope
