// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/runs/events.h"
#include "widgets/state/run_snapshot.h"

namespace hierascope::widgets {

/// Follows a run's events.jsonl: each look reads only what came since the one before.
///
/// For one worker thread at a time. A run that goes on from a checkpoint tells the steps after it
/// again; what it told of them before is dropped.
class RunTail {
public:
    explicit RunTail(QString run);

    /// Reads what is new; a file that became shorter is read from its start.
    void read();

    /// A copy that is made again only where something changed.
    std::shared_ptr<const RunCurves> curves();
    std::optional<double> loss() const;
    double imagesPerSecond() const { return m_imagesPerSecond; }
    std::int64_t memoryBytes() const { return m_memoryBytes; }
    /// Since the last change of a heartbeat: by this computer's clock once one was seen to change,
    /// by the heartbeat's own before.
    double secondsSilent(std::int64_t heartbeat);
    double remainingSeconds() const { return m_remaining; }
    /// The last step that it told of, -1 before the first.
    std::int64_t step() const { return m_step; }
    /// The sentence of the last error, empty where the run went on since.
    const QString& error() const { return m_error; }

private:
    void readLine(const std::string& line);
    void take(const runs::Event& event);
    void takeLoad(const runs::ProgressEvent& progress);
    void rewind(std::int64_t step);
    double secondsAt(double step) const;

    QString m_run;
    std::int64_t m_offset = 0; ///< bytes that were read
    std::string m_rest;        ///< a line without its end
    RunCurves m_curves;
    std::vector<std::pair<double, double>> m_clock; ///< step, seconds
    std::shared_ptr<const RunCurves> m_copy = std::make_shared<RunCurves>();
    bool m_isChanged = false;
    double m_remaining = -1.0;
    double m_imagesPerSecond = 0.0;
    std::int64_t m_memoryBytes = 0;
    std::optional<std::int64_t> m_heartbeat;
    std::optional<std::chrono::steady_clock::time_point> m_heard;
    std::int64_t m_step = -1;
    QString m_error;
};

/// The steps of which a run keeps a checkpoint or pictures, by step; for a worker thread.
std::vector<RunMoment> momentsOf(const QString& run);
/// The last lines of a run's log.txt without those that are curves; for a worker thread.
QString logEnd(const QString& run);
/// Says whether a folder is a run: it has a config with the key `training`, or events.
bool isRunFolder(const QString& folder);

} // namespace hierascope::widgets
