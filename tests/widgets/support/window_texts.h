// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>
#include <QStringList>

class QWidget;

namespace hierascope::testing {

/// One text that a person sees or hears, and where.
struct WindowText {
    QString where;
    QString text;
};

/// Every text of the visible widgets, menus, tool tips and accessible names under a window.
std::vector<WindowText> windowTexts(const QWidget& window);

/// The labels and buttons whose text is cut: it neither wraps nor fits.
QStringList cutTexts(const QWidget& window);

} // namespace hierascope::testing
