// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "core/runs/run_control.h"
#include "core/runs/run_status.h"

#include <QString>
#include <QStringList>

namespace hierascope::widgets {

/// One value that a run told.
struct RunPoint {
    double step = 0.0;
    double seconds = 0.0; ///< of training before it, all starts together
    double value = 0.0;
    bool operator==(const RunPoint&) const = default;
};

/// The values of one run by the metric's name, each by step.
using RunCurves = std::map<QString, std::vector<RunPoint>>;

/// A step of which a run keeps something to look at.
struct RunMoment {
    std::int64_t step = 0;
    QString checkpoint;  ///< its folder; empty where it was not kept
    QStringList samples; ///< the probe set's pictures; empty where there are none
    bool operator==(const RunMoment&) const = default;
};

/// What a run's folder said when it was looked at.
struct RunSnapshot {
    QString path;
    bool isForeign = false; ///< another program's, of which there are curves only
    runs::RunStatus status;
    double remainingSeconds = -1.0; ///< negative: not known
    std::optional<double> loss;     ///< the last one
    double silentSeconds = 0.0;     ///< since the last sign of its process, where it lives
    double imagesPerSecond = 0.0;   ///< 0: not known
    std::int64_t memoryBytes = 0;   ///< of its process on its device; 0: not known
    std::shared_ptr<const RunCurves> curves = std::make_shared<RunCurves>();
    std::vector<RunMoment> moments; ///< by step
    QString log;                    ///< its end
    QString problem;                ///< why its folder cannot be read

    QString name() const;
    /// Its process is at work, or holds its memory.
    bool isAlive() const;
    /// Its process is, or was, of another computer.
    bool isRemote() const;
};

/// Says whether a state is one of a process.
bool isAliveState(runs::RunState state);

} // namespace hierascope::widgets
