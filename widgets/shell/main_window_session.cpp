// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "widgets/common/notice_bar.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/recent_files.h"
#include "widgets/shell/session_keeper.h"
#include "widgets/shell/window_actions.h"

#include <QAction>

// What the actions of sessions do.
namespace hierascope::widgets {

void MainWindow::openPaths(const QStringList& paths) {
    const auto session = std::ranges::find_if(paths, SessionKeeper::isSession);
    session != paths.end() ? m_sessions->open(*session) : m_workbench.open(paths);
}

void MainWindow::connectSessions() {
    m_sessions = new SessionKeeper(*this);
    const WindowActions& on = *m_actions;
    const QString area = tr("window");
    connect(on.openSession, &QAction::triggered, m_sessions, &SessionKeeper::askAndOpen);
    connect(on.saveSession, &QAction::triggered, m_sessions, &SessionKeeper::save);
    connect(on.saveSessionAs, &QAction::triggered, m_sessions, &SessionKeeper::askAndSave);
    connect(m_sessions, &SessionKeeper::titleChanged, this, [this] {
        const QString name = m_sessions->name();
        setWindowTitle(name.isEmpty() ? tr("Hierascope") + QStringLiteral("[*]")
                                      : tr("%1[*] – Hierascope").arg(name));
        setWindowModified(m_sessions->isModified());
    });
    connect(m_sessions, &SessionKeeper::saved, this, [this, area](const QString& path) {
        m_recent->add({path});
        m_log.append(log::Level::Info, area, tr("Saved %1").arg(path));
        say(tr("Saved %1").arg(path));
    });
    connect(m_sessions, &SessionKeeper::opened, this, [this, area](const QString& path) {
        if (path == m_sessions->path()) // and no copy that a crash left
            m_recent->add({path});
        m_notice->hide();
        m_log.append(log::Level::Info, area, tr("Opening %1").arg(path));
    });
    connect(m_sessions, &SessionKeeper::failed, this, [this, area](const QString& sentence) {
        m_log.append(log::Level::Error, area, sentence);
        m_notice->say(sentence, {});
    });
    connect(m_sessions, &SessionKeeper::filesDoubted, this,
            [this, area](const QStringList& sentences) {
                for (const QString& sentence : sentences)
                    m_log.append(log::Level::Warning, area, sentence);
                m_notice->say(sentences.join(QLatin1Char('\n')), {});
            });
}

} // namespace hierascope::widgets
