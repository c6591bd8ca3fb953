// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace hierascope::widgets {

/// Draws `:/icons/NAME.svg` in one colour, `side` logical pixels wide.
QPixmap tintedPixmap(const QString& name, const QColor& color, int side, double pixelRatio);

/// The same as an icon with the sizes that the window uses, for 1x and 2x displays.
QIcon tintedIcon(const QString& name, const QColor& color);

} // namespace hierascope::widgets
