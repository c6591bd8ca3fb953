// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/library_model.h"
#include "widgets/state/services.h"
#include "widgets/tasks/task_runner.h"

#include <QObject>
#include <QStringList>

namespace hierascope::widgets {

/// Reads the thumbnails of a library one after the other, so that a chosen image never waits long.
class ThumbnailReader : public QObject {
    Q_OBJECT

public:
    ThumbnailReader(Services services, LibraryModel& images, TaskRunner& runner,
                    QObject* parent = nullptr);

    /// Reads the thumbnail of `path`, again where it has one.
    void read(const QString& path);
    bool isIdle() const { return m_queue.isEmpty(); }

private:
    struct Thumbnail {
        QImage image;
        int width = 0;
        int height = 0;
    };

    void readNext();
    void keep(const QString& path, const Result<Thumbnail>& thumbnail);

    Services m_services;
    LibraryModel& m_images;
    TaskRunner& m_runner;
    QStringList m_queue;
};

} // namespace hierascope::widgets
