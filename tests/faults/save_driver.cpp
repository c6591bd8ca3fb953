// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What tests/faults/run breaks: one process that saves all that a training saves, and one that
// looks at what is left of it.
//   hierascope_save_driver make RUN    makes a run with two checkpoints
//   hierascope_save_driver save RUN    saves step 3 in every way that there is
//   hierascope_save_driver serve       reads "RUN" lines, and for each starts a process that waits
//   for
//                                      RUN.go, then does what 'save' does with its words in RUN.out
//                                      and RUN.err; says its number, and "= STATUS" once it ended
//   hierascope_save_driver check       reads "SAID RUN" lines, where SAID is the last step that the
//                                      broken process called saved, and says of each whether the
//                                      run is whole: "= ok", or "= " and why not
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <ATen/ops/equal.h>
#include <ATen/ops/full.h>
#include <nlohmann/json.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include "core/io/json_file.h"
#include "core/runs/run_control.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_status.h"
#include "core/runs/tensorboard_reader.h"
#include "core/training/checkpoint_shelf.h"
#include "core/training/run_desk.h"
#include "core/training/run_journal.h"
#include "core/training/run_samples.h"

namespace {

using namespace hierascope;
using nlohmann::json;
namespace fs = std::filesystem;

constexpr std::int64_t kKept = 2;
constexpr std::int64_t kStep = 3; ///< that `save` saves; 1 and 2 are there
constexpr double kRate = 0.5;     ///< of the second save of that step

/// A state whose every number follows from its step.
training::TrainerState stateOf(std::int64_t step, double rate = 0.0) {
    const auto filled = [step](double factor) {
        return io::TensorMap{{"a", at::full({64, 48}, factor * static_cast<double>(step))},
                             {"b", at::full({7}, factor + static_cast<double>(step))}};
    };
    training::TrainerState state;
    state.step = step;
    state.learningRate = rate;
    state.weights = filled(1.0);
    state.average = filled(0.25);
    state.optimizer = filled(3.0);
    return state;
}

bool isEqual(const io::TensorMap& a, const io::TensorMap& b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](const auto& left, const auto& right) {
               return left.first == right.first && at::equal(left.second, right.second);
           });
}

bool isWhole(const training::TrainerState& state) {
    const training::TrainerState wanted = stateOf(state.step);
    const bool isRate = state.learningRate == 0.0 || state.learningRate == kRate;
    return isRate && isEqual(state.weights, wanted.weights) &&
           isEqual(state.average, wanted.average) && isEqual(state.optimizer, wanted.optimizer);
}

json configUntil(std::int64_t until) {
    return {{"format", 1}, {"training", {{"until", until}}}};
}

/// Everything that a trainer and who commands it write, in one process and in a fixed order.
Result<void> saveAll(const fs::path& run) {
    const auto folder = runs::RunFolder::open(run);
    if (!folder)
        return failure(folder);
    training::CheckpointShelf shelf(*folder, kKept);
    const training::EventSink nobody;
    training::RunJournal journal(*folder, nobody);
    runs::RunStatus status;
    status.state = runs::RunState::Stopped;
    const std::string name = "checkpoints/step-" + std::to_string(kStep);
    for (
        const auto& act : std::vector<std::function<Result<void>()>>{
            [&] { return runs::sendCommand(run, runs::ExtendCommand{10}); },
            [&] {
                return journal.tell(runs::HelloEvent{1, "run", kStep - 1, 10});
            },
            [&] { return io::writeJsonFile(folder->config(), configUntil(10)); },
            [&] {
                return journal.tell(runs::MetricEvent{kStep, {{"loss", 1.0}}});
            },
            [&] { return shelf.save(stateOf(kStep), configUntil(10)); },
            [&] {
                return journal.tell(runs::CheckpointEvent{kStep, name});
            },
            [&]() -> Result<void> {
                std::cout << "saved " << kStep << std::endl;
                return {};
            },
            [&] { return shelf.save(stateOf(kStep, kRate), configUntil(10)); },
            [&] { return shelf.keepAsBest(kStep, 1.0); },
            [&]() -> Result<void> {
                const auto written = training::writeSamples(run, kStep, {at::full({3, 8, 8}, 0.5)});
                return written ? journal.tell(runs::SampleEvent{kStep, *written})
                               : failure(written);
            },
            [&]() -> Result<void> {
                const auto commands = runs::waitingCommands(run);
                if (commands.empty())
                    return failure(ErrorCode::NoInput, "The command is not there.");
                return runs::dismissCommand(commands[0]);
            },
            [&] {
                return journal.tell(runs::FinishedEvent{kStep, "stopped"});
            },
            [&] { return runs::writeStatus(run, status); }}) {
        if (auto done = act(); !done)
            return done;
    }
    return {};
}

Result<void> make(const fs::path& run) {
    const auto folder = runs::RunFolder::create(run);
    if (!folder)
        return failure(folder);
    if (auto written = io::writeJsonFile(folder->config(), configUntil(9)); !written)
        return written;
    training::CheckpointShelf shelf(*folder, kKept);
    const training::EventSink nobody;
    training::RunJournal journal(*folder, nobody);
    if (auto told = journal.tell(runs::HelloEvent{1, "run", 0, 9}); !told)
        return told;
    for (std::int64_t step = 1; step < kStep; ++step) {
        const std::string name = "checkpoints/step-" + std::to_string(step);
        if (auto told = journal.tell(runs::MetricEvent{step, {{"loss", 1.0}}}); !told)
            return told;
        if (auto saved = shelf.save(stateOf(step), configUntil(9)); !saved)
            return saved;
        if (auto told = journal.tell(runs::CheckpointEvent{step, name}); !told)
            return told;
    }
    return shelf.keepAsBest(1, 0.5);
}

