// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QKeySequence;
class QMainWindow;
class QMenu;

namespace hierascope::widgets {

/// All actions of the window, in its menus, with names, shortcuts and tool tips.
class WindowActions : public QObject {
    Q_OBJECT

public:
    explicit WindowActions(QMainWindow& window);

    QAction* openImages = nullptr;
    QAction* openModel = nullptr;
    QAction* watchFolder = nullptr;
    QMenu* recent = nullptr;
    QAction* openSession = nullptr;
    QAction* saveSession = nullptr;
    QAction* saveSessionAs = nullptr;
    QMenu* watched = nullptr;
    QAction* exportPicture = nullptr;
    QAction* quit = nullptr;

    QAction* undo = nullptr;
    QAction* redo = nullptr;
    QAction* copyPicture = nullptr;
    QAction* copyLadder = nullptr;
    QAction* copyProvenance = nullptr;
    QAction* deselect = nullptr;
    QAction* removeImage = nullptr;
    QAction* removeModel = nullptr;
    QAction* editShortcuts = nullptr;

    QActionGroup* rooms = nullptr; ///< in the order of `Room`
    QAction* previousLevel = nullptr;
    QAction* nextLevel = nullptr;
    QAction* previousCheckpoint = nullptr;
    QAction* nextCheckpoint = nullptr;
    QAction* previousCheckpointB = nullptr;
    QAction* nextCheckpointB = nullptr;
    QAction* previousImage = nullptr;
    QAction* nextImage = nullptr;
    QAction* selectDiffering = nullptr;
    QAction* weights = nullptr;
    QAction* paperScales = nullptr;
    QAction* paperGenerators = nullptr;
    QAction* playLevels = nullptr;
    QAction* playCheckpoints = nullptr;
    QActionGroup* pictures = nullptr; ///< in the order of `Picture`
    QAction* tokenGrid = nullptr;
    QAction* tokenColors = nullptr;
    QAction* zoomIn = nullptr;
    QAction* zoomOut = nullptr;
    QAction* fit = nullptr;
    QAction* truePixels = nullptr;

    QMenu* compareWith = nullptr;
    QActionGroup* compares = nullptr; ///< in the order of `Compare`
    QAction* swapSubjects = nullptr;
    QAction* clearB = nullptr;

    QAction* editTokens = nullptr;
    QList<QAction*> surgery; ///< those that edit tokens, in the order of `SurgeryAct`

    QList<QAction*> generation; ///< those of the Generate view
    QAction* generate = nullptr;
    QAction* generateStep = nullptr;
    QAction* playGeneration = nullptr;
    QAction* loopGeneration = nullptr;
    QAction* previousStep = nullptr;
    QAction* nextStep = nullptr;
    QAction* branchHere = nullptr;
    QAction* previousBranch = nullptr;
    QAction* nextBranch = nullptr;
    QAction* removeBranch = nullptr;
    QAction* randomSeed = nullptr;
    QAction* gridOfSeeds = nullptr;
    QAction* lockStep = nullptr;
    QAction* generatorDemo = nullptr;

    QList<QAction*> latents; ///< those of the Latents view
    QAction* runMap = nullptr;
    QAction* restartMap = nullptr;
    QAction* extendMap = nullptr;
    QAction* measureSeeds = nullptr;
    QActionGroup* mapLooks = nullptr; ///< in the order of `MapLook`
    QAction* mapInSpace = nullptr;
    QActionGroup* mapColors = nullptr;   ///< in the order of `MapColor`
    QActionGroup* mapCompares = nullptr; ///< in the order of `MapCompare`
    QActionGroup* mapTools = nullptr;    ///< in the order of `MapTool`
    QAction* selectAllPoints = nullptr;
    QAction* invertPoints = nullptr;
    QAction* saveSubset = nullptr;
    QAction* exportPoints = nullptr;
    QAction* latentDemo = nullptr;

    QList<QAction*> attention;              ///< those of the Attention view
    QActionGroup* attentionLooks = nullptr; ///< in the order of `AttentionLook`
    QAction* attentionPart = nullptr;
    QAction* attentionDirection = nullptr;
    QAction* previousLayer = nullptr;
    QAction* nextLayer = nullptr;
    QAction* previousHead = nullptr;
    QAction* nextHead = nullptr;
    QAction* headOrder = nullptr;
    QAction* nextDisturbance = nullptr;
    QAction* copyAttention = nullptr;

    QList<QAction*> codebook; ///< those of the Codebook view
    QAction* countCodes = nullptr;
    QAction* codeFolder = nullptr;
    QAction* codeFile = nullptr;
    QAction* codebookDemo = nullptr;
    QActionGroup* codeLooks = nullptr; ///< in the order of `CodeLook`
    QAction* codeSort = nullptr;
    QAction* previousCodeLevel = nullptr;
    QAction* nextCodeLevel = nullptr;
    QAction* previousChannel = nullptr;
    QAction* nextChannel = nullptr;
    QAction* copyCodebook = nullptr;

    QList<QAction*> train; ///< those of the Train view
    QAction* newRun = nullptr;
    QAction* startRun = nullptr;
    QAction* pauseRun = nullptr;
    QAction* stopRun = nullptr;
    QAction* extendRun = nullptr;
    QAction* sampleRun = nullptr;
    QAction* saveRun = nullptr;
    QAction* duplicateRun = nullptr;
    QAction* openRunFolder = nullptr;
    QAction* queueRuns = nullptr;
    QAction* chooseRuns = nullptr;
    QAction* keepAwake = nullptr;

    QMenu* panels = nullptr; ///< the docks add their own switches
    QAction* showFilmstrip = nullptr;
    QAction* lightTheme = nullptr;
    QAction* resetLayout = nullptr;

    QAction* palette = nullptr;
    QAction* showHint = nullptr;
    QAction* about = nullptr;

    /// Every action that does something, in the order of the menus.
    QList<QAction*> all() const { return m_all; }
    /// Adds an action that the window made itself, such as the switch of a dock.
    void adopt(QAction* action, const char* name);

private:
    void makeFileMenu(QMainWindow& window);
    void makeEditMenu(QMainWindow& window);
    void makeViewMenu(QMainWindow& window);
    void makeCursorActions(QMenu& menu);
    void makePictureActions(QMenu& menu);
    void makeCompareMenu(QMainWindow& window);
    void makeSurgeryMenu(QMainWindow& window);
    void makeGenerateMenu(QMainWindow& window);
    void makeLatentsMenu(QMainWindow& window);
    void makeMapLooks(QMenu& menu);
    void makeMapSelection(QMenu& menu);
    QAction* addLatent(QMenu& menu, const char* name, const QString& text, const QString& tip,
                       const QList<QKeySequence>& keys);
    void makeAttentionMenu(QMainWindow& window);
    void makeCodebookMenu(QMainWindow& window);
    void makeTrainMenu(QMainWindow& window);
    void makeWindowMenu(QMainWindow& window);
    void makeHelpMenu(QMainWindow& window);
    QAction* add(QMenu& menu, const char* name, const QString& text, const QString& tip,
                 const QList<QKeySequence>& keys = {});
    QAction* addToggle(QMenu& menu, const char* name, const QString& text, const QString& tip,
                       const QList<QKeySequence>& keys = {});

    QList<QAction*> m_all;
};

} // namespace hierascope::widgets
