// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include "core/base/result.h"
#include "widgets/tasks/task_runner.h"

#include <QString>

namespace hierascope::widgets {

/// Writes a file off the GUI thread; the exporter then tells with its signals `saved(path)` or
/// `failed(sentence)`, and nothing where it was stopped.
///
/// @param work TaskContext& -> Result<void>
template <typename Exporter, typename Work>
void startSaving(TaskRunner& runner, Exporter* exporter, const QString& title, const QString& path,
                 Work work) {
    runner.start(
        exporter, title, std::move(work),
        [exporter, path](const Result<void>& result) {
            if (result)
                Q_EMIT exporter->saved(path);
            else if (result.error().code != ErrorCode::Cancelled)
                Q_EMIT exporter->failed(QString::fromStdString(result.error().message));
        },
        Lane::Analysis);
}

} // namespace hierascope::widgets
