// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/message_panel.h"
#include "widgets/state/sample_shelf.h"

#include <QWidget>

class QListView;
class QPlainTextEdit;
class QStackedWidget;
class QToolButton;

namespace hierascope::widgets {

class CurvePanel;
class MomentStrip;
class ProbePanel;
class RunModel;
class Theme;
class TrainBench;
class TrainPanel;
class ViewState;

/// The Train view: runs, their curves, their checkpoints and pictures, and their log.
class TrainRoom : public QWidget {
    Q_OBJECT

public:
    TrainRoom(const Theme& theme, ViewState& state, TrainBench& bench, TaskRunner& runner,
              QWidget* parent = nullptr);

    TrainPanel* panel() const { return m_panel; }
    CurvePanel* curves() const { return m_curves; }
    MomentStrip* moments() const { return m_moments; }
    QListView* list() const { return m_list; }
    QToolButton* queueButton() const { return m_queue; }
    /// The message in the middle of the room, none while there are runs.
    const MessagePanel* messagePanel() const;
    /// The curves, at the display's pixels.
    QImage picture() const;

public Q_SLOTS:
    void showNewRun();

Q_SIGNALS:
    void newRunWanted();
    void runsFolderWanted();
    void checkpointChosen(const QString& path, bool isB);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeBar();
    QWidget* makeStage();
    void follow();
    void followSelection();
    void fillCurves();
    void fillLog();
    void fit();

    const Theme& m_theme;
    TrainBench& m_bench;
    SampleShelf m_shelf;
    RunModel* m_model;
    TrainPanel* m_panel;
    QToolButton* m_newRun;
    QToolButton* m_folder;
    QToolButton* m_queue;
    QListView* m_list;
    CurvePanel* m_curves;
    MomentStrip* m_moments;
    ProbePanel* m_probes;
    QPlainTextEdit* m_log;
    MessagePanel* m_message;
    QStackedWidget* m_pages;
};

} // namespace hierascope::widgets
