// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/runs/needed_file.h"
#include "widgets/shell/log_model.h"
#include "widgets/state/attention_bench.h"
#include "widgets/state/attention_state.h"
#include "widgets/state/checkpoint_finder.h"
#include "widgets/state/codebook_bench.h"
#include "widgets/state/codebook_state.h"
#include "widgets/state/difference_maker.h"
#include "widgets/state/generation_bench.h"
#include "widgets/state/generation_state.h"
#include "widgets/state/latent_bench.h"
#include "widgets/state/latent_state.h"
#include "widgets/state/latent_study.h"
#include "widgets/state/latent_subsets.h"
#include "widgets/state/library_watch.h"
#include "widgets/state/surgery_bench.h"
#include "widgets/state/train_bench.h"
#include "widgets/state/view_state.h"
#include "widgets/state/workbench.h"
#include "widgets/tasks/task_list_model.h"
#include "widgets/tasks/task_runner.h"

#include <QMainWindow>

class QLabel;
class QStackedWidget;

namespace hierascope::widgets {

class AttentionRoom;
class CodebookRoom;
class CommandPalette;
class CursorBar;
class Exporter;
class Filmstrip;
class FlipKey;
class GenerateRoom;
class GenerationExporter;
class HintBar;
class InspectorPanel;
class LatentExporter;
class LatentRoom;
class LibraryPanel;
class NoticeBar;
class PyramidRoom;
class RecentFiles;
class SessionKeeper;
class ShortcutBook;
class StepBar;
class SurgeryPanel;
class TaskBar;
class Theme;
class TrainRoom;
class ViewExporter;
class ViewRail;
class WindowActions;
class WindowDocks;

/// The views that there are, in the order of the rail.
enum class Room { Pyramid, Latents, Attention, Generate, Codebook, Train };

/// The words of recipes and sessions.
QString wordOfRoom(Room room);
std::optional<Room> roomFromWord(const QString& word);

/// A folder of images or a packed set, and no model.
bool isDataSet(const QString& path);

/// The window: rail, docks, room, cursor bar, status bar, and the wires between them.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(Theme& theme, Services services, QWidget* parent = nullptr);
    ~MainWindow() override;

    ViewState& state() { return m_state; }
    TaskRunner& runner() { return m_runner; }
    Workbench& workbench() { return m_workbench; }
    LibraryWatch& watch() { return m_watch; }
    Theme& theme() { return m_theme; }
    GenerationState& generation() { return m_generation; }
    GenerationBench& generationBench() { return m_bench; }
    PyramidRoom* room() const { return m_room; }
    GenerateRoom* generateRoom() const { return m_generate; }
    LatentState& latents() { return m_latents; }
    LatentBench& latentBench() { return m_latentBench; }
    LatentStudy& latentStudy() { return m_latentStudy; }
    LatentSubsets& latentSubsets() { return m_latentSubsets; }
    LatentRoom* latentRoom() const { return m_latentRoom; }
    AttentionState& attention() { return m_attention; }
    AttentionBench& attentionBench() { return m_attentionBench; }
    AttentionRoom* attentionRoom() const { return m_attentionRoom; }
    CodebookState& codebook() { return m_codebook; }
    CodebookBench& codebookBench() { return m_codebookBench; }
    CodebookRoom* codebookRoom() const { return m_codebookRoom; }
    SurgeryBench& surgery() { return m_surgery; }
    SurgeryPanel* surgeryPanel() const { return m_surgeryPanel; }
    TrainBench& train() { return m_train; }
    TrainRoom* trainRoom() const { return m_trainRoom; }
    Room currentRoom() const;
    void showRoom(Room room);
    /// What recipes and sessions ask for.
    NoticeBar* notice() const { return m_notice; }
    /// The session that a crash left behind is offered here.
    NoticeBar* recoveryBar() const { return m_recovery; }
    SessionKeeper& sessions() { return *m_sessions; }
    TaskBar* taskBar() const { return m_taskBar; }
    CommandPalette* commandPalette() const { return m_palette; }
    WindowActions& actions() { return *m_actions; }
    WindowDocks& docks() { return *m_docks; }
    RecentFiles& recent() { return *m_recent; }
    ShortcutBook& shortcuts() { return *m_shortcuts; }
    LogModel& log() { return m_log; }

