// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/map_colors.h"
#include "widgets/shell/window_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

// The actions of the Latents view.
namespace hierascope::widgets {

QAction* WindowActions::addLatent(QMenu& menu, const char* name, const QString& text,
                                  const QString& tip, const QList<QKeySequence>& keys) {
    QAction* action = add(menu, name, text, tip, keys);
    latents << action;
    return action;
}

void WindowActions::makeLatentsMenu(QMainWindow& window) {
    QMenu* menu = window.menuBar()->addMenu(tr("&Latents"));
    menu->setToolTipsVisible(true);
    runMap =
        addLatent(*menu, "runMap", tr("Make, Pause or &Continue the Map"),
                  tr("Gather the points and lay them out, or pause, or go on"), {Qt::Key_Space});
    restartMap = addLatent(*menu, "restartMap", tr("&Restart with the Next Seed"),
                           tr("The same points from the start"), {Qt::CTRL | Qt::Key_R});
    extendMap =
        addLatent(*menu, "extendMap", tr("&More Iterations"),
                  tr("Go on with the map for 500 iterations"), {Qt::CTRL | Qt::SHIFT | Qt::Key_M});
    measureSeeds = addLatent(*menu, "measureSeeds", tr("Measure over &Five Seeds"),
                             tr("Repeat sampling and map with five seeds: mean and deviation of "
                                "CV, Gini and entropy, of A and of B"),
                             {Qt::CTRL | Qt::Key_U});
    menu->addSeparator();
    makeMapLooks(*menu);
    menu->addSeparator();
    makeMapSelection(*menu);
    menu->addSeparator();
    latentDemo = add(*menu, "latentDemo", tr("Map the Demo's &Images"),
                     tr("Gather the latent vectors of the demo's images and lay them out"));
}

void WindowActions::makeMapLooks(QMenu& menu) {
    const auto addTo = [&](QActionGroup*& group, QMenu& into, const char* name, const QString& text,
                           const QString& tip, const QList<QKeySequence>& keys) {
        if (group == nullptr)
            group = new QActionGroup(this);
        QAction* action = addLatent(into, name, text, tip, keys);
        action->setCheckable(true);
        group->addAction(action);
    };
    addTo(mapLooks, menu, "mapPoints", tr("&Points"), tr("A disc for each token"), {Qt::Key_S});
    addTo(mapLooks, menu, "mapPictures", tr("P&ictures"),
          tr("What the tokens show, as many as do not overlap"), {Qt::Key_I});
    addTo(mapLooks, menu, "mapDensity", tr("&Density"),
          tr("How densely the points lie, with contours"), {Qt::Key_D});
    mapInSpace = addLatent(menu, "mapInSpace", tr("Three Dimensions"),
                           tr("A cloud in space instead of a map in the plane"), {Qt::Key_3});
    mapInSpace->setCheckable(true);
    QMenu* colors = menu.addMenu(tr("C&olour by"));
    colors->setToolTipsVisible(true);
    const char* names[] = {"colorClass", "colorLevel", "colorDensity", "colorCode",
                           "colorTrust", "colorPsnr",  "colorImage"};
    for (int i = 0; i < kMapColors; ++i)
        addTo(mapColors, *colors, names[i], tr("Colour by: %1").arg(colorName(MapColor(i))),
              tr("What the colour of a point says"), {});
    QMenu* maps = menu.addMenu(tr("&Maps of A and B"));
    maps->setToolTipsVisible(true);
    addTo(mapCompares, *maps, "mapOnlyA", tr("Map of A Alone"), tr("The map of A alone"), {});
    addTo(mapCompares, *maps, "mapSideBySide", tr("Maps Side by Side"),
          tr("A and B beside each other: one camera, one selection"), {Qt::CTRL | Qt::Key_J});
    addTo(mapCompares, *maps, "mapMorph", tr("Morph from A to B"),
          tr("One map: the points of B go from where A has them"), {});
}

void WindowActions::makeMapSelection(QMenu& menu) {
    mapTools = new QActionGroup(this);
    const auto addTool = [&](const char* name, const QString& text, const QString& tip,
                             const QKeySequence& key) {
        QAction* action = addLatent(menu, name, text, tip, {key});
        action->setCheckable(true);
        mapTools->addAction(action);
    };
    addTool("toolMove", tr("Move the Map"), tr("A drag moves the map, a click selects a point"),
            Qt::Key_V);
    addTool("toolRectangle", tr("Select with a Rectangle"),
            tr("A drag selects a rectangle; Shift adds, Ctrl takes away"), Qt::Key_G);
    addTool("toolLasso", tr("Select with a &Lasso"),
            tr("A drag selects what it goes around; Shift adds, Ctrl takes away"), Qt::Key_L);
    addTool("toolBrush", tr("Select with a &Brush"),
            tr("A drag selects what it touches; Shift adds, Ctrl takes away"), Qt::Key_U);
    mapTools->actions().first()->setChecked(true);
    selectAllPoints = addLatent(menu, "selectAllPoints", tr("Select &All Points"),
                                tr("Select every point of the map"), {QKeySequence::SelectAll});
    invertPoints = addLatent(menu, "invertPoints", tr("In&vert the Selection"),
                             tr("Select all points that are not selected"),
                             {Qt::CTRL | Qt::SHIFT | Qt::Key_I});
    saveSubset = addLatent(menu, "saveSubset", tr("&Save the Selection as a Subset…"),
                           tr("Give the selected points a name, to find them again"),
                           {Qt::CTRL | Qt::SHIFT | Qt::Key_S});
    exportPoints = addLatent(menu, "exportPoints", tr("E&xport Points…"),
                             tr("Save the selected points, or all, with their vectors and places"),
                             {Qt::CTRL | Qt::SHIFT | Qt::Key_E});
}

} // namespace hierascope::widgets
