// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/own_keys.h"

#include <algorithm>

#include <QKeyEvent>

namespace hierascope::widgets {

bool keepsKey(QEvent* event, std::initializer_list<Qt::Key> keys) {
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isPlain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!isPlain || std::ranges::find(keys, key->key()) == keys.end())
        return false;
    event->accept();
    return true;
}

} // namespace hierascope::widgets
