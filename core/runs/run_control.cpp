// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/run_control.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cmath>
#include <fstream>
#include <sstream>
#include <utility>

#include <nlohmann/json.hpp>
#include <unistd.h>

#include "core/base/atomic_file.h"

namespace hierascope::runs {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// More than any command needs; a larger file is none.
constexpr std::uintmax_t kMostBytes = 4096;

fs::path folderOf(const fs::path& run) {
    return run / "control";
}

json jsonFrom(const Command& command) {
    struct Writer {
        json operator()(const StopCommand&) const { return {{"command", "stop"}}; }
        json operator()(const PauseCommand&) const { return {{"command", "pause"}}; }
        json operator()(const ResumeCommand&) const { return {{"command", "resume"}}; }
        json operator()(const SaveCommand&) const { return {{"command", "save"}}; }
        json operator()(const SampleCommand&) const { return {{"command", "sample"}}; }
        json operator()(const ExtendCommand& extend) const {
            return {{"command", "extend"}, {"steps", extend.steps}};
        }
        json operator()(const LearningRateCommand& rate) const {
            return {{"command", "learning_rate"}, {"value", rate.value}};
        }
    };
    return std::visit(Writer(), command);
}

tl::unexpected<Error> broken(const fs::path& file, const std::string& sentence) {
    return failure(ErrorCode::BadData, "Command '" + file.string() + "': " + sentence);
}

Result<Command> commandFrom(const fs::path& file, const json& object) {
    if (!object.is_object() || !object.contains("command") || !object["command"].is_string())
        return broken(file, "'command' is missing.");
    const auto name = object["command"].get<std::string>();
    if (name == "stop")
        return StopCommand{};
    if (name == "pause")
        return PauseCommand{};
    if (name == "resume")
        return ResumeCommand{};
    if (name == "save")
        return SaveCommand{};
    if (name == "sample")
        return SampleCommand{};
    if (name == "extend") {
        if (!object.contains("steps") || !object["steps"].is_number_integer() ||
            object["steps"].get<std::int64_t>() < 1)
            return broken(file, "'steps' must be a whole number above 0.");
        return ExtendCommand{object["steps"].get<std::int64_t>()};
    }
    if (name == "learning_rate") {
        if (!object.contains("value") || !object["value"].is_number() ||
            !(object["value"].get<double>() > 0.0))
            return broken(file, "'value' must be a number above 0.");
        return LearningRateCommand{object["value"].get<double>()};
    }
    return broken(file, "there is no command '" + name + "'.");
}

Result<Command> readCommand(const fs::path& file) {
    std::error_code error;
    if (fs::file_size(file, error) > kMostBytes || error)
        return broken(file, "it is no command.");
    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    const json object = json::parse(text.str(), nullptr, false);
    if (object.is_discarded())
        return broken(file, "it is not JSON.");
    return commandFrom(file, object);
}

/// Names that sort in the order in which commands were sent.
std::string nextName() {
    static std::atomic<int> counter = 0;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    std::string time =
        std::to_string(std::chrono::duration_cast<std::chrono::microseconds>(now).count());
    std::string count = std::to_string(counter++);
    time.insert(0, 20 - std::min<std::size_t>(20, time.size()), '0');
    count.insert(0, 6 - std::min<std::size_t>(6, count.size()), '0');
    return time + "-" + std::to_string(::getpid()) + "-" + count + ".json";
}

std::chrono::system_clock::time_point timeOf(const fs::path& file) {
    const std::string name = file.filename().string();
    std::int64_t microseconds = 0;
    std::from_chars(name.data(), name.data() + name.size(), microseconds);
    return std::chrono::system_clock::time_point(std::chrono::microseconds(microseconds));
}

} // namespace

Result<void> sendCommand(const fs::path& run, const Command& command) {
    std::error_code error;
    fs::create_directory(folderOf(run), error);
    if (error)
        return failure(ErrorCode::CannotCreate, "Folder '" + folderOf(run).string() +
                                                    "' cannot be made: " + error.message() + ".");
    return writeFileAtomically(folderOf(run) / nextName(), jsonFrom(command).dump() + "\n");
}

std::vector<ReceivedCommand> waitingCommands(const fs::path& run) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folderOf(run), error))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<ReceivedCommand> commands;
    for (const fs::path& file : files)
        commands.push_back({file, timeOf(file), readCommand(file)});
    return commands;
}

Result<void> dismissCommand(const ReceivedCommand& received) {
    std::error_code error;
    fs::remove(received.file, error);
    if (error)
        return failure(ErrorCode::CannotCreate, "Command '" + received.file.string() +
                                                    "' cannot be removed: " + error.message() +
                                                    ".");
    return {};
}

} // namespace hierascope::runs
