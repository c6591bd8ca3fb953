// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/runs/view_recipe.h"

#include <QImage>
#include <QObject>
#include <QString>

class QWidget;

namespace hierascope::widgets {

class TaskRunner;
class ViewState;

/// Saves what a view shows that only the window paints, with the recipe that brings it back.
class ViewExporter : public QObject {
    Q_OBJECT

public:
    struct View {
        QString room;        ///< the word of recipes: "latents"
        QString title;       ///< of the dialog
        QImage picture;      ///< null: nothing is saved
        std::string details; ///< what came of the choice, for people: a JSON object, or empty
    };

    ViewExporter(const ViewState& state, TaskRunner& runner, QObject* parent = nullptr);

    /// Asks for a file, then saves the picture.
    void askAndSave(const View& view, QWidget* parent);
    void save(const View& view, const QString& path);

Q_SIGNALS:
    void saved(const QString& path);
    void failed(const QString& sentence);

private:
    const ViewState& m_state;
    TaskRunner& m_runner;
};

/// How the state's view of a room was made, without the hashes that need their files.
runs::ViewRecipe viewRecipeOf(const ViewState& state, const ViewExporter::View& view);

} // namespace hierascope::widgets
