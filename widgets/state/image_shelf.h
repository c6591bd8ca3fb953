// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>

#include "widgets/state/services.h"
#include "widgets/tasks/latest_task.h"

#include <QImage>
#include <QObject>
#include <QString>
#include <QStringList>

namespace hierascope::widgets {

/// The images that were read for the present subjects, by path.
///
/// Reading is apart from the engine, so that a photograph shows while a model computes.
class ImageShelf : public QObject {
    Q_OBJECT

public:
    enum class State { Unknown, Reading, Read, Failed };
    using Picture = std::shared_ptr<const ImageRgb8>;

    ImageShelf(Services services, TaskRunner& runner, QObject* parent = nullptr);

    State state(const QString& path) const;
    Picture picture(const QString& path) const; ///< null unless Read
    QImage preview(const QString& path) const;  ///< the picture reduced for the screen
    const Error& error(const QString& path) const;
    QStringList paths() const;

    /// Starts reading an Unknown image; `changed` tells when it is Read or Failed.
    void read(const QString& path);
    /// Forgets every image but these, and stops reading what nobody wants.
    void keep(const QStringList& wanted);
    void forget(const QString& path);

Q_SIGNALS:
    void changed(const QString& path);

private:
    struct Pictures {
        Picture picture;
        QImage preview;
    };
    struct Entry {
        State state = State::Unknown;
        Pictures pictures;
        Error error;
        LatestTask reading;
    };

    void finish(const QString& path, Result<Pictures> result);

    Services m_services;
    TaskRunner& m_runner;
    std::map<QString, Entry> m_entries;
};

} // namespace hierascope::widgets
