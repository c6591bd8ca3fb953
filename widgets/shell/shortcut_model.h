// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractTableModel>
#include <QAction>
#include <QPointer>

namespace hierascope::widgets {

class ShortcutBook;

/// The actions of a book with their menus and keys.
class ShortcutModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { MenuColumn, NameColumn, KeysColumn, Columns };

    explicit ShortcutModel(const ShortcutBook& book, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    QAction* actionAt(int row) const;

private:
    void follow();
    QString text(const QAction& action, int column) const;
    QString toolTip(const QAction& action) const;

    const ShortcutBook& m_book;
    std::vector<QPointer<QAction>> m_actions;
};

} // namespace hierascope::widgets