    /// Says which models the generator demo is made of, the one to show first; empty: none.
    void setGeneratorDemo(const QStringList& paths);
    /// Says which models are the demo of several scales against one, in this order; empty: none.
    void setScaleDemo(const QStringList& models);
    /// Says which folder of images the Latents view offers to map; empty: none.
    void setLatentDemo(const QString& folder);
    /// Says which folder of images the Codebook view offers to count; empty: none.
    void setCodebookDemo(const QString& folder);
    /// Says where the presets of trainings lie, and which images the demo has; empty: none.
    void setTrainFiles(const QString& presets, const QString& demoData);
    void setHintVisible(bool isVisible);
    /// Opens files and folders; one session file replaces all that is shown.
    void openPaths(const QStringList& paths);
    /// Asks in the notice bar for a file that a recipe or a session needs.
    ///
    /// @param without opens it without the file; null where that cannot be
    void askForMissing(const std::string& name, const runs::NeededFile& file,
                       const std::function<void(const QString&)>& chosen,
                       const std::function<void()>& without = {});
    /// Names the device that the status bar shows until a model says where it is.
    void setDevice(const QString& name);
    /// Says something in the status bar for a while.
    void say(const QString& sentence);

Q_SIGNALS:
    void hintDismissed();
    void closing();
    void roomChanged();
    /// Everything that changed was painted, in so many milliseconds.
    void framePainted(double milliseconds);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeCentre();
    void makeRail();
    void makeStatusBar();
    void connectState();
    void connectRoom();
    void connectFileActions();
    void connectEditActions();
    void connectCursorActions();
    void connectPictureActions();
    void connectCompareActions();
    void showWeights();
    void connectWindowActions();
    void connectGeneration();
    void connectGenerationActions();
    void connectLatents();
    void connectLatentActions();
    void followLatents();
    void logSkipped(Side side);
    bool dropOnMap(const QStringList& paths);
    void connectAttention();
    void connectAttentionActions();
    void followAttention();
    void copyAttentionTable();
    void connectCodebook();
    void connectCodebookActions();
    void followCodebook();
    bool dropOnCodebook(const QStringList& paths);
    void connectSurgery();
    void followSurgery();
    void connectTrain();
    void followTrain();
    bool dropOnTrain(const QStringList& paths);
    void takeDropped(const QStringList& paths, const QStringList& runs, bool isHere);
    void openCheckpoint(const QString& path, bool isB);
    void openGeneratorDemo();
    void moveBranch(int by);
    void followGeneration();
    void followPicture();
    void followChoice();
    void followPhase();
    void showStatus();
    void showWatched();
    void showFilmstrip();
    void runRoomAction();
    void openExport();
    void connectRecipes();
    void connectSessions();
    void openShortcuts();
    void logOutcomes();
    void copyPicture();
    void copyLadder();
    void showAbout();

    Theme& m_theme;
    ViewState m_state;
    TaskRunner m_runner;
    TaskListModel m_tasks;
    LogModel m_log;
    Workbench m_workbench;
    GenerationState m_generation;
    GenerationBench m_bench;
    LatentState m_latents;
    LatentBench m_latentBench;
    LatentStudy m_latentStudy;
    LatentSubsets m_latentSubsets;
    AttentionState m_attention;
    AttentionBench m_attentionBench;
    CodebookState m_codebook;
    CodebookBench m_codebookBench;
    SurgeryBench m_surgery;
    TrainBench m_train;
    LibraryWatch m_watch;
    DifferenceMaker m_differences;
    CheckpointFinder m_checkpoints;
    WindowActions* m_actions;
    LibraryPanel* m_library;
    PyramidRoom* m_room;
    LatentRoom* m_latentRoom;
    AttentionRoom* m_attentionRoom;
    GenerateRoom* m_generate;
    CodebookRoom* m_codebookRoom;
    SurgeryPanel* m_surgeryPanel;
    TrainRoom* m_trainRoom;
    QStackedWidget* m_rooms; ///< in the order of `Room`
    InspectorPanel* m_inspector;
    QStackedWidget* m_inspectors; ///< in the order of `Room`
    ViewRail* m_rail = nullptr;
    CursorBar* m_cursors;
    Filmstrip* m_filmstrip;
    HintBar* m_hint;
    NoticeBar* m_notice;
    NoticeBar* m_recovery;
    SessionKeeper* m_sessions = nullptr;
    TaskBar* m_taskBar;
    WindowDocks* m_docks;
    CommandPalette* m_palette;
    Exporter* m_exporter;
    GenerationExporter* m_generationExporter;
    LatentExporter* m_latentExporter;
    ViewExporter* m_viewExporter;
    FlipKey* m_flipKey;
    RecentFiles* m_recent;
    ShortcutBook* m_shortcuts;
    QLabel* m_status;
    QLabel* m_device;
    QStringList m_generatorDemo;
    QStringList m_scaleDemo;
    std::string m_codebookError; ///< that was logged last
};

} // namespace hierascope::widgets
