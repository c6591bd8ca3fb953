// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <utility>
#include <vector>

#include "core/runtime/attention.h"
#include "widgets/state/attention_state.h"

#include <QString>

namespace hierascope::widgets {

/// Values by key, of which the last used ones are kept.
template <typename T>
class RecentValues {
public:
    using Value = std::shared_ptr<const T>;

    explicit RecentValues(std::size_t most) : m_most(most) {}

    Value find(const QString& key) {
        for (auto at = m_values.begin(); at != m_values.end(); ++at)
            if (at->first == key) {
                m_values.splice(m_values.begin(), m_values, at);
                return at->second;
            }
        return {};
    }
    void keep(const QString& key, Value value) {
        m_values.remove_if([&key](const auto& entry) { return entry.first == key; });
        m_values.emplace_front(key, std::move(value));
        if (m_values.size() > m_most)
            m_values.pop_back();
    }

private:
    std::list<std::pair<QString, Value>> m_values; ///< the last used one first
    std::size_t m_most;
};

/// What was computed of one part of one model on one image.
struct AttentionEntry {
    static constexpr std::size_t kTokens = 16;
    static constexpr std::size_t kMatrices = 4;

    QString key;
    std::shared_ptr<runtime::AttentionRecord> record; ///< for the engine's lane; null: dropped
    std::shared_ptr<const AttentionOutline> outline;
    std::vector<std::shared_ptr<const runtime::LayerSummary>> summaries;
    RecentValues<TokenWeights> weights{kTokens};
    RecentValues<AttentionMatrix> matrices{kMatrices};
};

/// Keeps what was computed within a budget: two records (A and B) of at most 300 MB together, and
/// the small values of the last few parts and images.
class AttentionStore {
public:
    static constexpr int kRecords = 2;
    static constexpr std::int64_t kBytes = 300'000'000;
    static constexpr std::size_t kEntries = 8;

    /// The entry of a key, the last used from now on; null where there is none.
    AttentionEntry* find(const QString& key);
    /// The newest record stays even where it alone is larger than the budget.
    void keep(const QString& key, std::shared_ptr<runtime::AttentionRecord> record,
              std::shared_ptr<const AttentionOutline> outline);
    int records() const;
    std::int64_t bytes() const;

    RecentValues<InfluenceContent> influences{16};
    RecentValues<runtime::MaskAudit> audits{8};

private:
    std::list<AttentionEntry> m_entries; ///< the last used one first
};

} // namespace hierascope::widgets
