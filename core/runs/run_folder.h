// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/base/result.h"
#include "core/runs/events.h"

namespace hierascope::runs {

/// The folder of one training: the only truth about it (docs/formats.md).
class RunFolder {
public:
    /// Makes the folder; an existing one that already holds a run is an error.
    static Result<RunFolder> create(const std::filesystem::path& path);

    /// Opens a folder that holds `config.json`.
    static Result<RunFolder> open(const std::filesystem::path& path);

    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path config() const { return m_path / "config.json"; }
    std::filesystem::path checkpoint(std::int64_t step) const;

    /// Steps that have a checkpoint folder, oldest first; half-written ones are not listed.
    std::vector<std::int64_t> checkpointSteps() const;

    /// Appends one line to events.jsonl and, for metrics, to metrics.csv: a whole one or none.
    Result<void> append(const Event& event) const;

    /// Takes a line without its newline off events.jsonl's end, which a killed process left; only
    /// for the process that holds the run's lock.
    Result<void> dropUnfinishedLine() const;

    /// Takes the rows behind a step out of metrics.csv, for a run that goes on from that step will
    /// tell them again; only for the process that holds the run's lock.
    Result<void> dropMetricsAfter(std::int64_t step) const;

    /// Reads events.jsonl; a line without its newline (still being written) is left out.
    Result<std::vector<Event>> events() const;

private:
    explicit RunFolder(std::filesystem::path path);
    std::filesystem::path m_path;
};

} // namespace hierascope::runs
