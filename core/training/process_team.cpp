// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/process_team.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

#include <ATen/ops/cat.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/zeros.h>
#include <c10/core/GradMode.h>
#include <c10/util/Flags.h>
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>

C10_DECLARE_int(caffe2_log_level);

namespace hierascope::training {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Store = c10::intrusive_ptr<c10d::Store>;

constexpr auto kMeet = 5min;
/// Process 0 measures and saves alone while the others wait for it.
constexpr auto kTogether = 30min;
constexpr auto kLook = 100ms;
constexpr auto kBeat = 500ms;
constexpr auto kSilence = 3s; // without a beat: who is silent for so long is gone
constexpr auto kFarewell = 2500ms;
constexpr std::int64_t kBucketBytes = 25 << 20;

std::string nameOf(std::int64_t rank, const LaunchPlace& place) {
    return "Process " + std::to_string(rank) + " of " + std::to_string(place.processes);
}

std::string firstLine(const std::exception& thrown) {
    const std::string what = thrown.what();
    return what.substr(0, what.find('\n'));
}

Store connect(const LaunchPlace& place, bool isServer) {
    c10d::TCPStoreOptions options;
    options.port = place.port;
    options.isServer = isServer;
    options.waitWorkers = false;
    options.timeout = kMeet;
    options.multiTenant = true;
    return c10::make_intrusive<c10d::PrefixStore>(
        "/worker/attempt_" + place.attempt + "/hierascope",
        c10::make_intrusive<c10d::TCPStore>(place.host, options));
}

std::string textAt(const Store& store, const std::string& key) {
    const auto bytes = store->get(key);
    return {bytes.begin(), bytes.end()};
}

c10::intrusive_ptr<c10d::ProcessGroupGloo> makeGroup(const Store& store, const LaunchPlace& place) {
    auto options = c10d::ProcessGroupGloo::Options::create(kTogether);
    const char* interface = std::getenv("GLOO_SOCKET_IFNAME");
    options->devices.push_back(interface == nullptr
                                   ? c10d::ProcessGroupGloo::createDefaultDevice()
                                   : c10d::ProcessGroupGloo::createDeviceForInterface(interface));
    return c10::make_intrusive<c10d::ProcessGroupGloo>(store, static_cast<int>(place.rank),
                                                       static_cast<int>(place.processes), options);
}

/// Tells process 0 that a process lives, and hears why process 0 ends, on a connection of its own.
class LifeSign {
public:
    explicit LifeSign(const LaunchPlace& place)
        : m_store(connect(place, false)), m_key("alive/" + std::to_string(place.rank)),
          m_thread([this](const std::stop_token& stop) { beat(stop); }) {}

    /// Why process 0 ended; empty where it has not said.
    std::string farewell() {
        const std::lock_guard lock(m_mutex);
        return m_farewell;
    }

private:
    void beat(const std::stop_token& stop) {
        std::unique_lock lock(m_mutex);
        while (!m_wake.wait_for(lock, stop, kBeat, [] { return false; }) &&
               !stop.stop_requested()) {
            try {
                m_store->add(m_key, 1);
                if (m_farewell.empty() && m_store->check({"end"})) {
                    m_farewell = textAt(m_store, "end");
                    m_store->add("heard", 1);
                }
            } catch (const std::exception&) {
                return; // process 0 is gone; the next thing done together says so
            }
        }
    }

