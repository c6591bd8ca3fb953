// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>

#include <CLI/App.hpp>

#include "app/hierascope_cli/command_line.h"
#include "app/hierascope_cli/commands.h"
#include "core/runs/events.h"
#include "core/training/trainer.h"

namespace hierascope::cli {

namespace {

namespace fs = std::filesystem;

struct TrainArguments {
    fs::path configOrRun;
    fs::path run; ///< where a config's run folder is made
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

Result<void> train(Session& session, const TrainArguments& arguments) {
    const auto run = runFolder(arguments);
    if (!run)
        return failure(run);
    bool isStopped = false;
    const auto print = [&isStopped](const runs::Event& event) {
        std::cout << runs::lineFromEvent(event) << std::endl;
        if (const auto* finished = std::get_if<runs::FinishedEvent>(&event))
            isStopped = finished->reason == "stopped";
    };
    const training::TrainerOptions options{session.common.device, session.common.threads};
    if (auto trained = training::train(*run, options, print, session.context()); !trained)
        return trained;
    if (isStopped)
        return failure(ErrorCode::Cancelled, "Stopped; 'hierascope_cli train " + run->string() +
                                                 "' goes on from the checkpoint.");
    return {};
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
    command->callback([&session, arguments] {
        session.work = [&session, arguments] { return train(session, *arguments); };
    });
}

} // namespace hierascope::cli
