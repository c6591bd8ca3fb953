// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QString>
#include <QStringList>

class QMenu;

namespace hierascope::widgets {

/// A table as the texts that a person reads; short rows end in empty cells.
struct TextTable {
    QStringList header;
    std::vector<QStringList> rows;
};

/// Writes a GitHub table; columns of numbers stand right.
QString toMarkdown(const TextTable& table);
/// Writes a tabular that needs no package; columns of numbers stand right.
QString toLatex(const TextTable& table);
/// Writes lines as RFC 4180 wants them.
QString toCsv(const TextTable& table);

/// Adds the actions that put a table on the clipboard, in each of the three forms.
///
/// @param table asked when somebody copies, not before
void addCopyActions(QMenu& menu, const std::function<TextTable()>& table);

} // namespace hierascope::widgets
