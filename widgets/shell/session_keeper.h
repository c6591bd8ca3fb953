// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "core/runs/saved_session.h"
#include "widgets/state/path_finder.h"
#include "widgets/state/view_choice.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace hierascope::widgets {

class MainWindow;

/// Keeps what a window shows in a session file, and shows it again.
class SessionKeeper : public QObject {
    Q_OBJECT

public:
    explicit SessionKeeper(MainWindow& window);

    /// The session's file; empty while it was never saved.
    const QString& path() const { return m_path; }
    /// Whether something is chosen otherwise than in the file.
    bool isModified() const { return m_isModified; }
    /// What the window shows now; hashes that need their files are left out.
    runs::SavedSession now() const;
    /// The file's name without its ending; empty where there is none.
    QString name() const;

    /// Asks for a file where there is none yet.
    void save();
    void askAndSave();
    void askAndOpen();
    void saveTo(const QString& path);
    /// Reads a session file off the GUI thread, then shows it.
    void open(const QString& path);
    /// Shows a copy that a crash left behind; it counts as modified.
    void recover(const QString& copy);

    /// Whether a path names a session file.
    static bool isSession(const QString& path);

Q_SIGNALS:
    void saved(const QString& path);
    /// A session is shown again.
    void opened(const QString& path);
    /// Nothing was changed; the sentence says why.
    void failed(const QString& sentence);
    /// Files hold other bytes than when the session was saved; a sentence for each.
    void filesDoubted(const QStringList& sentences);
    /// The name or the mark of changes is another one.
    void titleChanged();

private:
    /// What is read: a file, in which some paths are others now.
    struct Source {
        QString file;
        bool isCopy = false; ///< that a crash left behind
        PathMoves moves;
        std::string name() const; ///< "Session 'x.hierascope'"
    };
    struct Content {
        runs::SavedSession session;
        ViewChoice choice;
        std::optional<runs::NeededFile> missing;
    };
    static Result<Content> contentOf(const Source& source);
    void read(const Source& source);
    void askFor(const runs::NeededFile& file, const Source& source);
    void show(const Source& source, const Content& content);
    void follow();
    std::string comparable() const;

    MainWindow& m_window;
    QString m_path;
    std::string m_cleanText; ///< what was chosen when it was saved or opened
    bool m_isModified = false;
    QTimer m_late; ///< many changes are compared once
};

} // namespace hierascope::widgets
