// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_folder.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <string>
#include <utility>

namespace hierascope::runs {

namespace {

constexpr std::string_view kStepPrefix = "step-";

Result<void> appendText(const std::filesystem::path& path, const std::string& text) {
    std::ofstream out(path, std::ios::app | std::ios::binary);
    out << text << std::flush;
    if (!out)
        return failure(ErrorCode::CannotCreate, "Cannot write '" + path.string() + "'.");
    return {};
}

std::string csvRows(const MetricEvent& event) {
    std::string rows;
    for (const auto& [name, value] : event.values)
        rows += std::to_string(event.step) + "," + name + "," + std::to_string(value) + "\n";
    return rows;
}

} // namespace

RunFolder::RunFolder(std::filesystem::path path) : m_path(std::move(path)) {}

Result<RunFolder> RunFolder::create(const std::filesystem::path& path) {
    if (std::filesystem::exists(path / "config.json"))
        return failure(ErrorCode::CannotCreate,
                       "Run folder '" + path.string() +
                           "' already holds a run; name another folder, or resume it by giving "
                           "the folder itself.");
    std::error_code error;
    std::filesystem::create_directories(path / "checkpoints", error);
    if (error)
        return failure(ErrorCode::CannotCreate, "Cannot create run folder '" + path.string() +
                                                    "': " + error.message() + ".");
    return RunFolder(path);
}

Result<RunFolder> RunFolder::open(const std::filesystem::path& path) {
    if (!std::filesystem::exists(path / "config.json"))
        return failure(ErrorCode::NoInput,
                       "Run folder '" + path.string() + "' has no config.json.");
    return RunFolder(path);
}

std::filesystem::path RunFolder::checkpoint(std::int64_t step) const {
    return m_path / "checkpoints" / (std::string(kStepPrefix) + std::to_string(step));
}

std::vector<std::int64_t> RunFolder::checkpointSteps() const {
    std::vector<std::int64_t> steps;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(m_path / "checkpoints", error)) {
        const std::string name = entry.path().filename().string();
        std::int64_t step = 0;
        const char* end = name.data() + name.size();
        if (!name.starts_with(kStepPrefix) || !entry.is_directory())
            continue;
        const auto [parsed, failed] = std::from_chars(name.data() + kStepPrefix.size(), end, step);
        if (failed == std::errc() && parsed == end)
            steps.push_back(step);
    }
    std::sort(steps.begin(), steps.end());
    return steps;
}

Result<void> RunFolder::append(const Event& event) const {
    if (auto written = appendText(m_path / "events.jsonl", lineFromEvent(event) + "\n"); !written)
        return written;
    if (const auto* metric = std::get_if<MetricEvent>(&event)) {
        const auto table = m_path / "metrics.csv";
        const std::string header =
            std::filesystem::exists(table) ? "" : std::string("step,name,value\n");
        return appendText(table, header + csvRows(*metric));
    }
    return {};
}

Result<void> RunFolder::dropUnfinishedLine() const {
    const std::filesystem::path file = m_path / "events.jsonl";
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return {}; // nothing was told yet
    std::uintmax_t whole = 0;
    for (std::string line; std::getline(in, line) && !in.eof();)
        whole += line.size() + 1;
    std::error_code error;
    if (std::filesystem::file_size(file, error) != whole && !error)
        std::filesystem::resize_file(file, whole, error);
    if (error)
        return failure(ErrorCode::CannotCreate,
                       "Cannot cut '" + file.string() + "': " + error.message() + ".");
    return {};
}

Result<std::vector<Event>> RunFolder::events() const {
    std::ifstream in(m_path / "events.jsonl", std::ios::binary);
    std::vector<Event> events;
    std::int64_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (in.eof())
            break;
        auto event = eventFromLine(line);
        if (!event)
            return failure(ErrorCode::BadData, "File '" + (m_path / "events.jsonl").string() +
                                                   "', line " + std::to_string(number) + ": " +
                                                   event.error().message);
        events.push_back(std::move(*event));
    }
    return events;
}

} // namespace hierascope::runs
