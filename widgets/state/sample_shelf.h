// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/services.h"
#include "widgets/tasks/task_runner.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QStringList>

namespace hierascope::widgets {

/// Small pictures of files, read one after the other off the GUI thread, each once.
class SampleShelf : public QObject {
    Q_OBJECT

public:
    static constexpr int kSide = 96;

    SampleShelf(Services services, TaskRunner& runner, QObject* parent = nullptr);

    /// The picture, null while it is not read; `ready` tells of it later.
    QImage picture(const QString& path);

Q_SIGNALS:
    void ready(const QString& path);

private:
    void readNext();

    Services m_services;
    TaskRunner& m_runner;
    QHash<QString, QImage> m_pictures; ///< null for files that cannot be read
    QStringList m_queue;
};

} // namespace hierascope::widgets
