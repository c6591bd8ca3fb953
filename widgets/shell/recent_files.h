// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QMenu;

namespace hierascope::widgets {

/// The files and folders that were opened lately, the last one first, as a menu.
class RecentFiles : public QObject {
    Q_OBJECT

public:
    explicit RecentFiles(QMenu& menu);

    const QStringList& paths() const { return m_paths; }
    void setPaths(const QStringList& paths);
    /// Puts paths at the head of the list.
    void add(const QStringList& paths);

Q_SIGNALS:
    void chosen(const QStringList& paths);
    void changed();

private:
    void fill();

    QMenu& m_menu;
    QStringList m_paths;
};

} // namespace hierascope::widgets
