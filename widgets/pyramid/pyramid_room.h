// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/task_context.h"
#include "widgets/common/message_panel.h"
#include "widgets/pyramid/pane_maker.h"
#include "widgets/state/view_state.h"

#include <QList>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QStackedWidget;
class QVBoxLayout;

namespace hierascope::widgets {

class BusyPanel;
class CommutationView;
class HierarchyView;
class ImageView;
class LadderView;
class PyramidBar;
class Theme;

/// The Pyramid view: one level large, all levels in the ladder, and the states around them.
///
/// It follows the state while it is visible, and catches up when it is shown again.
class PyramidRoom : public QWidget {
    Q_OBJECT

public:
    PyramidRoom(const Theme& theme, ViewState& state, QWidget* parent = nullptr);

    PyramidBar* bar() const { return m_bar; }
    CompareView* view() const { return m_view; }
    CommutationView* commutation() const { return m_commutation; }
    LadderView* ladder() const { return m_ladder; }
    /// The message in the middle of the room, none while a pyramid is shown.
    const MessagePanel* messagePanel() const;
    /// What is shown large, at its own pixels; null where nothing is.
    QImage picture() const;

    /// Puts a panel beside the picture and a strip under it, both seen while tokens are edited.
    void setSurgery(QWidget* panel, QWidget* strip);
    bool isEditing() const { return m_isEditing; }
    void setEditing(bool isEditing);

    /// Says what takes the place of a pyramid that is not there.
    void setMessage(const MessagePanel::Message& message);

public Q_SLOTS:
    void fit();
    void showTruePixels();
    void zoomIn();
    void zoomOut();

Q_SIGNALS:
    void actionChosen();
    void cancelRequested();
    void exportWanted();
    void editingChanged(bool isEditing);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeStage();
    void connectState();
    void connectViews();
    void follow();
    void followPhase();
    void showPanes();
    void showLadder();
    void showKey();
    void showCommutation();
    Side sideInFront() const;
    bool showsCommutation() const;
    bool showsHierarchies() const;
    /// Another view than the large one that zoom goes to, or null.
    ImageView* detailView() const;
    void showHierarchies();

    ViewState& m_state;
    PaneMaker m_panes;
    bool m_isStale = true; ///< the state changed while the room was hidden
    bool m_isLate = false; ///< A's work takes longer than a moment
    QTimer m_late;
    PyramidBar* m_bar;
    CompareView* m_view;
    CommutationView* m_commutation;
    HierarchyView* m_hierarchies;
    LadderView* m_ladder;
    MessagePanel* m_message;
    BusyPanel* m_busy;
    QHBoxLayout* m_row;        ///< the picture with its ladder, and a panel beside them
    QVBoxLayout* m_column;     ///< that row, and a strip under it
    QList<QWidget*> m_surgery; ///< the panel and the strip
    bool m_isEditing = false;
    QStackedWidget* m_stages;
    QStackedWidget* m_pages;
};

} // namespace hierascope::widgets
