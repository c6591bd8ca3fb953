// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/command_model.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "widgets/shell/action_text.h"
#include "widgets/shell/command_match.h"

#include <QKeySequence>
#include <QMenu>

namespace hierascope::widgets {

namespace {

constexpr int kOnlyWithMenu = -1000; // found only with the help of the menu's name: comes last

std::optional<int> scoreOf(const QAction& action, const QString& typed) {
    const QString text = plainText(action);
    if (const auto score = matchScore(typed, text))
        return score;
    if (const auto score = matchScore(typed, menuName(action) + QLatin1Char(' ') + text))
        return *score + kOnlyWithMenu;
    return std::nullopt;
}

bool isCommand(const QAction* action) {
    return action != nullptr && !action->isSeparator() && action->isVisible() &&
           action->menu<QMenu*>() == nullptr;
}

QString accessibleText(const QAction& action) {
    QStringList parts = {plainText(action), menuName(action),
                         action.shortcut().toString(QKeySequence::NativeText)};
    if (action.isCheckable())
        parts << (action.isChecked() ? CommandModel::tr("on") : CommandModel::tr("off"));
    if (!action.isEnabled())
        parts << CommandModel::tr("not available");
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace

void CommandModel::setActions(const QList<QAction*>& actions) {
    for (const auto& action : m_actions)
        if (action)
            disconnect(action, nullptr, this, nullptr);
    m_actions.assign(actions.begin(), actions.end());
    for (QAction* action : actions) {
        connect(action, &QAction::changed, this, [this, action] { tellChange(action); });
        connect(action, &QObject::destroyed, this, &CommandModel::filter);
    }
    filter();
}

void CommandModel::setFilter(const QString& typed) {
    m_typed = typed;
    filter();
}

void CommandModel::filter() {
    std::vector<std::pair<int, QPointer<QAction>>> found;
    for (const auto& action : m_actions) {
        if (!isCommand(action))
            continue;
        if (const auto score = scoreOf(*action, m_typed))
            found.emplace_back(*score, action);
    }
    std::ranges::stable_sort(found, std::greater(), [](const auto& pair) { return pair.first; });
    beginResetModel();
    m_shown.clear();
    for (const auto& [score, action] : found)
        m_shown.push_back(action);
    endResetModel();
}

void CommandModel::tellChange(const QAction* action) {
    const auto found = std::ranges::find(m_shown, action);
    if (found == m_shown.end())
        return;
    const QModelIndex changed = index(int(found - m_shown.begin()));
    Q_EMIT dataChanged(changed, changed);
}

int CommandModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_shown.size());
}

QAction* CommandModel::actionAt(int row) const {
    return row >= 0 && row < rowCount() ? m_shown[std::size_t(row)].data() : nullptr;
}

Qt::ItemFlags CommandModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    const QAction* action = actionAt(index.row());
    if (action == nullptr || !action->isEnabled())
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QVariant CommandModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QAction* action = actionAt(index.row());
    if (action == nullptr)
        return {};
    switch (role) {
    case TextRole:
        return plainText(*action);
    case MenuRole:
        return menuName(*action);
    case KeysRole:
        return action->shortcut().toString(QKeySequence::NativeText);
    case CheckedRole:
        return action->isCheckable() ? QVariant(action->isChecked()) : QVariant();
    case Qt::ToolTipRole:
        return action->toolTip();
    case Qt::AccessibleTextRole:
        return accessibleText(*action);
    default:
        return {};
    }
}

} // namespace hierascope::widgets
