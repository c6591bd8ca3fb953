// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/window_docks.h"

#include "widgets/shell/dock_title.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QString>

namespace hierascope::widgets {

namespace {

constexpr int kLayoutVersion = 1; // of what `saveState` wrote: others are not restored
constexpr int kLibraryWidth = 200;
constexpr int kInspectorWidth = 304;
constexpr int kRoomForBoth = 1150; // of the window, for both panels and the view's controls
constexpr int kRoomForOne = 850;

} // namespace

WindowDocks::WindowDocks(const Theme& theme, QMainWindow& window, const Panels& panels)
    : QObject(&window), m_theme(theme), m_window(window),
      m_library(add("library", tr("Library"), panels.library)),
      m_inspector(add("inspector", tr("Inspector"), panels.inspector)),
      m_tasks(add("tasks", tr("Tasks"), panels.tasks)), m_log(add("log", tr("Log"), panels.log)) {
    window.setDockNestingEnabled(true);
    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    reset();
}

QDockWidget* WindowDocks::add(const char* name, const QString& title, QWidget* panel) {
    auto* dock = new QDockWidget(title, &m_window);
    dock->setObjectName(QString::fromLatin1(name) + QStringLiteral("Dock"));
    dock->setAccessibleName(title);
    dock->setWidget(panel);
    dock->setTitleBarWidget(new DockTitle(m_theme, *dock));
    dock->toggleViewAction()->setToolTip(tr("Show or hide the panel %1").arg(title));
    return dock;
}

void WindowDocks::reset() {
    for (QDockWidget* dock : {m_library, m_inspector, m_tasks, m_log}) {
        dock->setFloating(false);
        m_window.removeDockWidget(dock);
    }
    m_window.addDockWidget(Qt::LeftDockWidgetArea, m_library);
    m_window.addDockWidget(Qt::RightDockWidgetArea, m_inspector);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, m_tasks);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, m_log);
    m_window.tabifyDockWidget(m_tasks, m_log);
    m_library->show();
    m_inspector->show();
    m_tasks->hide();
    m_log->hide();
    m_window.resizeDocks({m_library, m_inspector}, {kLibraryWidth, kInspectorWidth},
                         Qt::Horizontal);
}

void WindowDocks::fit(int windowWidth) {
    fit(m_inspector, windowWidth >= kRoomForBoth);
    fit(m_library, windowWidth >= kRoomForOne);
}

void WindowDocks::fit(QDockWidget* dock, bool hasRoom) {
    if (hasRoom && m_narrow.remove(dock))
        dock->show();
    if (hasRoom || dock->isHidden() || dock->isFloating())
        return;
    m_narrow << dock;
    dock->hide();
}

QByteArray WindowDocks::save() const {
    return m_window.saveState(kLayoutVersion);
}

void WindowDocks::restore(const QByteArray& layout) {
    if (!layout.isEmpty() && !m_window.restoreState(layout, kLayoutVersion))
        reset();
}

} // namespace hierascope::widgets
