// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/batch_ring.h"

#include <exception>
#include <string>
#include <utility>

#include <c10/util/ParallelGuard.h>

namespace hierascope::training {

namespace {

/// Ready batches for each thread, beside the one that it makes.
constexpr std::int64_t kReadyPerThread = 2;

} // namespace

BatchRing::BatchRing(Make make, int threads)
    : m_make(std::move(make)), m_ahead(threads * kReadyPerThread) {
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

BatchRing::~BatchRing() = default;

std::optional<std::int64_t> BatchRing::nextToMake() const {
    if (m_next < 0)
        return std::nullopt;
    for (std::int64_t step = m_next; step < m_next + m_ahead; ++step) {
        if (!m_batches.contains(step))
            return step;
    }
    return std::nullopt;
}

void BatchRing::work(const std::stop_token& stop) {
    const c10::ParallelGuard serial(true); // Torch would begin a team for each of these threads
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [this] { return nextToMake().has_value(); })) {
        const std::int64_t step = *nextToMake();
        const std::uint64_t jumps = m_jumps;
        m_batches[step] = std::nullopt;
        lock.unlock();
        Result<at::Tensor> batch;
        try {
            batch = m_make(step);
        } catch (const std::exception& thrown) {
            const std::string what = thrown.what();
            batch = failure(ErrorCode::Failed, what.substr(0, what.find('\n')));
        }
        lock.lock();
        if (jumps == m_jumps)
            m_batches[step] = std::move(batch);
        m_wake.notify_all();
    }
}

Result<at::Tensor> BatchRing::take(std::int64_t step) {
    if (m_threads.empty())
        return m_make(step);
    std::unique_lock lock(m_mutex);
    if (step != m_next) {
        m_batches.clear();
        ++m_jumps;
        m_next = step;
        m_wake.notify_all();
    }
    m_wake.wait(lock, [&] {
        const auto found = m_batches.find(step);
        return found != m_batches.end() && found->second.has_value();
    });
    Result<at::Tensor> batch = *std::move(m_batches.extract(step).mapped());
    m_next = step + 1;
    m_wake.notify_all();
    return batch;
}

} // namespace hierascope::training
