// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/base/task_context.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QThreadPool>
#include <QtConcurrentRun>

namespace hierascope::widgets {

/// Where a piece of work runs.
enum class Lane {
    Engine,   ///< one thread that makes every model call
    Analysis, ///< work on copied values and files, never a model call
};

enum class TaskId : quint64 {};

/// What the window may say about a running task.
struct TaskInfo {
    TaskId id{};
    QString title;
    Progress progress;
    bool isStopping = false;
    std::chrono::steady_clock::time_point started;
};

class TaskRunner;

/// Lets the one who started a task ask it to stop; copies mean the same task.
class TaskHandle {
public:
    TaskHandle() = default;
    TaskHandle(TaskRunner* runner, TaskId id) : m_runner(runner), m_id(id) {}

    /// Asks and returns at once; the finish callback then brings ErrorCode::Cancelled.
    void cancel();
    bool isRunning() const;
    TaskId id() const { return m_id; }

private:
    QPointer<TaskRunner> m_runner;
    TaskId m_id{};
};

/// Runs work off the GUI thread and delivers its Result on the GUI thread, once.
class TaskRunner : public QObject {
    Q_OBJECT

public:
    explicit TaskRunner(QObject* parent = nullptr);
    ~TaskRunner() override;

    /// Starts `work(TaskContext&) -> Result<T>` and calls `finish(Result<T>)` later.
    ///
    /// Value, error, stop and thrown exception all arrive in `finish`. When `owner` is destroyed
    /// the task is asked to stop and `finish` is never called.
    template <typename Work, typename Finish>
    TaskHandle start(QObject* owner, const QString& title, Work work, Finish finish,
                     Lane lane = Lane::Engine);

    /// Asks one task to stop; unknown and finished ones are ignored.
    void cancel(TaskId id);
    bool isRunning(TaskId id) const;

    /// What a task that has not ended is doing.
    std::optional<TaskInfo> task(TaskId id) const;
    /// Lists the tasks that have not ended, oldest first.
    std::vector<TaskInfo> tasks() const;

    /// Asks all tasks to stop, then waits for them; later ones are cancelled at once.
    void shutdown();

Q_SIGNALS:
    void taskAdded(TaskId id);
    void taskChanged(TaskId id);
    void taskRemoved(TaskId id);

private:
    struct Entry;

    TaskId add(QObject* owner, const QString& title);
    TaskContext contextOf(TaskId id);
    QThreadPool& pool(Lane lane);
    void noticeProgress(TaskId id);
    void publishProgress(TaskId id);
    void remove(TaskId id);

    template <typename Outcome, typename Work>
    static Outcome runGuarded(Work& work, TaskContext& context);

    QThreadPool m_engine;
    QThreadPool m_analysis;
    std::map<TaskId, std::unique_ptr<Entry>> m_entries;
    quint64 m_lastId = 0;
    bool m_isShutDown = false;
};

template <typename Outcome, typename Work>
Outcome TaskRunner::runGuarded(Work& work, TaskContext& context) {
    if (context.stopRequested())
        return cancelled();
    try {
        return work(context);
    } catch (const std::exception& exception) {
        return failure(ErrorCode::Failed, exception.what());
    } catch (...) {
        return failure(ErrorCode::Failed, "The work ended with an unknown exception.");
    }
}

template <typename Work, typename Finish>
TaskHandle TaskRunner::start(QObject* owner, const QString& title, Work work, Finish finish,
                             Lane lane) {
    using Outcome = std::invoke_result_t<Work&, TaskContext&>;
    const TaskId id = add(owner, title);
    auto* watcher = new QFutureWatcher<Outcome>(owner);
    connect(watcher, &QFutureWatcherBase::finished, owner,
            [watcher, finish = std::move(finish)]() mutable {
                watcher->deleteLater();
                finish(watcher->future().takeResult());
            });
    auto job = [this, id, context = contextOf(id), work = std::move(work)]() mutable {
        Outcome outcome = runGuarded<Outcome>(work, context);
        // Posted before the watcher's own event: the list forgets the task, then finish runs.
        QMetaObject::invokeMethod(
            this, [this, id] { remove(id); }, Qt::QueuedConnection);
        return outcome;
    };
    watcher->setFuture(QtConcurrent::run(&pool(lane), std::move(job)));
    return TaskHandle(this, id);
}

} // namespace hierascope::widgets
