// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer.h"

#include <exception>

#include "core/runs/run_folder.h"
#include "core/runs/train_config.h"
#include "core/tensor/device.h"
#include "core/training/run_config.h"
#include "core/training/run_desk.h"
#include "core/training/training_loop.h"
#include "core/training/training_session.h"

namespace hierascope::training {

namespace {

Result<void> trainIn(const runs::RunFolder& folder, const TrainerOptions& options, RunDesk& desk,
                     const EventSink& sink, const TaskContext& context) {
    auto config = readRunConfig(folder.config());
    if (!config)
        return failure(config);
    auto device = tensor::chooseDevice(options.device);
    if (!device)
        return failure(device);
    tensor::setThreadCount(options.threads);
    auto session = TrainingSession::create(*config, *device, folder.path() / "cache", context);
    if (!session)
        return failure(session.error().code,
                       "Run '" + folder.path().string() + "': " + session.error().message);
    TrainingLoop loop(folder, *config, **session, desk, sink);
    if (auto resumed = loop.resume(); !resumed)
        return resumed;
    if (options.extendTo > 0) {
        if (auto extended = loop.extend(options.extendTo); !extended)
            return extended;
    }
    return loop.run(context);
}

} // namespace

Result<void> train(const std::filesystem::path& run, const TrainerOptions& options,
                   const EventSink& sink, const TaskContext& context) {
    auto folder = runs::RunFolder::open(run);
    if (!folder)
        return failure(folder);
    auto desk = RunDesk::open(run);
    if (!desk)
        return failure(desk);
    desk->tell(runs::RunState::Starting, 0);
    Result<void> trained;
    try {
        trained = trainIn(*folder, options, *desk, sink, context);
    } catch (const std::exception& thrown) {
        const std::string what = thrown.what();
        trained = failure(ErrorCode::Failed,
                          "Run '" + run.string() + "': " + what.substr(0, what.find('\n')));
    }
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
