// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/attention_store.h"

namespace hierascope::widgets {

AttentionEntry* AttentionStore::find(const QString& key) {
    for (auto at = m_entries.begin(); at != m_entries.end(); ++at)
        if (at->key == key) {
            m_entries.splice(m_entries.begin(), m_entries, at);
            return &m_entries.front();
        }
    return nullptr;
}

void AttentionStore::keep(const QString& key, std::shared_ptr<runtime::AttentionRecord> record,
                          std::shared_ptr<const AttentionOutline> outline) {
    AttentionEntry* entry = find(key);
    if (entry == nullptr) {
        entry = &m_entries.emplace_front();
        entry->key = key;
        entry->summaries.resize(std::size_t(outline->layers));
    }
    entry->record = std::move(record);
    entry->outline = std::move(outline);
    int records = 0;
    std::int64_t bytes = 0;
    for (AttentionEntry& other : m_entries) {
        if (!other.record)
            continue;
        ++records;
        bytes += other.outline->bytes;
        if (&other != entry && (records > kRecords || bytes > kBytes))
            other.record.reset();
    }
    while (m_entries.size() > kEntries)
        m_entries.pop_back();
}

int AttentionStore::records() const {
    int count = 0;
    for (const AttentionEntry& entry : m_entries)
        count += entry.record ? 1 : 0;
    return count;
}

std::int64_t AttentionStore::bytes() const {
    std::int64_t bytes = 0;
    for (const AttentionEntry& entry : m_entries)
        bytes += entry.record ? entry.outline->bytes : 0;
    return bytes;
}

} // namespace hierascope::widgets
