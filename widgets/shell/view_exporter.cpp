// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/view_exporter.h"

#include "core/runs/recipe_fields.h"
#include "core/runtime/pictures.h"
#include "widgets/common/pictures.h"
#include "widgets/shell/open_dialogs.h"
#include "widgets/shell/save_task.h"
#include "widgets/state/choice_json.h"
#include "widgets/state/needed_files.h"
#include "widgets/state/recipe_choice.h"
#include "widgets/state/services.h"
#include "widgets/state/view_state.h"
#include "widgets/tasks/task_runner.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace hierascope::widgets {

namespace {

/// The files of one room's choice: those of the others are not needed.
std::vector<runs::NeededFile> filesOfRoom(const ViewState& state, const ViewChoice& choice) {
    std::vector<runs::NeededFile> files = neededFiles(state);
    const QStringList data = choice.latents.question.data + choice.codebook.data;
    std::erase_if(files, [&](const runs::NeededFile& file) {
        const QString path = QFile::decodeName(QByteArray::fromStdString(file.path));
        return file.kind == "generator" || (file.kind == "data" && !data.contains(path));
    });
    return files;
}

} // namespace

runs::ViewRecipe viewRecipeOf(const ViewState& state, const ViewExporter::View& view) {
    ViewChoice choice = choiceOfRoom(state.choice(), view.room);
    runs::ViewRecipe recipe;
    recipe.program = "hierascope " + QCoreApplication::applicationVersion().toStdString();
    recipe.room = view.room.toStdString();
    recipe.files = filesOfRoom(state, choice);
    recipe.view = jsonOfChoice(choice);
    if (recipe.view.size() > runs::kLongestRecipe / 2) { // then a reader would not take it
        choice.latents.selection = {};
        recipe.view = jsonOfChoice(choice);
    }
    recipe.details = view.details;
    recipe.width = view.picture.width();
    recipe.height = view.picture.height();
    return recipe;
}

ViewExporter::ViewExporter(const ViewState& state, TaskRunner& runner, QObject* parent)
    : QObject(parent), m_state(state), m_runner(runner) {}

void ViewExporter::askAndSave(const View& view, QWidget* parent) {
    const QString image = QFileInfo(m_state.choice().a.image).completeBaseName();
    const QString suggestion = (image.isEmpty() ? QString() : image + QLatin1Char('-')) +
                               view.room + QStringLiteral(".png");
    askForPng(parent, view.title, suggestion,
              [this, view](const QString& path) { save(view, path); });
}

void ViewExporter::save(const View& view, const QString& path) {
    if (view.picture.isNull())
        return;
    auto work = [recipe = viewRecipeOf(m_state, view), pixels = pixelsOf(view.picture),
                 file = systemPath(path)](TaskContext&) mutable {
        addHashes(recipe.files);
        return runtime::savePicture(file, pixels, {{runs::kRecipeKeyword, runs::toJson(recipe)}});
    };
    startSaving(m_runner, this, tr("Saving %1").arg(fileNameOf(path)), path, std::move(work));
}

} // namespace hierascope::widgets
