// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <utility>

#include "widgets/state/pyramid_content.h"

#include <QString>

namespace hierascope::widgets {

/// Computed pyramids, the least recently used ones dropped when they outgrow the limit.
class ContentCache {
public:
    using Content = std::shared_ptr<const PyramidContent>;

    /// @param limit bytes; the newest content stays even where it alone is larger
    explicit ContentCache(std::size_t limit) : m_limit(limit) {}

    Content find(const QString& key);
    void keep(const QString& key, const Content& content);
    std::size_t bytes() const { return m_bytes; }

private:
    std::list<std::pair<QString, Content>> m_entries; ///< the last used one first
    std::size_t m_limit;
    std::size_t m_bytes = 0;
};

} // namespace hierascope::widgets
