// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/generation_store.h"

#include <algorithm>

namespace hierascope::widgets {

namespace {

std::size_t bytesOf(const StepRecord& record) {
    std::size_t bytes = sizeof(StepRecord) + std::size_t(record.picture.sizeInBytes());
    for (const QImage& level : record.levels)
        bytes += std::size_t(level.sizeInBytes());
    bytes += (record.step.latent.size() + record.step.noised.size()) * sizeof(float);
    for (const auto& candidates : record.step.candidates)
        bytes += candidates.size() * sizeof(runtime::Candidate);
    return bytes;
}

} // namespace

QImage StepRecord::pictureAt(int level) const {
    if (level < 0 || level + 1 >= int(levels.size()))
        return picture;
    return levels[std::size_t(level)].scaled(picture.size(), Qt::IgnoreAspectRatio,
                                             Qt::FastTransformation);
}

const GenerationStore::Records& GenerationStore::find(const RunKey& key) {
    static const Records none;
    const auto found = std::ranges::find(m_runs, key, &Run::key);
    if (found == m_runs.end())
        return none;
    m_runs.splice(m_runs.begin(), m_runs, found);
    return found->records;
}

void GenerationStore::add(const RunKey& key, const Record& record) {
    if (find(key).empty())
        m_runs.push_front({key, {}, 0});
    Run& run = m_runs.front();
    run.records.push_back(record);
    run.bytes += bytesOf(*record);
    m_bytes += bytesOf(*record);
    while (m_bytes > m_limit && m_runs.size() > 1) {
        m_bytes -= m_runs.back().bytes;
        m_runs.pop_back();
    }
}

} // namespace hierascope::widgets
