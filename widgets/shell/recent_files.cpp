// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/recent_files.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>

namespace hierascope::widgets {

namespace {

constexpr qsizetype kKept = 12;

/// The last two parts of a path: enough to tell two folders of the same name apart.
QString shortPath(const QString& path) {
    const QFileInfo file(path);
    return QFileInfo(file.path()).fileName() + QLatin1Char('/') + file.fileName();
}

} // namespace

RecentFiles::RecentFiles(QMenu& menu) : QObject(&menu), m_menu(menu) {
    menu.setToolTipsVisible(true);
    fill();
}

void RecentFiles::setPaths(const QStringList& paths) {
    m_paths = paths.mid(0, kKept);
    fill();
}

void RecentFiles::add(const QStringList& paths) {
    QStringList next;
    for (const QString& path : paths)
        next << QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    next = next.mid(0, kKept) + m_paths;
    next.removeDuplicates();
    setPaths(next);
    Q_EMIT changed();
}

void RecentFiles::fill() {
    m_menu.clear();
    m_menu.setEnabled(!m_paths.isEmpty());
    for (const QString& path : m_paths) {
        QAction* action =
            m_menu.addAction(shortPath(path).replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT chosen({path}); });
    }
    if (m_paths.isEmpty())
        return;
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("&Clear the List")), &QAction::triggered, this, [this] {
        setPaths({});
        Q_EMIT changed();
    });
}

} // namespace hierascope::widgets
