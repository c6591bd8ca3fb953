// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/content_cache.h"

#include <algorithm>

namespace hierascope::widgets {

ContentCache::Content ContentCache::find(const QString& key) {
    const auto found = std::ranges::find(m_entries, key, &std::pair<QString, Content>::first);
    if (found == m_entries.end())
        return nullptr;
    m_entries.splice(m_entries.begin(), m_entries, found);
    return found->second;
}

void ContentCache::keep(const QString& key, const Content& content) {
    m_entries.emplace_front(key, content);
    m_bytes += bytesOf(*content);
    while (m_bytes > m_limit && m_entries.size() > 1) {
        m_bytes -= bytesOf(*m_entries.back().second);
        m_entries.pop_back();
    }
}

} // namespace hierascope::widgets