std::string litterIn(const fs::path& run) {
    for (const auto& entry : fs::recursive_directory_iterator(run)) {
        const std::string name = entry.path().filename().string();
        if (name.front() == '.' && name != ".lock")
            return entry.path().string();
    }
    return {};
}

/// Senders of commands may live: what they have begun is litter only after a while.
void makeCommandsOld(const fs::path& run) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(run / "control", error))
        fs::last_write_time(entry.path(), fs::file_time_type::clock::now() - std::chrono::hours(1));
}

std::string wrongMetrics(const fs::path& run) {
    std::ifstream in(run / "metrics.csv");
    for (std::string line; std::getline(in, line);)
        if (std::count(line.begin(), line.end(), ',') != 2 || in.eof())
            return "metrics.csv has the row '" + line + "'";
    return {};
}

std::string wrongStory(const runs::RunFolder& folder, std::int64_t newest) {
    const auto events = folder.events();
    if (!events)
        return events.error().message;
    for (const runs::Event& event : *events) {
        const auto* saved = std::get_if<runs::CheckpointEvent>(&event);
        if (saved != nullptr && saved->step > newest)
            return "it says that step " + std::to_string(saved->step) + " is saved";
    }
    runs::TensorboardReader reader(folder.path());
    if (const auto read = reader.update(); !read)
        return read.error().message;
    if (const auto status = runs::readStatus(folder.path()); !status)
        return status.error().message;
    return wrongMetrics(folder.path());
}

std::string wrongBest(const runs::RunFolder& folder) {
    const auto best = io::readJsonFile(folder.path() / "checkpoints" / "best.json");
    if (!best)
        return best.error().message;
    const auto step = best->at("step").get<std::int64_t>();
    const auto state = training::loadCheckpoint(folder.checkpoint(step));
    if (!state)
        return "the best is lost: " + state.error().message;
    return isWhole(*state) ? "" : "the best is not what was saved";
}

/// Starts on a run as a trainer does. Empty, or what is wrong.
std::string wrongAfter(const fs::path& run, std::int64_t said) {
    makeCommandsOld(run);
    const auto folder = runs::RunFolder::open(run);
    if (!folder)
        return folder.error().message;
    const auto desk = training::RunDesk::open(run, std::chrono::system_clock::now());
    if (!desk)
        return desk.error().message;
    const training::CheckpointShelf shelf(*folder, kKept);
    if (const auto dropped = folder->dropUnfinishedLine(); !dropped)
        return dropped.error().message;
    const auto newest = shelf.newest();
    if (!newest)
        return newest.error().message;
    if (!*newest || !isWhole(**newest))
        return "the newest checkpoint is not what was saved";
    const std::int64_t step = (**newest).step;
    if (step < std::max(said, kStep - 1))
        return "the newest checkpoint is that of step " + std::to_string(step);
    if (const auto dropped = folder->dropMetricsAfter(step); !dropped)
        return dropped.error().message;
    if (const std::string litter = litterIn(run); !litter.empty())
        return "'" + litter + "' is litter";
    const auto config = io::readJsonFile(folder->config());
    if (!config)
        return config.error().message;
    if (*config != configUntil(9) && *config != configUntil(10))
        return "config.json is neither the old one nor the new one";
    if (std::string wrong = wrongBest(*folder); !wrong.empty())
        return wrong;
    return wrongStory(*folder, step);
}

/// And goes on: the same saves succeed, and leave a whole run.
std::string wrongAtLast(const fs::path& run, std::int64_t said) {
    if (std::string wrong = wrongAfter(run, said); !wrong.empty())
        return wrong;
    if (const auto saved = saveAll(run); !saved)
        return "the next start fails: " + saved.error().message;
    std::string wrong = wrongAfter(run, kStep);
    return wrong.empty() ? wrong : "after the next start: " + wrong;
}

void check() {
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream words(line);
        std::int64_t said = 0;
        std::string run;
        words >> said >> std::ws;
        std::getline(words, run);
        const std::string wrong = wrongAtLast(run, said);
        std::cout << "= " << (wrong.empty() ? "ok" : wrong) << std::endl;
    }
}

int say(const Result<void>& done) {
    if (!done)
        std::cerr << done.error().message << std::endl;
    return done ? 0 : 1;
}

/// LibTorch takes longer to load than all saves together: it is loaded once.
void serve() {
    for (std::string run; std::getline(std::cin, run);) {
        const pid_t process = ::fork();
        if (process == 0) {
            const int caller = ::dup(STDOUT_FILENO);
            const bool isOpen = std::freopen((run + ".out").c_str(), "w", stdout) != nullptr &&
                                std::freopen((run + ".err").c_str(), "w", stderr) != nullptr;
            ::signal(SIGXFSZ, SIG_IGN); // a limit is met by an error
            ::dprintf(caller, "%d\n", ::getpid());
            while (!fs::exists(run + ".go")) // until it is watched
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            ::_exit(isOpen ? say(saveAll(run)) : 2);
        }
        int status = 0;
        ::waitpid(process, &status, 0);
        std::cout << "= " << status << std::endl;
    }
}

} // namespace

int main(int count, char** arguments) {
    const std::string act = count > 1 ? arguments[1] : "";
    if (act == "check" && count == 2) {
        check();
        return 0;
    }
    if (act == "serve" && count == 2) {
        serve();
        return 0;
    }
    if (count != 3 || (act != "make" && act != "save")) {
        std::cerr << "hierascope_save_driver make|save RUN, or check, or serve\n";
        return 2;
    }
    return say(act == "make" ? make(arguments[2]) : saveAll(arguments[2]));
}
