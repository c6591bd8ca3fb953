// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;

namespace hierascope::widgets {

/// All actions of the window, in its menus, with their shortcuts and tool tips.
class WindowActions : public QObject {
    Q_OBJECT

public:
    explicit WindowActions(QMainWindow& window);

    QAction* openImages = nullptr;
    QAction* openModel = nullptr;
    QAction* quit = nullptr;
    QAction* copyPicture = nullptr;
    QAction* removeImage = nullptr;
    QAction* removeModel = nullptr;
    QAction* previousLevel = nullptr;
    QAction* nextLevel = nullptr;
    QAction* previousImage = nullptr;
    QAction* nextImage = nullptr;
    QAction* zoomIn = nullptr;
    QAction* zoomOut = nullptr;
    QAction* fit = nullptr;
    QAction* truePixels = nullptr;
    QActionGroup* pictures = nullptr; ///< reconstruction, original, residual, in this order
    QAction* showLibrary = nullptr;
    QAction* showInspector = nullptr;
    QAction* lightTheme = nullptr;
    QAction* showHint = nullptr;
    QAction* about = nullptr;

private:
    void makeFileMenu(QMainWindow& window);
    void makeEditMenu(QMainWindow& window);
    void makeViewMenu(QMainWindow& window);
    void makePictureActions(QMenu& menu);
    void makeHelpMenu(QMainWindow& window);
};

} // namespace hierascope::widgets
