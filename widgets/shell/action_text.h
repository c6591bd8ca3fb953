// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAction;

namespace hierascope::widgets {

/// The text of an action as its menu shows it, without the marks of mnemonics.
QString plainText(const QAction& action);

/// The name of the menu that holds an action, with those around it: "View › Overlay".
QString menuName(const QAction& action);

} // namespace hierascope::widgets
