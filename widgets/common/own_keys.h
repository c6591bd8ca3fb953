// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>

#include <Qt>

class QEvent;

namespace hierascope::widgets {

/// Keeps plain keys for the widget that has the focus, where the window has shortcuts on them:
/// the level, for one, moves by Left and Right. A widget's `event` asks first and returns true.
///
/// @return whether the event was the shortcut's question about one of the keys; it is accepted
bool keepsKey(QEvent* event, std::initializer_list<Qt::Key> keys);

} // namespace hierascope::widgets
