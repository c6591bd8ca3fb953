// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/task_context.h"
#include "core/tensor/joint_batch.h"
#include "core/training/launch_place.h"

namespace hierascope::training {

/// Thrown where the processes can no longer compute together; says in one sentence who is gone.
class PeerLost : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What process 0 tells the others to do next.
struct Order {
    enum class Kind { Step, LearningRate, Wait, End };
    Kind kind = Kind::Step;
    double value = 0.0; ///< of a learning rate
};

/// Processes that train one run together, over c10d and Gloo.
///
/// Process 0 leads: it alone has the run folder, and gives orders before everything that all do.
class ProcessTeam : public tensor::JointBatch {
public:
    /// Waits for all processes, five minutes at most.
    ///
    /// @return Failed naming who did not come, or where nobody was met
    static Result<std::unique_ptr<ProcessTeam>> join(const LaunchPlace& place,
                                                     const TaskContext& context);
    ~ProcessTeam() override;

    std::int64_t rank() const override { return m_place.rank; }
    std::int64_t processes() const override { return m_place.processes; }
    bool isLeader() const { return m_place.rank == 0; }
    const LaunchPlace& place() const { return m_place; }

    /// In buckets of 25 MB, so that many small tensors travel together.
    ///
    /// @throws PeerLost
    void addUp(const std::vector<at::Tensor>& tensors) override;

    /// Gives process 0's values to all, in place.
    ///
    /// @throws PeerLost
    void spread(const std::vector<at::Tensor>& tensors);

    /// Process 0 says what all do next.
    ///
    /// @throws PeerLost
    void give(const Order& order);
    /// @throws PeerLost
    Order takeOrder();

    /// Process 0 names the run, once it has opened all that belongs to it.
    void announceRun(const std::string& run);
    /// Waits until process 0 has opened its run.
    ///
    /// @return why process 0 ended instead, or Cancelled
    Result<std::string> awaitRun(const TaskContext& context);

    /// Tells the others why this process leaves them; process 0 says nothing after its order to
    /// end.
    void leave(const std::string& why);

private:
    struct Connection;
    ProcessTeam(LaunchPlace place, std::unique_ptr<Connection> connection);
    void together(const std::function<void()>& work);
    std::string whoIsGone(const std::string& what);

    LaunchPlace m_place;
    std::unique_ptr<Connection> m_connection;
};

} // namespace hierascope::training
