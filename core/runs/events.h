// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>

#include "core/base/result.h"

/// What a trainer tells: one JSON object per line, on stdout and in a run's events.jsonl.
namespace hierascope::runs {

inline constexpr int kProtocol = 1;

/// First line of every start and resume.
struct HelloEvent {
    int protocol = kProtocol;
    std::string run;        ///< the run folder's name
    std::int64_t step = 0;  ///< the step it starts from
    std::int64_t steps = 0; ///< the plan
    bool operator==(const HelloEvent&) const = default;
};

struct StageEvent {
    std::string name; ///< "load", "train", "evaluate"
    bool operator==(const StageEvent&) const = default;
};

struct ProgressEvent {
    std::int64_t step = 0;
    std::int64_t steps = 0;
    double elapsedSeconds = 0.0;   ///< of this run, all starts together
    double remainingSeconds = 0.0; ///< estimate
    double imagesPerSecond = 0.0;  ///< of this start; 0: not measured
    std::int64_t memoryBytes = 0;  ///< that the process holds on its device; 0: not known
    bool operator==(const ProgressEvent&) const = default;
};

struct MetricEvent {
    std::int64_t step = 0;
    std::map<std::string, double> values; ///< "loss", "psnr", ...
    bool operator==(const MetricEvent&) const = default;
};

struct CheckpointEvent {
    std::int64_t step = 0;
    std::string path; ///< relative to the run folder
    bool operator==(const CheckpointEvent&) const = default;
};

struct SampleEvent {
    std::int64_t step = 0;
    std::string path; ///< relative to the run folder
    bool operator==(const SampleEvent&) const = default;
};

struct ErrorEvent {
    std::string message;
    bool operator==(const ErrorEvent&) const = default;
};

struct FinishedEvent {
    std::int64_t step = 0;
    std::string reason; ///< "done", "stopped"
    bool operator==(const FinishedEvent&) const = default;
};

/// A line of a type that this version does not know; readers log and skip it.
struct UnknownEvent {
    std::string type;
    bool operator==(const UnknownEvent&) const = default;
};

using Event = std::variant<HelloEvent, StageEvent, ProgressEvent, MetricEvent, CheckpointEvent,
                           SampleEvent, ErrorEvent, FinishedEvent, UnknownEvent>;

/// Writes one event as one line, without the newline.
std::string lineFromEvent(const Event& event);

/// Reads one line; a broken line is an error that names the field.
Result<Event> eventFromLine(const std::string& line);

} // namespace hierascope::runs
