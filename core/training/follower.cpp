// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/follower.h"

#include "core/training/run_config.h"
#include "core/training/training_session.h"

namespace hierascope::training {

namespace {

Result<void> obeyOrders(ProcessTeam& team, TrainingSession& session) {
    for (;;) {
        const Order order = team.takeOrder();
        switch (order.kind) {
        case Order::Kind::Step:
            if (auto done = session.step(); !done)
                return failure(done);
            break;
        case Order::Kind::LearningRate:
            session.setLearningRate(order.value);
            break;
        case Order::Kind::Wait:
            break;
        case Order::Kind::End:
            return {};
        }
    }
}

Result<void> followIn(ProcessTeam& team, const TrainerOptions& options,
                      const TaskContext& context) {
    const auto run = team.awaitRun(context);
    if (!run)
        return failure(run);
    const std::filesystem::path folder = *run;
    const auto config = readRunConfig(folder / "config.json");
    if (!config)
        return failure(config);
    const auto device = prepareDevice(options, &team);
    if (!device)
        return failure(device);
    auto session = TrainingSession::create(*config, *device, folder / "cache", context, &team);
    if (!session)
        return failure(session.error().code, "Run '" + *run + "': " + session.error().message);
    (*session)->shareState();
    return obeyOrders(team, **session);
}

} // namespace

Result<void> follow(ProcessTeam& team, const TrainerOptions& options, const TaskContext& context) {
    Result<void> done;
    try {
        done = followIn(team, options, context);
    } catch (const PeerLost& lost) {
        return failure(ErrorCode::Failed, lost.what());
    } catch (const std::exception& thrown) {
        const std::string what = thrown.what();
        done = failure(ErrorCode::Failed, what.substr(0, what.find('\n')));
    }
    if (!done)
        team.leave(done.error().message);
    return done;
}

} // namespace hierascope::training
