// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QKeySequence>

class QAction;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;
class QVBoxLayout;

namespace hierascope::widgets {

class ShortcutBook;
class ShortcutModel;

/// Lists every action with its keys and lets a person give it another key.
class ShortcutEditor : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutEditor(ShortcutBook& book, QWidget* parent = nullptr);

    /// Selects an action, so that its key can be typed; nothing where it is not listed.
    void select(const QAction& action);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTreeView* makeList();
    void addKeyRows(QVBoxLayout& column);
    void addButtons(QVBoxLayout& column);
    QAction* selected() const;
    void showSelected();
    void tryKey(const QKeySequence& key);
    void showConflict(const QAction* other, const QKeySequence& key);
    void takeOver();

    ShortcutBook& m_book;
    ShortcutModel* m_model;
    QSortFilterProxyModel* m_shown;
    QLineEdit* m_typed;
    QTreeView* m_list;
    QLabel* m_name;
    QKeySequenceEdit* m_edit;
    QLabel* m_conflict;
    QPushButton* m_takeOver;
    QPushButton* m_reset;
    QKeySequence m_wanted; ///< typed, but used by another action
};

} // namespace hierascope::widgets
