// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractListModel>
#include <QAction>
#include <QPointer>

namespace hierascope::widgets {

/// The actions that match what was typed, best first.
class CommandModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        TextRole = Qt::DisplayRole,
        MenuRole = Qt::UserRole,
        KeysRole,
        CheckedRole, ///< bool, invalid where there is nothing to check
    };

    using QAbstractListModel::QAbstractListModel;

    void setActions(const QList<QAction*>& actions);
    void setFilter(const QString& typed);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QAction* actionAt(int row) const;

private:
    void filter();
    void tellChange(const QAction* action);

    std::vector<QPointer<QAction>> m_actions;
    std::vector<QPointer<QAction>> m_shown;
    QString m_typed;
};

} // namespace hierascope::widgets
