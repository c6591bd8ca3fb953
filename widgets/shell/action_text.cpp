// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/action_text.h"

#include <QAction>
#include <QMenu>

namespace hierascope::widgets {

namespace {

QString withoutMnemonics(const QString& text) {
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('&') && ++i >= text.size())
            break;
        plain += text[i];
    }
    return plain;
}

} // namespace

QString plainText(const QAction& action) {
    return withoutMnemonics(action.text());
}

QString menuName(const QAction& action) {
    for (const QObject* object : action.associatedObjects()) {
        const auto* menu = qobject_cast<const QMenu*>(object);
        if (menu == nullptr)
            continue;
        const QString name = withoutMnemonics(menu->title());
        const QString outer = menuName(*menu->menuAction());
        return outer.isEmpty() ? name : outer + QStringLiteral(" › ") + name;
    }
    return {};
}

} // namespace hierascope::widgets