    Store m_store;
    std::string m_key;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::string m_farewell;
    std::jthread m_thread;
};

/// Tensors of one type that travel as one.
struct Bucket {
    std::vector<at::Tensor> parts;
    at::Tensor flat;
    c10::intrusive_ptr<c10d::Work> work;
};

std::vector<Bucket> bucketsOf(const std::vector<at::Tensor>& tensors) {
    std::vector<Bucket> buckets;
    std::int64_t bytes = 0;
    for (const at::Tensor& tensor : tensors) {
        const bool isFull = buckets.empty() || bytes >= kBucketBytes ||
                            buckets.back().parts.back().dtype() != tensor.dtype();
        if (isFull) {
            buckets.emplace_back();
            bytes = 0;
        }
        buckets.back().parts.push_back(tensor);
        bytes += static_cast<std::int64_t>(tensor.nbytes());
    }
    return buckets;
}

void fill(Bucket& bucket) {
    std::vector<at::Tensor> rows;
    for (const at::Tensor& part : bucket.parts)
        rows.push_back(part.reshape(-1));
    bucket.flat = rows.size() == 1 ? rows.front().contiguous() : at::cat(rows);
}

void empty(const Bucket& bucket) {
    std::int64_t first = 0;
    for (const at::Tensor& part : bucket.parts) {
        part.copy_(bucket.flat.narrow(0, first, part.numel()).view(part.sizes()));
        first += part.numel();
    }
}

} // namespace

struct ProcessTeam::Connection {
    Store store;
    c10::intrusive_ptr<c10d::ProcessGroupGloo> group;
    std::unique_ptr<LifeSign> lifeSign; ///< of all but process 0
    bool isBroken = false;
    bool hasEnded = false; ///< all were told to end

    ~Connection() {
        if (isBroken)
            group.release(); // what is under way there would be waited for
    }
};

namespace {

/// Waits until all have said that they are there.
Result<void> awaitAll(const Store& store, const LaunchPlace& place, const TaskContext& context) {
    store->set("here/" + std::to_string(place.rank), std::string("1"));
    const Clock::time_point began = Clock::now();
    for (std::int64_t rank = 0; rank < place.processes;) {
        if (store->check({"here/" + std::to_string(rank)})) {
            ++rank;
            continue;
        }
        if (context.stopRequested())
            return cancelled();
        if (Clock::now() - began > kMeet)
            return failure(ErrorCode::Failed,
                           nameOf(rank, place) + " did not come to '" + place.host + ":" +
                               std::to_string(place.port) + "' within " +
                               std::to_string(kMeet.count()) +
                               " minutes; start all with the same MASTER_ADDR, MASTER_PORT and "
                               "WORLD_SIZE.");
        std::this_thread::sleep_for(kLook);
    }
    return {};
}

} // namespace

ProcessTeam::ProcessTeam(LaunchPlace place, std::unique_ptr<Connection> connection)
    : m_place(std::move(place)), m_connection(std::move(connection)) {}

ProcessTeam::~ProcessTeam() = default;

Result<std::unique_ptr<ProcessTeam>> ProcessTeam::join(const LaunchPlace& place,
                                                       const TaskContext& context) {
    constexpr int kErrors = 2;
    FLAGS_caffe2_log_level = kErrors; // c10d prints its stack where a peer hangs up; we say it
    auto connection = std::make_unique<Connection>();
    try {
        connection->store = connect(place, place.rank == 0 && !place.isStoreServed);
        if (auto met = awaitAll(connection->store, place, context); !met)
            return failure(met);
        connection->group = makeGroup(connection->store, place);
        if (place.rank != 0)
            connection->lifeSign = std::make_unique<LifeSign>(place);
    } catch (const std::exception& thrown) {
        return failure(ErrorCode::Failed,
                       nameOf(place.rank, place) + " cannot meet the others at '" + place.host +
                           ":" + std::to_string(place.port) + "': " + firstLine(thrown));
    }
    return std::unique_ptr<ProcessTeam>(new ProcessTeam(place, std::move(connection)));
}

void ProcessTeam::together(const std::function<void()>& work) {
    const c10::NoGradGuard guard;
    if (m_connection->isBroken)
        throw PeerLost("The processes of this run no longer compute together.");
    try {
        work();
    } catch (const std::exception& thrown) {
        m_connection->isBroken = true;
        throw PeerLost(whoIsGone(firstLine(thrown)));
    }
}

void ProcessTeam::addUp(const std::vector<at::Tensor>& tensors) {
    together([&] {
        auto buckets = bucketsOf(tensors);
        for (Bucket& bucket : buckets) {
            fill(bucket);
            std::vector<at::Tensor> list{bucket.flat};
            bucket.work = m_connection->group->allreduce(list);
        }
        for (const Bucket& bucket : buckets) {
            bucket.work->wait();
            empty(bucket);
        }
    });
}

