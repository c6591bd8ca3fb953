// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/space_key.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>

namespace hierascope::widgets {

SpaceKey::SpaceKey(QObject* parent) : QObject(parent) {
    qApp->installEventFilter(this);
}

bool SpaceKey::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isOurs = key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier;
    const bool hasUse = qobject_cast<QAbstractButton*>(watched) != nullptr ||
                        qobject_cast<QComboBox*>(watched) != nullptr ||
                        qobject_cast<QAbstractItemView*>(watched) != nullptr;
    if (!isOurs || !hasUse)
        return QObject::eventFilter(watched, event);
    event->accept();
    return true;
}

} // namespace hierascope::widgets
