// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>

#include "widgets/state/services.h"
#include "widgets/tasks/latest_task.h"

#include <QObject>
#include <QString>
#include <QStringList>

namespace hierascope::widgets {

/// The generators that are open, being opened, or could not be opened, by path.
class GeneratorShelf : public QObject {
    Q_OBJECT

public:
    enum class State { Unknown, Opening, Open, Failed };

    GeneratorShelf(Services services, TaskRunner& runner, QObject* parent = nullptr);

    State state(const QString& path) const;
    Services::Generator generator(const QString& path) const; ///< null unless Open
    std::shared_ptr<const runtime::GeneratorInfo>
    info(const QString& path) const;               ///< null unless Open
    const Error& error(const QString& path) const; ///< of a path that is Failed
    bool isOpening(const QString& path, TaskId task) const;

    /// Starts opening an Unknown generator; `changed` tells when it is Open or Failed.
    void open(const QString& path);
    /// Closes all but these and the last two that were used before, and stops other openings.
    void keep(const QStringList& wanted);
    void forget(const QString& path);

Q_SIGNALS:
    void changed(const QString& path);

private:
    struct Entry {
        State state = State::Unknown;
        Services::Generator generator;
        std::shared_ptr<const runtime::GeneratorInfo> info;
        Error error;
        LatestTask opening;
        quint64 lastUse = 0;
    };

    void finish(const QString& path, Result<Services::Generator> result);

    Services m_services;
    TaskRunner& m_runner;
    std::map<QString, Entry> m_entries;
    quint64 m_uses = 0;
};

} // namespace hierascope::widgets
