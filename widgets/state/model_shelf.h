// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>

#include "widgets/state/services.h"
#include "widgets/tasks/latest_task.h"

#include <QObject>
#include <QString>
#include <QStringList>

namespace hierascope::widgets {

/// The models that are open, being opened, or could not be opened, by path.
class ModelShelf : public QObject {
    Q_OBJECT

public:
    enum class State { Unknown, Opening, Open, Failed };

    ModelShelf(Services services, TaskRunner& runner, QObject* parent = nullptr);

    State state(const QString& path) const;
    Services::Tokenizer tokenizer(const QString& path) const;                  ///< null unless Open
    std::shared_ptr<const runtime::ModelInfo> info(const QString& path) const; ///< null unless Open
    const Error& error(const QString& path) const; ///< of a path that is Failed
    QStringList paths() const;
    bool isOpening(const QString& path, TaskId task) const;

    /// Starts opening an Unknown model; `changed` tells when it is Open or Failed.
    void open(const QString& path);
    /// Stops openings that nobody wants any more and closes all but the last few others.
    void keep(const QStringList& wanted);
    /// Says which models somebody else has in use; `keep` leaves them open.
    void hold(const QStringList& paths) { m_held = paths; }
    /// Makes the model Unknown: it is gone, or its files have changed.
    void forget(const QString& path);

Q_SIGNALS:
    void changed(const QString& path);

private:
    struct Entry {
        State state = State::Unknown;
        Services::Tokenizer tokenizer;
        std::shared_ptr<const runtime::ModelInfo> info;
        Error error;
        LatestTask opening;
        quint64 lastUse = 0;
    };

    void finish(const QString& path, Result<Services::Tokenizer> result);
    void closeOldest(const QStringList& wanted);

    Services m_services;
    TaskRunner& m_runner;
    std::map<QString, Entry> m_entries;
    QStringList m_held;
    quint64 m_uses = 0;
};

} // namespace hierascope::widgets
