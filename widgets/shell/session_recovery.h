// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/runs/file_lock.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace hierascope::widgets {

class MainWindow;

/// Keeps a copy of the session every two minutes, and offers those that crashes left behind.
///
/// Each window holds a lock beside its copy. The system gives locks back when a process ends in
/// whatever way; a copy without a holder is therefore of a window that did not close its own. A
/// window that is closed takes its copy away.
class SessionRecovery : public QObject {
    Q_OBJECT

public:
    static constexpr int kEveryMilliseconds = 120'000;

    /// @param folder of all windows' copies; made where it is not there
    SessionRecovery(MainWindow& window, QString folder);
    /// Takes the copy away: nothing was lost.
    ~SessionRecovery() override;

    /// Writes the copy now, where something changed since the last time.
    void keep();
    /// What a test needs: ends as if the process had been killed.
    void abandon();

Q_SIGNALS:
    void kept();

private:
    /// A copy that nobody holds, and the lock that this window took on it.
    struct Left {
        QString copy;
        runs::FileLock lock;
    };

    void claim();
    void offer();
    void answer(bool isWanted);
    void remove(const QString& copy);

    MainWindow& m_window;
    QString m_folder;
    QString m_copy; ///< of this window
    std::optional<runs::FileLock> m_lock;
    std::vector<Left> m_left; ///< the newest last
    std::string m_keptText;
    QTimer m_timer;
};

} // namespace hierascope::widgets