void ProcessTeam::spread(const std::vector<at::Tensor>& tensors) {
    together([&] {
        for (Bucket& bucket : bucketsOf(tensors)) {
            fill(bucket);
            std::vector<at::Tensor> list{bucket.flat};
            m_connection->group->broadcast(list)->wait();
            empty(bucket);
        }
    });
}

void ProcessTeam::give(const Order& order) {
    spread({at::tensor({static_cast<double>(order.kind), order.value}, at::kDouble)});
    m_connection->hasEnded = order.kind == Order::Kind::End;
}

Order ProcessTeam::takeOrder() {
    const auto order = at::zeros({2}, at::kDouble);
    spread({order});
    return {static_cast<Order::Kind>(order[0].item<double>()), order[1].item<double>()};
}

void ProcessTeam::announceRun(const std::string& run) {
    m_connection->store->set("run", run);
}

Result<std::string> ProcessTeam::awaitRun(const TaskContext& context) {
    try {
        while (!m_connection->store->check({"run"})) {
            if (const auto why = m_connection->lifeSign->farewell(); !why.empty())
                return failure(ErrorCode::Failed, "Process 0 ended: " + why);
            if (context.stopRequested())
                return cancelled();
            std::this_thread::sleep_for(kLook);
        }
        return textAt(m_connection->store, "run");
    } catch (const std::exception&) {
        const auto why = m_connection->lifeSign->farewell();
        return failure(ErrorCode::Failed, why.empty() ? "Process 0 is gone before it said what to "
                                                        "train; its own output says why."
                                                      : "Process 0 ended: " + why);
    }
}

std::string ProcessTeam::whoIsGone(const std::string& what) {
    if (!isLeader()) {
        std::this_thread::sleep_for(2 * kBeat); // the last word of process 0 may be on its way
        const std::string why = m_connection->lifeSign->farewell();
        return why.empty() ? nameOf(rank(), m_place) + " lost the others (" + what +
                                 "); process 0 says who is gone, or is gone itself. Start all "
                                 "again: the run goes on from its newest checkpoint."
                           : "Process 0 ended: " + why;
    }
    const Store& store = m_connection->store;
    const auto count = static_cast<std::size_t>(processes());
    std::vector<std::int64_t> before(count, -1);
    std::vector<bool> isHeard(count, false);
    for (const auto began = Clock::now(); Clock::now() - began < kSilence;
         std::this_thread::sleep_for(kLook)) {
        for (std::size_t peer = 1; peer < count; ++peer) {
            const std::string number = std::to_string(peer);
            if (store->check({"failed/" + number}))
                return nameOf(static_cast<std::int64_t>(peer), m_place) +
                       " ended: " + textAt(store, "failed/" + number);
            const std::int64_t beats = store->add("alive/" + number, 0);
            isHeard[peer] = isHeard[peer] || (before[peer] >= 0 && beats != before[peer]);
            before[peer] = beats;
        }
    }
    for (std::size_t peer = 1; peer < count; ++peer) {
        if (!isHeard[peer])
            return nameOf(static_cast<std::int64_t>(peer), m_place) +
                   " is gone: it was killed, or its host or network failed.";
    }
    return "The processes of this run cannot reach each other (" + what + ").";
}

void ProcessTeam::leave(const std::string& why) {
    Connection& connection = *m_connection;
    if (connection.hasEnded)
        return;
    connection.isBroken = true;
    try {
        if (!isLeader()) {
            connection.store->set("failed/" + std::to_string(rank()), why);
            return;
        }
        connection.store->set("end", why);
        const auto began = Clock::now();
        while (connection.store->add("heard", 0) < processes() - 1 &&
               Clock::now() - began < kFarewell)
            std::this_thread::sleep_for(kLook);
    } catch (const std::exception&) {
        return; // nobody is left who could hear it
    }
}

} // namespace hierascope::training
