// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_folder.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "core/base/atomic_file.h"

namespace hierascope::runs {

namespace {

constexpr std::string_view kStepPrefix = "step-";

tl::unexpected<Error> cannotWrite(const std::filesystem::path& path, int code) {
    return failure(ErrorCode::CannotCreate, "Cannot write '" + path.string() + "': " +
                                                std::generic_category().message(code) + ".");
}

/// Appends the whole text, or leaves the file as it was: what follows half a line is lost with it.
Result<void> appendText(const std::filesystem::path& path, std::string_view text) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return cannotWrite(path, errno);
    const off_t size = ::lseek(descriptor, 0, SEEK_END);
    int code = 0;
    while (!text.empty() && code == 0) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written > 0)
            text.remove_prefix(static_cast<std::size_t>(written));
        else if (written == 0 || errno != EINTR)
            code = written == 0 ? ENOSPC : errno;
    }
    const bool isUndone = code == 0 || size < 0 || ::ftruncate(descriptor, size) == 0;
    if (::close(descriptor) != 0 && code == 0)
        code = errno;
    if (code != 0 || !isUndone)
        return cannotWrite(path, code);
    return {};
}

std::string csvRows(const MetricEvent& event) {
    constexpr int kDigits = 9; // no two floats look alike
    std::ostringstream rows;
    rows.precision(kDigits);
    for (const auto& [name, value] : event.values)
        rows << event.step << ',' << name << ',' << value << '\n';
    return rows.str();
}

} // namespace

RunFolder::RunFolder(std::filesystem::path path) : m_path(std::move(path)) {}

Result<RunFolder> RunFolder::create(const std::filesystem::path& path) {
    std::error_code error;
    if (std::filesystem::exists(path / "config.json", error))
        return failure(ErrorCode::CannotCreate,
                       "Run folder '" + path.string() +
                           "' already holds a run; name another folder, or resume it by giving "
                           "the folder itself.");
    std::filesystem::create_directories(path / "checkpoints", error);
    if (error)
        return failure(ErrorCode::CannotCreate, "Cannot create run folder '" + path.string() +
                                                    "': " + error.message() + ".");
    return RunFolder(path);
}

Result<RunFolder> RunFolder::open(const std::filesystem::path& path) {
    std::error_code error;
    const auto config = std::filesystem::status(path / "config.json", error);
    if (config.type() == std::filesystem::file_type::none)
        return failure(ErrorCode::NoInput, "Run folder '" + path.string() +
                                               "' cannot be read: " + error.message() + ".");
    if (!std::filesystem::exists(config))
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
        if (!name.starts_with(kStepPrefix) || !entry.is_directory(error))
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

Result<void> RunFolder::dropMetricsAfter(std::int64_t step) const {
    const std::filesystem::path file = m_path / "metrics.csv";
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return {}; // nothing was told yet
    std::string kept;
    bool isWhole = true;
    for (std::string line; std::getline(in, line);) {
        std::int64_t told = -1; // the header has none
        std::from_chars(line.data(), line.data() + line.size(), told);
        if (told <= step && !in.eof())
            kept += line + "\n";
        else
            isWhole = false;
    }
    return isWhole ? Result<void>() : writeFileAtomically(file, kept);
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
