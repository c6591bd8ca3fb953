// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tasks/task_runner.h"

#include <algorithm>
#include <mutex>

#include <QThread>
#include <QTimer>

namespace hierascope::widgets {

namespace {

constexpr std::chrono::milliseconds kProgressInterval{50};

/// The newest progress of one task, written by its worker and read by the GUI thread.
struct ProgressBox {
    std::mutex mutex;
    Progress latest;
    bool isPosted = false; // an event that will read `latest` is on its way
};

} // namespace

struct TaskRunner::Entry {
    TaskInfo info;
    std::stop_source stop;
    std::shared_ptr<ProgressBox> box = std::make_shared<ProgressBox>();
    std::chrono::steady_clock::time_point lastPublished;
    QMetaObject::Connection ownerGone;
};

void TaskHandle::cancel() {
    if (m_runner)
        m_runner->cancel(m_id);
}

bool TaskHandle::isRunning() const {
    return m_runner && m_runner->isRunning(m_id);
}

TaskRunner::TaskRunner(QObject* parent) : QObject(parent) {
    m_engine.setMaxThreadCount(1);
    m_engine.setExpiryTimeout(-1); // one thread for life: Torch keeps state per calling thread
    m_analysis.setMaxThreadCount(std::max(1, QThread::idealThreadCount() - 1));
}

TaskRunner::~TaskRunner() {
    shutdown();
}

void TaskRunner::shutdown() {
    m_isShutDown = true;
    for (const auto& [id, entry] : m_entries)
        entry->stop.request_stop();
    m_engine.waitForDone();   // layering: shutdown
    m_analysis.waitForDone(); // layering: shutdown
}

TaskId TaskRunner::add(QObject* owner, const QString& title) {
    const TaskId id{++m_lastId};
    auto entry = std::make_unique<Entry>();
    entry->info.id = id;
    entry->info.title = title;
    entry->info.started = std::chrono::steady_clock::now();
    if (m_isShutDown)
        entry->stop.request_stop();
    entry->ownerGone = connect(owner, &QObject::destroyed, this, [this, id] {
        m_entries.at(id)->stop.request_stop();
        // Told later: the owner is half gone, and may listen.
        QMetaObject::invokeMethod(
            this, [this, id] { cancel(id); }, Qt::QueuedConnection);
    });
    m_entries.emplace(id, std::move(entry));
    Q_EMIT taskAdded(id);
    return id;
}

TaskContext TaskRunner::contextOf(TaskId id) {
    const Entry& entry = *m_entries.at(id);
    return TaskContext(entry.stop.get_token(), [this, id, box = entry.box](const Progress& value) {
        const std::lock_guard lock(box->mutex);
        box->latest = value;
        if (box->isPosted)
            return;
        box->isPosted = true;
        QMetaObject::invokeMethod(
            this, [this, id] { noticeProgress(id); }, Qt::QueuedConnection);
    });
}

QThreadPool& TaskRunner::pool(Lane lane) {
    return lane == Lane::Engine ? m_engine : m_analysis;
}

void TaskRunner::noticeProgress(TaskId id) {
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    const auto due = found->second->lastPublished + kProgressInterval;
    const auto now = std::chrono::steady_clock::now();
    if (now >= due) {
        publishProgress(id);
        return;
    }
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(due - now);
    QTimer::singleShot(wait, this, [this, id] { publishProgress(id); });
}

void TaskRunner::publishProgress(TaskId id) {
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    Entry& entry = *found->second;
    {
        const std::lock_guard lock(entry.box->mutex);
        if (!entry.box->isPosted)
            return;
        entry.box->isPosted = false;
        entry.info.progress = entry.box->latest;
    }
    entry.lastPublished = std::chrono::steady_clock::now();
    Q_EMIT taskChanged(id);
}

void TaskRunner::cancel(TaskId id) {
    const auto found = m_entries.find(id);
    if (found == m_entries.end() || found->second->info.isStopping)
        return;
    found->second->stop.request_stop();
    found->second->info.isStopping = true;
    Q_EMIT taskChanged(id);
}

bool TaskRunner::isRunning(TaskId id) const {
    return m_entries.contains(id);
}

std::optional<TaskInfo> TaskRunner::task(TaskId id) const {
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return std::nullopt;
    return found->second->info;
}

std::vector<TaskInfo> TaskRunner::tasks() const {
    std::vector<TaskInfo> all;
    all.reserve(m_entries.size());
    for (const auto& [id, entry] : m_entries)
        all.push_back(entry->info);
    return all;
}

void TaskRunner::remove(TaskId id) {
    publishProgress(id); // the last value always arrives
    if (const auto found = m_entries.find(id); found != m_entries.end())
        disconnect(found->second->ownerGone); // an owner of many tasks keeps none of them
    if (m_entries.erase(id) != 0)
        Q_EMIT taskRemoved(id);
}

} // namespace hierascope::widgets
