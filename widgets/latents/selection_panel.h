// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QListWidget;
class QToolButton;

namespace hierascope::widgets {

class LatentState;
class LatentSubsets;
class ViewState;

/// What is selected in the map, and the subsets that were given names.
class SelectionPanel : public QWidget {
    Q_OBJECT

public:
    SelectionPanel(ViewState& state, LatentState& latents, LatentSubsets& subsets,
                   QWidget* parent = nullptr);

    void follow();
    QListWidget* list() const { return m_list; }
    QLabel* count() const { return m_count; }

public Q_SLOTS:
    /// Keeps the selection under a name of its own, which can be changed in the list.
    void saveSubset();

Q_SIGNALS:
    void exportWanted();

private:
    void fillList();
    void removeSubset();
    void renameSubset(int row);

    ViewState& m_state;
    LatentState& m_latents;
    LatentSubsets& m_subsets;
    QLabel* m_count;
    QToolButton* m_invert;
    QToolButton* m_clear;
    QToolButton* m_save;
    QToolButton* m_export;
    QListWidget* m_list;
    QToolButton* m_remove;
};

} // namespace hierascope::widgets
