// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QToolButton;
class QWidget;

namespace hierascope::widgets {

/// A button with its tool tip, which is what a screen reader says of it, too.
///
/// @param role its look in the style sheet: "button", "primary", "segment", ...
QToolButton* makeToolButton(QWidget* parent, const char* role, const QString& text,
                            const QString& tip);

} // namespace hierascope::widgets
