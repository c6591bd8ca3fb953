// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/latent_store.h"

#include <algorithm>

namespace hierascope::widgets {

template <typename Entry>
Entry& LatentStore::find(std::list<Entry>& entries, const QString& key, std::size_t most) {
    const auto found = std::ranges::find(entries, key, &Entry::key);
    if (found != entries.end()) {
        entries.splice(entries.begin(), entries, found);
        return entries.front();
    }
    entries.emplace_front();
    entries.front().key = key;
    if (entries.size() > most)
        entries.pop_back();
    return entries.front();
}

GatheredPoints& LatentStore::points(const QString& key) {
    return find(m_points, key, kMostPoints);
}

MapRun& LatentStore::run(const QString& key) {
    return find(m_runs, key, kMostRuns);
}

LatentState::Points LatentStore::findPoints(const QString& key) const {
    const auto found = std::ranges::find(m_points, key, &GatheredPoints::key);
    return found == m_points.end() ? nullptr : found->points;
}

bool LatentStore::hasRun(const QString& key) const {
    return std::ranges::find(m_runs, key, &MapRun::key) != m_runs.end();
}

MapRun* LatentStore::donor(const MapRun& run) {
    for (MapRun& other : m_runs)
        if (other.map && other.pointsKey == run.pointsKey && other.key != run.key &&
            other.mapping.dimensions == run.mapping.dimensions &&
            other.mapping.method == run.mapping.method &&
            run.mapping.method == LatentMapping::Method::Tsne)
            return &other;
    return nullptr;
}

} // namespace hierascope::widgets
