// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <QPointer>
#include <QVariantMap>

namespace hierascope::widgets {

/// The keys of actions: the ones they came with, and the ones that a person chose.
///
/// Actions are known by their object names, which must differ.
class ShortcutBook : public QObject {
    Q_OBJECT

public:
    using Keys = QList<QKeySequence>;
    using QObject::QObject;

    /// Remembers the action's present keys as its default.
    void add(QAction& action);
    QList<QAction*> actions() const;

    Keys defaultKeys(const QAction& action) const;
    bool isCustom(const QAction& action) const;
    void setKeys(QAction& action, const Keys& keys);
    void reset(QAction& action);
    void resetAll();

    /// The action that a key would also trigger, also as the beginning of a longer one.
    QAction* conflict(const QKeySequence& key, const QAction* except) const;

    /// The keys that differ from the default, by name, for the settings.
    QVariantMap custom() const;
    /// Sets what `custom` told, and the default everywhere else; what cannot be read is ignored.
    void restore(const QVariantMap& custom);

Q_SIGNALS:
    /// Keys changed, or an action came or went.
    void changed();

private:
    struct Entry {
        QPointer<QAction> action;
        Keys defaults;
    };

    const Entry* entryOf(const QAction& action) const;

    std::vector<Entry> m_entries;
};

} // namespace hierascope::widgets
