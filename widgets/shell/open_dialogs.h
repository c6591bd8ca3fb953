// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QString>
#include <QStringList>

class QWidget;

/// File dialogs that return at once; what somebody chose is told later.
namespace hierascope::widgets {

using PathsChosen = std::function<void(const QStringList&)>;

void askForImages(QWidget* window, const PathsChosen& chosen);
/// Asks for a folder: of a model, of a run, or to be watched.
void askForFolder(QWidget* window, const QString& title, const PathsChosen& chosen);
/// Asks where to save a PNG file; the name ends in .png.
void askForPng(QWidget* window, const QString& title, const QString& suggestion,
               const std::function<void(const QString&)>& chosen);

/// Asks for a session file, to be saved or opened.
void askForSession(QWidget* window, bool isSaved, const QString& suggestion,
                   const std::function<void(const QString&)>& chosen);

} // namespace hierascope::widgets
