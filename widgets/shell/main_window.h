// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/view_state.h"
#include "widgets/state/workbench.h"
#include "widgets/tasks/task_list_model.h"
#include "widgets/tasks/task_runner.h"

#include <QMainWindow>

class QLabel;
class QSplitter;

namespace hierascope::widgets {

class CursorBar;
class HintBar;
class InspectorPanel;
class LibraryPanel;
class PyramidRoom;
class TaskBar;
class Theme;
class WindowActions;

/// The window: rail, library, room, inspector, cursor bar, status bar, and the wires between them.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(Theme& theme, Services services, QWidget* parent = nullptr);
    ~MainWindow() override;

    ViewState& state() { return m_state; }
    TaskRunner& runner() { return m_runner; }
    Workbench& workbench() { return m_workbench; }
    Theme& theme() { return m_theme; }
    PyramidRoom* room() const { return m_room; }
    TaskBar* taskBar() const { return m_taskBar; }
    WindowActions& actions() { return *m_actions; }

    void setHintVisible(bool isVisible);
    /// Names the device that the status bar shows until a model says where it is.
    void setDevice(const QString& name);

Q_SIGNALS:
    void hintDismissed();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeCentre();
    void makeStatusBar();
    void connectState();
    void connectRoom();
    void connectActions();
    void connectPictureActions();
    void showPhase();
    void showStatus();
    void runRoomAction();
    void askForImages();
    void askForModel();
    void copyPicture();
    void showAbout();

    Theme& m_theme;
    ViewState m_state;
    TaskRunner m_runner;
    TaskListModel m_tasks;
    Workbench m_workbench;
    WindowActions* m_actions;
    LibraryPanel* m_library;
    PyramidRoom* m_room;
    InspectorPanel* m_inspector;
    CursorBar* m_cursors;
    HintBar* m_hint;
    TaskBar* m_taskBar;
    QLabel* m_status;
    QLabel* m_device;
};

} // namespace hierascope::widgets
