// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer.h"

#include <algorithm>
#include <exception>
#include <new>
#include <string>
#include <string_view>

#include <c10/util/Exception.h>

#include <ATen/Parallel.h>

#include "core/base/log.h"
#include "core/runs/run_folder.h"
#include "core/runs/train_config.h"
#include "core/tensor/device.h"
#include "core/training/run_config.h"
#include "core/training/run_data.h"
#include "core/training/run_desk.h"
#include "core/training/run_environment.h"
#include "core/training/training_loop.h"
#include "core/training/training_session.h"

namespace hierascope::training {

namespace {

Result<void> trainIn(const runs::RunFolder& folder, const TrainerOptions& options, RunDesk& desk,
                     const EventSink& sink, const TaskContext& context, ProcessTeam* team) {
    auto config = readRunConfig(folder.config());
    if (!config)
        return failure(config);
    const auto device = prepareDevice(options, team);
    if (!device)
        return failure(device);
    if (auto noted = noteEnvironment(folder.path(), *device); !noted)
        return noted;
    if (auto checked = checkRunData(folder.path(), *config, options.acceptData); !checked)
        return checked;
    auto session =
        TrainingSession::create(*config, *device, folder.path() / "cache", context, team);
    if (!session)
        return failure(session.error().code,
                       "Run '" + folder.path().string() + "': " + session.error().message);
    TrainingLoop loop(folder, *config, **session, desk, sink, team);
    if (auto resumed = loop.resume(); !resumed)
        return resumed;
    if (options.extendTo > 0) {
        if (auto extended = loop.extend(options.extendTo); !extended)
            return extended;
    }
    if (team != nullptr) {
        log::info("training", "Training with " + std::to_string(team->processes()) +
                                  " processes and a joint batch of " +
                                  std::to_string(config->training.batchSize) + ".");
        team->announceRun(std::filesystem::absolute(folder.path()).string());
        (*session)->shareState();
    }
    return loop.run(context);
}

/// What a run needs less memory with, and what it has so far.
tl::unexpected<Error> outOfMemory(const runs::RunFolder& folder) {
    std::string advice = "training.batch_size or the image size";
    if (const auto config = readRunConfig(folder.config()))
        advice = "training.batch_size (now " + std::to_string(config->training.batchSize) +
                 ") or the image size (now " + config->model["preprocess"]["size"].dump() + ")";
    const auto steps = folder.checkpointSteps();
    return failure(ErrorCode::Failed,
                   "Run '" + folder.path().string() + "': there is not enough memory; lower " +
                       advice + ". The last checkpoint is " +
                       (steps.empty() ? "none" : "that of step " + std::to_string(steps.back())) +
                       ".");
}

/// Whether LibTorch says that memory ran out; on the CPU it has no type of its own for that.
bool isOutOfMemory(const std::exception& thrown) {
    const std::string_view what = thrown.what();
    return dynamic_cast<const c10::OutOfMemoryError*>(&thrown) != nullptr ||
           dynamic_cast<const std::bad_alloc*>(&thrown) != nullptr ||
           what.find("can't allocate memory") != std::string_view::npos ||
           what.find("not enough memory") != std::string_view::npos;
}

Result<void> trainOrSayWhy(const runs::RunFolder& folder, const TrainerOptions& options,
                           RunDesk& desk, const EventSink& sink, const TaskContext& context,
                           ProcessTeam* team) {
    bool isTooLarge = false;
    std::string what;
    try {
        return trainIn(folder, options, desk, sink, context, team);
    } catch (const std::exception& thrown) {
        isTooLarge = isOutOfMemory(thrown);
        what = thrown.what();
    }
    if (isTooLarge) // only here is the model's memory free again
        return outOfMemory(folder);
    return failure(ErrorCode::Failed,
                   "Run '" + folder.path().string() + "': " + what.substr(0, what.find('\n')));
}

} // namespace

Result<at::Device> prepareDevice(const TrainerOptions& options, const ProcessTeam* team) {
    auto device = tensor::chooseDevice(options.device);
    if (!device)
        return device;
    tensor::setThreadCount(options.threads);
    if (team == nullptr)
        return device;
    if (device->type() != at::kCPU)
        return failure(ErrorCode::NoDevice,
                       "Device '" + device->str() + "' cannot be shared by " +
                           std::to_string(team->processes()) +
                           " processes yet; give --device cpu, or start one process.");
    if (options.threads == 0)
        tensor::setThreadCount(std::max<int>(
            1, at::get_num_threads() / static_cast<int>(team->place().localProcesses)));
    return device;
}

Result<void> train(const std::filesystem::path& run, const TrainerOptions& options,
                   const EventSink& sink, const TaskContext& context, ProcessTeam* team) {
    auto folder = runs::RunFolder::open(run);
    if (!folder)
        return failure(folder);
    auto desk = RunDesk::open(run, options.since);
    if (!desk)
        return failure(desk);
    desk->tell(runs::RunState::Starting, 0);
    auto trained = trainOrSayWhy(*folder, options, *desk, sink, context, team);
    if (!trained) {
        // Who watches the folder must learn it too; the disk may be what failed.
        const bool isStopped = trained.error().code == ErrorCode::Cancelled;
        const auto steps = folder->checkpointSteps();
        desk->tell(isStopped ? runs::RunState::Stopped : runs::RunState::Failed,
                   steps.empty() ? 0 : steps.back(), 0.0, trained.error().message);
        const runs::ErrorEvent event{trained.error().message};
        if (folder->append(event) && sink)
            sink(event);
    }
    return trained;
}

} // namespace hierascope::training
