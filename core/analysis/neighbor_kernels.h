// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace hierascope::analysis {

/// Points that lie together in a panel: [width][kPanelPoints] floats.
inline constexpr std::int64_t kPanelPoints = 32;
/// Points that are compared with a panel at once: [width][kQueryRows] floats, times -2.
inline constexpr std::int64_t kQueryRows = 12;

/// The best points that a query has met.
struct CandidateRow {
    float limit = 0.0F;      ///< a point must be nearer than this to be noted
    std::int64_t size = 0;   ///< noted so far; there must be room for `kPanelPoints` more
    float* scores = nullptr; ///< squared distance less the query's own squared norm
    std::int32_t* places = nullptr;
};

/// Compares a group of queries with one panel and notes the points within each query's limit.
///
/// @param queries [width][kQueryRows], times -2
/// @param panel   [width][kPanelPoints]
/// @param norms   [kPanelPoints] squared norms; infinite where the panel has no point
/// @param place   of the panel's first point
void scanPanel(const float* queries, const float* panel, const float* norms, std::int64_t width,
               std::int64_t place, CandidateRow* rows);

/// Scores of a group of queries and one panel.
///
/// @param out [kQueryRows] rows of kPanelPoints, `stride` apart
void scorePanel(const float* queries, const float* panel, const float* norms, std::int64_t width,
                float* out, std::int64_t stride);

/// Squared distance of two points.
float squaredDistance(const float* a, const float* b, std::int64_t width);

} // namespace hierascope::analysis
