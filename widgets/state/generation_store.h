// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <vector>

#include "widgets/state/generation_choice.h"

#include <QImage>
#include <QString>

namespace hierascope::widgets {

/// What one step left: its codes, and the picture of all codes so far.
struct StepRecord {
    runtime::GeneratedStep step;
    QImage picture;
    std::vector<QImage> levels; ///< of a DiT: its clean map decoded at each level, coarse to fine
    double decodeSeconds = 0.0;
    bool isGiven = false; ///< a person replaced a token: nothing was drawn

    /// Of the generator, without the picture.
    double seconds() const { return step.forwardSeconds + step.samplingSeconds; }
    /// The picture at a level, as large as the finest; without levels, or beyond them, the picture.
    QImage pictureAt(int level) const;
};

/// Which steps: of equal keys the results are equal.
struct RunKey {
    QString generator; ///< path and hash of the weights
    GenerationSettings settings;
    std::vector<std::int64_t> prefix;
    int first = 0; ///< the step of the first record, from 0
    runtime::NoisedMap from{};
    bool operator==(const RunKey&) const = default;
};

/// Steps that were computed; the runs not asked for longest are dropped when they outgrow a limit.
class GenerationStore {
public:
    using Record = std::shared_ptr<const StepRecord>;
    using Records = std::vector<Record>;

    /// @param limit bytes; the newest run stays even where it alone is larger
    explicit GenerationStore(std::size_t limit) : m_limit(limit) {}

    /// The records of a run, empty where there are none.
    const Records& find(const RunKey& key);
    void add(const RunKey& key, const Record& record);
    std::size_t bytes() const { return m_bytes; }

private:
    struct Run {
        RunKey key;
        Records records;
        std::size_t bytes = 0;
    };

    std::list<Run> m_runs; ///< the last used one first
    std::size_t m_limit;
    std::size_t m_bytes = 0;
};

} // namespace hierascope::widgets
