// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <iostream>
#include <memory>

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include "app/hierascope_cli/command_line.h"
#include "app/hierascope_cli/commands.h"
#include "app/hierascope_cli/output.h"
#include "core/base/log.h"
#include "core/runs/events.h"
#include "core/runs/run_process.h"
#include "core/training/estimate.h"
#include "core/training/follower.h"
#include "core/training/launch_place.h"
#include "core/training/trainer.h"

namespace hierascope::cli {

namespace {

namespace fs = std::filesystem;

struct TrainArguments {
    fs::path configOrRun;
    fs::path run; ///< where a config's run folder is made
    std::int64_t extendTo = 0;
    bool acceptData = false; ///< go on although the data changed
    bool isEstimate = false; ///< say what it would cost, and do not start
};

/// The run folder: the one that was named, or a new one made from the config.
Result<fs::path> runFolder(const TrainArguments& arguments) {
    std::error_code ignored;
    const fs::path& named = arguments.configOrRun;
    if (!fs::exists(named, ignored))
        return failure(ErrorCode::NoInput,
                       "There is no config or run at '" + named.string() + "'.");
    if (fs::is_directory(named, ignored)) {
        if (!arguments.run.empty())
            return failure(ErrorCode::Usage, "Option --out goes with a config, but '" +
                                                 named.string() + "' is a run.");
        return named;
    }
    if (arguments.run.empty())
        return failure(ErrorCode::Usage, "Training from config '" + named.string() +
                                             "' needs --out for the run folder.");
    if (auto made = training::createRun(named, arguments.run); !made)
        return failure(made);
    return arguments.run;
}

Result<void> estimate(const Session& session, const TrainArguments& arguments) {
    const auto cost = training::estimateTraining(
        arguments.configOrRun, {session.common.device, session.common.threads, 0});
    if (!cost)
        return failure(cost);
    if (!cost->leftOut.empty())
        log::warning("train", "The estimate is without frozen networks: " + cost->leftOut);
    if (session.common.asJson)
        std::cout << jsonText({{"parameters", cost->parameters},
                               {"flops_per_image", cost->flopsPerImage},
                               {"flops_per_step", cost->flopsPerStep},
                               {"memory_bytes", cost->memoryBytes},
                               {"seconds_per_step", cost->secondsPerStep}})
                  << '\n';
    else
        std::printf("%.1f M parameters, %.1f GFLOP, %.2f GiB and %.2f s for each step\n",
                    static_cast<double>(cost->parameters) / 1e6, cost->flopsPerStep / 1e9,
                    static_cast<double>(cost->memoryBytes) / (1024.0 * 1024.0 * 1024.0),
                    cost->secondsPerStep);
    return {};
}

/// Trains as the one process, or as the one that leads a team.
Result<void> lead(Session& session, const TrainArguments& arguments, training::ProcessTeam* team) {
    const auto run = runFolder(arguments);
    if (!run)
        return failure(run);
    bool isStopped = false;
    const auto print = [&isStopped](const runs::Event& event) {
        std::cout << runs::lineFromEvent(event) << std::endl;
        if (const auto* finished = std::get_if<runs::FinishedEvent>(&event))
            isStopped = finished->reason == "stopped";
    };
    const training::TrainerOptions options{session.common.device, session.common.threads,
                                           arguments.extendTo, runs::processStart(),
                                           arguments.acceptData};
    if (auto trained = training::train(*run, options, print, session.context(), team); !trained)
        return trained;
    if (isStopped)
        return failure(ErrorCode::Cancelled, "Stopped; 'hierascope_cli train " + run->string() +
                                                 "' goes on from the checkpoint.");
    return {};
}

Result<void> train(Session& session, const TrainArguments& arguments) {
    if (arguments.isEstimate)
        return estimate(session, arguments);
    const auto place = training::launchPlace();
    if (!place)
        return failure(place);
    if (!*place)
        return lead(session, arguments, nullptr);
    auto team = training::ProcessTeam::join(**place, session.context());
    if (!team)
        return failure(team);
    if (!(*team)->isLeader())
        return training::follow(**team, {session.common.device, session.common.threads, 0},
                                session.context());
    auto done = lead(session, arguments, team->get());
    if (!done)
        (*team)->leave(done.error().message);
    return done;
}

} // namespace

void addTrainCommand(CLI::App& program, Session& session) {
    CLI::App* command = addCommand(
        program, session, "train", "Start a run from a config, or resume one; prints JSON lines",
        "train resources/presets/hieratok-photos.json --out runs/photos");
    const auto arguments = std::make_shared<TrainArguments>();
    command->add_option("CONFIG", arguments->configOrRun, "A config, or the folder of a run")
        ->required();
    command->add_option("--out", arguments->run, "The run folder that a config's run gets");
    command
        ->add_option("--extend", arguments->extendTo,
                     "The run ends at this step from now on, also one that has finished")
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{1'000'000'000}));
    command->add_flag("--accept-data", arguments->acceptData,
                      "Go on although the data changed since the run began");
    command->add_flag(
        "--estimate", arguments->isEstimate,
        "Parameters, FLOPs, memory and seconds for each step of a config; trains nothing");
    command->callback([&session, arguments] {
        session.work = [&session, arguments] { return train(session, *arguments); };
    });
}

} // namespace hierascope::cli
