// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/shortcut_model.h"

#include <algorithm>

#include "widgets/shell/action_text.h"
#include "widgets/shell/shortcut_book.h"

#include <QFont>

namespace hierascope::widgets {

namespace {

QString keysText(const QList<QKeySequence>& keys) {
    QStringList texts;
    for (const QKeySequence& key : keys)
        texts << key.toString(QKeySequence::NativeText);
    return texts.join(QStringLiteral("   "));
}

} // namespace

ShortcutModel::ShortcutModel(const ShortcutBook& book, QObject* parent)
    : QAbstractTableModel(parent), m_book(book) {
    connect(&book, &ShortcutBook::changed, this, &ShortcutModel::follow);
    follow();
}

void ShortcutModel::follow() {
    const QList<QAction*> actions = m_book.actions();
    if (std::equal(m_actions.begin(), m_actions.end(), actions.begin(), actions.end())) {
        if (!m_actions.empty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_actions.size()) - 1, Columns - 1));
        return;
    }
    beginResetModel();
    m_actions.assign(actions.begin(), actions.end());
    endResetModel();
}

int ShortcutModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_actions.size());
}

int ShortcutModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Columns;
}

QAction* ShortcutModel::actionAt(int row) const {
    return row >= 0 && row < rowCount() ? m_actions[std::size_t(row)].data() : nullptr;
}

QString ShortcutModel::text(const QAction& action, int column) const {
    switch (column) {
    case MenuColumn:
        return menuName(action);
    case NameColumn:
        return plainText(action);
    default:
        return keysText(action.shortcuts());
    }
}

QString ShortcutModel::toolTip(const QAction& action) const {
    if (!m_book.isCustom(action))
        return action.toolTip();
    const QString keys = keysText(m_book.defaultKeys(action));
    return tr("%1\nBy default: %2").arg(action.toolTip(), keys.isEmpty() ? tr("no key") : keys);
}

QVariant ShortcutModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QAction* action = actionAt(index.row());
    if (action == nullptr)
        return {};
    if (role == Qt::DisplayRole)
        return text(*action, index.column());
    if (role == Qt::ToolTipRole)
        return toolTip(*action);
    if (role == Qt::FontRole && index.column() == KeysColumn && m_book.isCustom(*action)) {
        QFont font;
        font.setBold(true);
        return font;
    }
    return {};
}

QVariant ShortcutModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case MenuColumn:
        return tr("Menu");
    case NameColumn:
        return tr("Action");
    case KeysColumn:
        return tr("Keys");
    default:
        return {};
    }
}

} // namespace hierascope::widgets
