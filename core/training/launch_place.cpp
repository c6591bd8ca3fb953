// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/launch_place.h"

#include <charconv>
#include <cstdlib>
#include <string_view>

namespace hierascope::training {

namespace {

constexpr std::int64_t kMostProcesses = 1'000'000;
constexpr std::int64_t kLargestPort = 65535;

std::string_view textOf(const ReadVariable& read, const char* name) {
    const char* value = read(name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

/// A whole number from `low` to `high`.
Result<std::int64_t> numberOf(const ReadVariable& read, const char* name, std::int64_t low,
                              std::int64_t high) {
    const std::string_view text = textOf(read, name);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < low || value > high)
        return failure(ErrorCode::Usage,
                       "Variable " + std::string(name) +
                           (text.empty() ? " is missing" : " is '" + std::string(text) + "'") +
                           ", expected a whole number from " + std::to_string(low) + " to " +
                           std::to_string(high) + " where several processes train together.");
    return value;
}

/// The first host of a list as Slurm writes it: "node[003-005,9],login" begins with node003.
std::string firstHost(std::string_view list) {
    const std::size_t bracket = list.find('[');
    if (bracket >= list.find(','))
        return std::string(list.substr(0, list.find(',')));
    const std::string_view numbers = list.substr(bracket + 1);
    return std::string(list.substr(0, bracket)) +
           std::string(numbers.substr(0, numbers.find_first_of(",-]")));
}

/// The meeting point that MASTER_ADDR and MASTER_PORT name.
Result<void> readMeetingPoint(const ReadVariable& read, LaunchPlace& place) {
    place.host = textOf(read, "MASTER_ADDR");
    if (place.host.empty())
        return failure(ErrorCode::Usage, "Variable MASTER_ADDR is missing, expected the name of "
                                         "the host where process 0 of " +
                                             std::to_string(place.processes) + " runs.");
    const auto port = numberOf(read, "MASTER_PORT", 1, kLargestPort);
    if (!port)
        return failure(port);
    place.port = static_cast<std::uint16_t>(*port);
    return {};
}

Result<std::optional<LaunchPlace>> standardPlace(const ReadVariable& read) {
    LaunchPlace place;
    const auto processes = numberOf(read, "WORLD_SIZE", 1, kMostProcesses);
    if (!processes)
        return failure(processes);
    if (*processes == 1)
        return std::optional<LaunchPlace>();
    place.processes = *processes;
    const auto rank = numberOf(read, "RANK", 0, *processes - 1);
    if (!rank)
        return failure(rank);
    place.rank = *rank;
    if (!textOf(read, "LOCAL_WORLD_SIZE").empty()) {
        const auto local = numberOf(read, "LOCAL_WORLD_SIZE", 1, *processes);
        if (!local)
            return failure(local);
        place.localProcesses = *local;
    }
    if (auto met = readMeetingPoint(read, place); !met)
        return failure(met);
    place.isStoreServed = textOf(read, "TORCHELASTIC_USE_AGENT_STORE") == "True";
    if (const auto attempt = textOf(read, "TORCHELASTIC_RESTART_COUNT"); !attempt.empty())
        place.attempt = attempt;
    return std::optional(place);
}

/// The number of tasks on this host, out of "4" or "2(x3),1"; 1 where it is not to be read.
std::int64_t tasksOnHost(std::string_view text) {
    std::int64_t tasks = 1;
    std::from_chars(text.data(), text.data() + text.size(), tasks);
    return tasks < 1 ? 1 : tasks;
}

Result<std::optional<LaunchPlace>> slurmPlace(const ReadVariable& read) {
    constexpr std::int64_t kFirstPort = 15000;
    constexpr std::int64_t kPorts = 10000;
    LaunchPlace place;
    const auto processes = numberOf(read, "SLURM_STEP_NUM_TASKS", 1, kMostProcesses);
    if (!processes)
        return failure(processes);
    if (*processes == 1)
        return std::optional<LaunchPlace>();
    place.processes = *processes;
    const auto rank = numberOf(read, "SLURM_PROCID", 0, *processes - 1);
    if (!rank)
        return failure(rank);
    place.rank = *rank;
    place.localProcesses = tasksOnHost(textOf(read, "SLURM_STEP_TASKS_PER_NODE"));
    if (!textOf(read, "MASTER_ADDR").empty() && !textOf(read, "MASTER_PORT").empty()) {
        if (auto met = readMeetingPoint(read, place); !met)
            return failure(met);
        return std::optional(place);
    }
    place.host = firstHost(textOf(read, "SLURM_STEP_NODELIST"));
    if (place.host.empty())
        return failure(ErrorCode::Usage, "Variable SLURM_STEP_NODELIST is missing, expected the "
                                         "hosts of the step, or MASTER_ADDR and MASTER_PORT.");
    const auto job = numberOf(read, "SLURM_JOB_ID", 0, INT64_MAX);
    if (!job)
        return failure(job);
    place.port = static_cast<std::uint16_t>(kFirstPort + *job % kPorts);
    return std::optional(place);
}

} // namespace

Result<std::optional<LaunchPlace>> launchPlace(const ReadVariable& read) {
    if (!textOf(read, "WORLD_SIZE").empty())
        return standardPlace(read);
    // A batch script that starts one process has SLURM_NTASKS, too; only a step has this one.
    if (!textOf(read, "SLURM_STEP_NUM_TASKS").empty() && !textOf(read, "SLURM_PROCID").empty())
        return slurmPlace(read);
    return std::optional<LaunchPlace>();
}

Result<std::optional<LaunchPlace>> launchPlace() {
    return launchPlace([](const char* name) -> const char* { return std::getenv(name); });
}

} // namespace hierascope::training
