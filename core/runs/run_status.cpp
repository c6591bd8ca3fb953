// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_status.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <sstream>
#include <utility>

#include <nlohmann/json.hpp>
#include <unistd.h>

#include "core/base/atomic_file.h"
#include "core/runs/run_folder.h"

namespace hierascope::runs {

namespace {

using nlohmann::json;

constexpr std::array<std::pair<RunState, const char*>, 9> kNames = {{
    {RunState::Waiting, "waiting"},
    {RunState::Starting, "starting"},
    {RunState::Training, "training"},
    {RunState::Paused, "paused"},
    {RunState::Saving, "saving"},
    {RunState::Stopped, "stopped"},
    {RunState::Finished, "finished"},
    {RunState::Failed, "failed"},
    {RunState::Lost, "lost"},
}};

std::filesystem::path fileOf(const std::filesystem::path& run) {
    return run / "status.json";
}

Result<RunStatus> statusFrom(const std::filesystem::path& file, const json& object) {
    try {
        const auto name = object.at("state").get<std::string>();
        const auto* found = std::find_if(kNames.begin(), kNames.end(),
                                         [&](const auto& entry) { return name == entry.second; });
        if (found == kNames.end())
            return failure(ErrorCode::BadData,
                           "'" + file.string() + "': there is no state '" + name + "'.");
        RunStatus status;
        status.state = found->first;
        status.process = object.value("process", std::int64_t{0});
        status.host = object.value("host", "");
        status.step = object.value("step", std::int64_t{0});
        status.steps = object.value("steps", std::int64_t{0});
        status.secondsPerStep = object.value("seconds_per_step", 0.0);
        status.heartbeat = object.value("heartbeat", std::int64_t{0});
        status.message = object.value("message", "");
        return status;
    } catch (const json::exception&) {
        return failure(ErrorCode::BadData, "'" + file.string() + "' is not a run's status.");
    }
}

} // namespace

bool isLive(RunState state) {
    return state == RunState::Starting || state == RunState::Training ||
           state == RunState::Paused || state == RunState::Saving;
}

bool isProcessAlive(std::int64_t process) {
    if (process <= 0 || (::kill(static_cast<pid_t>(process), 0) != 0 && errno != EPERM))
        return false;
    // One that has ended stays listed until its parent asks for it.
    std::ifstream stat("/proc/" + std::to_string(process) + "/stat"); // proc(5): after the name
    std::string line;
    if (!std::getline(stat, line))
        return true;
    const std::size_t name = line.rfind(')');
    return name == std::string::npos || name + 2 >= line.size() || line[name + 2] != 'Z';
}

std::string hostName() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

Result<void> writeStatus(const std::filesystem::path& run, const RunStatus& status) {
    const auto* named = std::find_if(kNames.begin(), kNames.end(), [&](const auto& entry) {
        return entry.first == status.state;
    });
    const json object = {
        {"state", named->second},        {"process", status.process},
        {"host", status.host},           {"step", status.step},
        {"steps", status.steps},         {"seconds_per_step", status.secondsPerStep},
        {"heartbeat", status.heartbeat}, {"message", status.message}};
    return writeFileAtomically(fileOf(run), object.dump(2) + "\n");
}

Result<RunStatus> readStatus(const std::filesystem::path& run) {
    std::ifstream stream(fileOf(run));
    if (!stream) {
        const auto folder = RunFolder::open(run);
        if (!folder)
            return failure(folder);
        RunStatus status;
        const auto steps = folder->checkpointSteps();
        if (!steps.empty()) {
            status.state = RunState::Stopped;
            status.step = steps.back();
        }
        return status;
    }
    std::ostringstream text;
    text << stream.rdbuf();
    const json object = json::parse(text.str(), nullptr, false);
    if (object.is_discarded())
        return failure(ErrorCode::BadData, "'" + fileOf(run).string() + "' is not JSON.");
    auto status = statusFrom(fileOf(run), object);
    if (status && isLive(status->state) && status->host == hostName() &&
        !isProcessAlive(status->process))
        status->state = RunState::Lost;
    return status;
}

} // namespace hierascope::runs
