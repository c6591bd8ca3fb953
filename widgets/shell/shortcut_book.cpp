// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/shortcut_book.h"

#include <algorithm>
#include <optional>

namespace hierascope::widgets {

namespace {

bool isBroken(const QKeySequence& key) {
    if (key.isEmpty())
        return true;
    for (int i = 0; i < key.count(); ++i)
        if (key[uint(i)].key() == Qt::Key_unknown || key[uint(i)].key() == 0)
            return true;
    return false;
}

/// The keys of a setting, which is one text since settings confuse lists of one with texts.
std::optional<ShortcutBook::Keys> keysOf(const QVariant& setting) {
    if (setting.typeId() != QMetaType::QString)
        return std::nullopt;
    const QString text = setting.toString();
    if (text.isEmpty())
        return ShortcutBook::Keys();
    const ShortcutBook::Keys keys = QKeySequence::listFromString(text, QKeySequence::PortableText);
    if (keys.isEmpty() || std::ranges::any_of(keys, isBroken))
        return std::nullopt;
    return keys;
}

} // namespace

void ShortcutBook::add(QAction& action) {
    Q_ASSERT(!action.objectName().isEmpty());
    m_entries.push_back({&action, action.shortcuts()});
    connect(&action, &QObject::destroyed, this, [this] {
        std::erase_if(m_entries, [](const Entry& entry) { return entry.action.isNull(); });
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

QList<QAction*> ShortcutBook::actions() const {
    QList<QAction*> actions;
    for (const Entry& entry : m_entries)
        actions << entry.action;
    return actions;
}

const ShortcutBook::Entry* ShortcutBook::entryOf(const QAction& action) const {
    const auto found = std::ranges::find(m_entries, &action, &Entry::action);
    return found == m_entries.end() ? nullptr : &*found;
}

ShortcutBook::Keys ShortcutBook::defaultKeys(const QAction& action) const {
    const Entry* entry = entryOf(action);
    return entry != nullptr ? entry->defaults : Keys();
}

bool ShortcutBook::isCustom(const QAction& action) const {
    return action.shortcuts() != defaultKeys(action);
}

void ShortcutBook::setKeys(QAction& action, const Keys& keys) {
    if (entryOf(action) == nullptr || action.shortcuts() == keys)
        return;
    action.setShortcuts(keys);
    Q_EMIT changed();
}

void ShortcutBook::reset(QAction& action) {
    setKeys(action, defaultKeys(action));
}

void ShortcutBook::resetAll() {
    restore({});
}

QAction* ShortcutBook::conflict(const QKeySequence& key, const QAction* except) const {
    if (key.isEmpty())
        return nullptr;
    const auto meets = [&key](const QKeySequence& other) {
        return key.matches(other) != QKeySequence::NoMatch ||
               other.matches(key) != QKeySequence::NoMatch;
    };
    for (const Entry& entry : m_entries)
        if (entry.action != except && std::ranges::any_of(entry.action->shortcuts(), meets))
            return entry.action;
    return nullptr;
}

QVariantMap ShortcutBook::custom() const {
    QVariantMap custom;
    for (const Entry& entry : m_entries)
        if (isCustom(*entry.action))
            custom[entry.action->objectName()] =
                QKeySequence::listToString(entry.action->shortcuts(), QKeySequence::PortableText);
    return custom;
}

void ShortcutBook::restore(const QVariantMap& custom) {
    bool hasChanged = false;
    for (const Entry& entry : m_entries) {
        const Keys keys = keysOf(custom.value(entry.action->objectName())).value_or(entry.defaults);
        hasChanged = hasChanged || entry.action->shortcuts() != keys;
        entry.action->setShortcuts(keys);
    }
    if (hasChanged)
        Q_EMIT changed();
}

} // namespace hierascope::widgets
