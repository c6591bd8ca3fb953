// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run_journal.h"

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "core/base/log.h"
#include "core/io/input_file.h"

namespace hierascope::training {

namespace {

constexpr std::uint64_t kMostBytes = 16ULL << 20U; // of a picture, or the config
constexpr double kProgressSeconds = 2.0;           // who watches sees it move at least so often

double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

RunJournal::RunJournal(runs::RunFolder folder, const EventSink& sink)
    : m_folder(std::move(folder)), m_sink(sink) {}

void RunJournal::resumeFrom(std::int64_t step, double elapsedSeconds) {
    m_stepBefore = step;
    m_elapsedBefore = elapsedSeconds;
}

Result<void> RunJournal::tell(const runs::Event& event) {
    auto appended = m_folder.append(event);
    if (!appended)
        return appended;
    if (auto told = tellTensorboard(event); !told && !m_hasComplained) {
        m_hasComplained = true; // once is enough
        log::warning("training", told.error().message);
    }
    if (m_sink)
        m_sink(event);
    return {};
}

Result<void> RunJournal::tellTensorboard(const runs::Event& event) {
    if (const auto* hello = std::get_if<runs::HelloEvent>(&event))
        return startTensorboard(hello->step);
    if (!m_tensorboard)
        return {};
    if (const auto* metric = std::get_if<runs::MetricEvent>(&event))
        return m_tensorboard->writeScalars(metric->step, metric->values);
    if (const auto* sample = std::get_if<runs::SampleEvent>(&event))
        return tellPictures(*sample);
    return {};
}

/// Each start has a file of its own, which takes back what older ones tell of later steps.
Result<void> RunJournal::startTensorboard(std::int64_t step) {
    auto opened = runs::TensorboardWriter::open(m_folder.path(), step > 0 ? step + 1 : 0);
    if (!opened)
        return failure(opened);
    m_tensorboard = *std::move(opened);
    if (step > 0)
        return {};
    const auto config = io::readWholeFile(m_folder.config(), kMostBytes);
    if (!config)
        return failure(config);
    std::istringstream lines(*config);
    std::string text;
    for (std::string line; std::getline(lines, line);)
        text += "    " + line + "\n"; // Markdown's code
    return m_tensorboard->writeText(0, "config", text);
}

Result<void> RunJournal::tellPictures(const runs::SampleEvent& event) {
    namespace fs = std::filesystem;
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(m_folder.path() / event.path, error)) {
        if (entry.path().extension() == ".png")
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
        const auto png = io::readWholeFile(file, kMostBytes);
        if (!png)
            return failure(png);
        if (auto written =
                m_tensorboard->writeImage(event.step, "samples/" + file.stem().string(), *png);
            !written)
            return written;
    }
    return {};
}

Result<void> RunJournal::tellProgress(std::int64_t step, const runs::TrainingOptions& plan,
                                      std::int64_t memoryBytes) {
    m_toldProgress = Clock::now();
    const std::int64_t steps = plan.lastStep();
    const double perStep = secondsPerStep(step);
    return tell(runs::ProgressEvent{
        step, steps, elapsedSeconds(), static_cast<double>(steps - step) * perStep,
        perStep > 0.0 ? static_cast<double>(plan.batchSize) / perStep : 0.0, memoryBytes});
}

bool RunJournal::isProgressDue() const {
    return secondsSince(m_toldProgress) >= kProgressSeconds;
}

double RunJournal::elapsedSeconds() const {
    return m_elapsedBefore + secondsSince(m_started);
}

double RunJournal::secondsPerStep(std::int64_t step) const {
    const auto done = static_cast<double>(step - m_stepBefore);
    return done > 0.0 ? secondsSince(m_started) / done : 0.0;
}

} // namespace hierascope::training
