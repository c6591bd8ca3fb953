// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/window_settings.h"

#include "widgets/shell/main_window.h"
#include "widgets/shell/recent_files.h"
#include "widgets/shell/shortcut_book.h"
#include "widgets/shell/window_actions.h"
#include "widgets/shell/window_docks.h"

#include <QAction>
#include <QSettings>

namespace hierascope::widgets {

namespace {

const QString kHint = QStringLiteral("showHint");
const QString kLight = QStringLiteral("lightTheme");
const QString kFilmstrip = QStringLiteral("showFilmstrip");
const QString kGeometry = QStringLiteral("geometry");
const QString kLayout = QStringLiteral("layout");
const QString kRecent = QStringLiteral("recentFiles");
const QString kWatched = QStringLiteral("watchedFolders");
const QString kSubsets = QStringLiteral("latentSubsets");
const QString kRuns = QStringLiteral("runsFolder");
const QString kOtherRuns = QStringLiteral("otherRuns");
const QString kHasQueue = QStringLiteral("hasRunQueue");
const QString kQueue = QStringLiteral("runQueue");
const QString kAwake = QStringLiteral("stayAwake");
const QString kShortcuts = QStringLiteral("shortcuts");

} // namespace

WindowSettings::WindowSettings(MainWindow& window, QSettings& settings)
    : QObject(&window), m_window(window), m_settings(settings) {
    restore();
    follow();
}

WindowSettings::~WindowSettings() = default;

void WindowSettings::restore() {
    m_window.setHintVisible(m_settings.value(kHint, true).toBool());
    m_window.actions().lightTheme->setChecked(m_settings.value(kLight, false).toBool());
    m_window.actions().showFilmstrip->setChecked(m_settings.value(kFilmstrip, true).toBool());
    m_window.restoreGeometry(m_settings.value(kGeometry).toByteArray());
    m_window.docks().restore(m_settings.value(kLayout).toByteArray());
    m_window.recent().setPaths(m_settings.value(kRecent).toStringList());
    m_window.shortcuts().restore(m_settings.value(kShortcuts).toMap());
    m_window.latentSubsets().restore(m_settings.value(kSubsets).toMap());
    RunWatch& runs = m_window.train().watch();
    runs.setFolder(m_settings.value(kRuns, runs.folder()).toString());
    runs.setAdded(m_settings.value(kOtherRuns).toStringList());
    m_window.train().queue().restore(m_settings.value(kHasQueue, false).toBool(),
                                     m_settings.value(kQueue).toStringList());
    m_window.actions().keepAwake->setChecked(m_settings.value(kAwake, true).toBool());
    for (const QString& folder : m_settings.value(kWatched).toStringList())
        m_window.watch().watchFolder(folder);
}

void WindowSettings::follow() {
    const auto keep = [this](const QString& key, const QVariant& value) {
        m_settings.setValue(key, value);
    };
    const WindowActions& on = m_window.actions();
    connect(&m_window, &MainWindow::hintDismissed, this, [keep] { keep(kHint, false); });
    connect(on.showHint, &QAction::triggered, this, [keep] { keep(kHint, true); });
    connect(on.lightTheme, &QAction::toggled, this, [keep](bool isOn) { keep(kLight, isOn); });
    connect(on.showFilmstrip, &QAction::toggled, this,
            [keep](bool isOn) { keep(kFilmstrip, isOn); });
    connect(&m_window.recent(), &RecentFiles::changed, this,
            [this, keep] { keep(kRecent, m_window.recent().paths()); });
    connect(&m_window.watch(), &LibraryWatch::foldersChanged, this,
            [this, keep] { keep(kWatched, m_window.watch().folders()); });
    connect(&m_window.shortcuts(), &ShortcutBook::changed, this,
            [this, keep] { keep(kShortcuts, m_window.shortcuts().custom()); });
    connect(&m_window.latentSubsets(), &LatentSubsets::changed, this,
            [this, keep] { keep(kSubsets, m_window.latentSubsets().toSettings()); });
    connect(&m_window.train().watch(), &RunWatch::foldersChanged, this, [this, keep] {
        keep(kRuns, m_window.train().watch().folder());
        keep(kOtherRuns, m_window.train().watch().added());
    });
    connect(&m_window.train().queue(), &RunQueue::changed, this, [this, keep] {
        const RunQueue& queue = m_window.train().queue();
        keep(kHasQueue, queue.isOn());
        keep(kQueue, queue.paths());
    });
    connect(on.keepAwake, &QAction::toggled, this, [keep](bool isOn) { keep(kAwake, isOn); });
    connect(&m_window, &MainWindow::closing, this, [this, keep] {
        keep(kGeometry, m_window.saveGeometry());
        keep(kLayout, m_window.docks().save());
    });
}

} // namespace hierascope::widgets
