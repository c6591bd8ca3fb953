// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/latent_bar.h"
#include "widgets/latents/latent_panel.h"
#include "widgets/latents/latent_room.h"
#include "widgets/latents/points_panel.h"
#include "widgets/latents/selection_panel.h"
#include "widgets/shell/latent_exporter.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/window_actions.h"
#include "widgets/state/latent_edit.h"

#include <numeric>

#include <QAction>
#include <QActionGroup>
#include <QFileInfo>
#include <QToolButton>

// What the actions of the Latents view do.
namespace hierascope::widgets {

bool isDataSet(const QString& path) {
    const QFileInfo info(path);
    if (info.isDir())
        return !QFileInfo::exists(path + QStringLiteral("/config.json")) &&
               !QFileInfo::exists(path + QStringLiteral("/checkpoints"));
    static const QStringList kPacked = {QStringLiteral("gz"), QStringLiteral("tar"),
                                        QStringLiteral("npy"), QStringLiteral("npz")};
    return kPacked.contains(info.suffix().toLower()) ||
           info.fileName().contains(QStringLiteral("idx"));
}

void MainWindow::setLatentDemo(const QString& folder) {
    m_latentRoom->setDemo(folder);
    m_actions->latentDemo->setEnabled(!folder.isEmpty());
}

bool MainWindow::dropOnMap(const QStringList& paths) {
    if (currentRoom() != Room::Latents || paths.size() != 1 || !isDataSet(paths.front()))
        return false;
    m_latentRoom->panel()->points()->addData(paths.front());
    m_latentBench.start();
    return true;
}

void MainWindow::connectLatents() {
    connect(m_latentRoom, &LatentRoom::openModelWanted, m_actions->openModel, &QAction::trigger);
    connect(m_latentRoom, &LatentRoom::pyramidWanted, this, [this] { showRoom(Room::Pyramid); });
    connect(&m_state, &ViewState::choiceChanged, this, &MainWindow::followLatents);
    connect(&m_latents, &LatentState::phaseChanged, this, [this](Side side) {
        if (m_latents.at(side).phase == LatentState::Phase::Failed)
            m_log.append(log::Level::Error, tr("window"),
                         QString::fromStdString(m_latents.at(side).error.message));
        followLatents();
    });
    connect(&m_latents, &LatentState::pointsChanged, this, &MainWindow::logSkipped);
    connectLatentActions();
    setLatentDemo({});
}

/// An image that cannot be used is named once, and the others are mapped.
void MainWindow::logSkipped(Side side) {
    const LatentState::Points& points = m_latents.at(side).points;
    if (!points)
        return;
    for (const runtime::SkippedImage& image : points->skipped)
        m_log.append(
            log::Level::Warning, tr("window"),
            tr("%1 was skipped: %2")
                .arg(QString::fromStdString(image.name), QString::fromStdString(image.reason)));
}

void MainWindow::connectLatentActions() {
    const WindowActions& on = *m_actions;
    connect(on.runMap, &QAction::triggered, &m_latentBench, &LatentBench::toggle);
    connect(on.restartMap, &QAction::triggered, &m_latentBench, &LatentBench::restart);
    connect(on.extendMap, &QAction::triggered, m_latentRoom->bar()->extendButton(),
            &QToolButton::click);
    connect(on.measureSeeds, &QAction::triggered, &m_latentStudy, &LatentStudy::start);
    const auto exportPoints = [this] { m_latentExporter->askAndSave(this); };
    connect(on.exportPoints, &QAction::triggered, this, exportPoints);
    connect(m_latentRoom, &LatentRoom::exportWanted, this, exportPoints);
    connect(on.saveSubset, &QAction::triggered, m_latentRoom->panel()->selection(),
            &SelectionPanel::saveSubset);
    connect(on.mapLooks, &QActionGroup::triggered, this, [this](QAction* action) {
        setMapLook(m_state, MapLook(m_actions->mapLooks->actions().indexOf(action)));
    });
    connect(on.mapColors, &QActionGroup::triggered, this, [this](QAction* action) {
        setMapColor(m_state, MapColor(m_actions->mapColors->actions().indexOf(action)));
    });
    connect(on.mapCompares, &QActionGroup::triggered, this, [this](QAction* action) {
        setMapCompare(m_state, MapCompare(m_actions->mapCompares->actions().indexOf(action)));
    });
    connect(on.mapTools, &QActionGroup::triggered, this, [this](QAction* action) {
        m_latentRoom->setTool(MapTool(m_actions->mapTools->actions().indexOf(action)));
    });
    connect(m_latentRoom->bar(), &LatentBar::toolChosen, this, [this](MapTool tool) {
        m_actions->mapTools->actions().at(int(tool))->setChecked(true);
    });
    connect(on.mapInSpace, &QAction::triggered, this, [this](bool isOn) {
        LatentMapping next = m_latents.choice().mapping;
        next.dimensions = isOn ? 3 : 2;
        setMapping(m_state, next, tr("Dimensions"));
    });
    connect(on.selectAllPoints, &QAction::triggered, this, [this] {
        if (!m_latents.at(Side::A).points)
            return;
        PointSet::Indices all(std::size_t(m_latents.at(Side::A).points->count()));
        std::iota(all.begin(), all.end(), 0);
        selectPoints(m_state, m_latents, PointSet(std::move(all)), PointsMode::Replace);
    });
    connect(on.invertPoints, &QAction::triggered, this,
            [this] { invertPoints(m_state, m_latents); });
    connect(on.deselect, &QAction::triggered, this, [this] { clearPoints(m_state); });
    connect(on.latentDemo, &QAction::triggered, this, [this] {
        showRoom(Room::Latents);
        m_latentRoom->startDemo();
    });
}

void MainWindow::followLatents() {
    const bool isThere = currentRoom() == Room::Latents;
    const LatentChoice& choice = m_latents.choice();
    const bool hasMap = isThere && m_latents.hasMap();
    const WindowActions& on = *m_actions;
    for (QAction* action : on.latents)
        action->setEnabled(isThere);
    on.mapLooks->actions().at(int(choice.look))->setChecked(true);
    on.mapColors->actions().at(int(choice.color))->setChecked(true);
    on.mapCompares->actions().at(int(choice.compare))->setChecked(true);
    on.mapInSpace->setChecked(choice.mapping.dimensions == 3);
    const bool canCompare = m_state.choice().hasB() &&
                            m_state.choice().resolved(Side::B).model != m_state.choice().a.model;
    for (QAction* action : on.mapCompares->actions())
        action->setEnabled(isThere && canCompare);
    on.runMap->setEnabled(isThere && !m_state.choice().a.model.isEmpty());
    for (QAction* action :
         {on.restartMap, on.extendMap, on.selectAllPoints, on.invertPoints, on.exportPoints})
        action->setEnabled(hasMap);
    on.saveSubset->setEnabled(hasMap && !choice.selection.isEmpty());
    if (isThere)
        followPicture();
}

} // namespace hierascope::widgets
