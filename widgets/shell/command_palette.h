// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QAction;
class QLabel;
class QLineEdit;
class QListView;

namespace hierascope::widgets {

class CommandModel;
class Theme;

/// Lies over the window and finds its actions by what is typed.
class CommandPalette : public QFrame {
    Q_OBJECT

public:
    CommandPalette(const Theme& theme, QWidget& window);

    void setActions(const QList<QAction*>& actions);
    /// Shows itself with an empty line that has the focus.
    void open();

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void find(const QString& typed);
    void place();
    void end();
    void trigger(const QModelIndex& index);
    bool handleKey(int key);
    void move(int by);
    /// Makes the first action current that is available, from `row` on; false if there is none.
    bool makeCurrent(int row, int step);

    QLineEdit* m_line;
    QListView* m_list;
    QLabel* m_nothing;
    CommandModel* m_model;
    QPointer<QWidget> m_before; ///< what had the focus
    bool m_isOpen = false;
};

} // namespace hierascope::widgets
