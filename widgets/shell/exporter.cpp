// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/exporter.h"

#include <algorithm>
#include <utility>

#include "core/runtime/pictures.h"
#include "widgets/common/pictures.h"
#include "widgets/shell/save_task.h"
#include "widgets/state/choice_words.h"
#include "widgets/state/services.h"
#include "widgets/state/surgery_recipe.h"
#include "widgets/state/view_state.h"
#include "widgets/tasks/task_runner.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

namespace hierascope::widgets {

namespace {

/// Reads the images' files for their hashes; one that cannot be read keeps none.
void addHashes(runs::Recipe& recipe) {
    const auto add = [](runs::RecipeSubject& subject) {
        if (const auto hash = runtime::hashOfFile(subject.imagePath))
            subject.imageSha256 = *hash;
    };
    add(recipe.a);
    if (recipe.b)
        add(*recipe.b);
}

runs::RecipeSubject subjectOf(const ViewState& state, Side side) {
    const Subject& subject = state.contentSubject(side);
    const auto info = state.modelInfo(side);
    return {systemPath(subject.model).string(),
            info ? info->sha256 : std::string(),
            systemPath(subject.image).string(),
            {}};
}

} // namespace

runs::Recipe recipeOf(const ViewState& state, const std::string& figure) {
    const ViewChoice& choice = state.choice();
    runs::Recipe recipe;
    recipe.program = "hierascope " + QCoreApplication::applicationVersion().toStdString();
    recipe.figure = figure;
    recipe.a = subjectOf(state, Side::A);
    if (state.hasB())
        recipe.b = subjectOf(state, Side::B);
    recipe.level = std::max(0, state.level());
    recipe.picture = wordOf(choice.picture);
    recipe.compare = wordOf(choice.compare);
    recipe.overlay = wordOf(choice.overlay);
    recipe.sample = choice.sampling.isSample;
    recipe.seed = choice.sampling.seed;
    for (const TokenRef& token : choice.selection)
        recipe.selection.emplace_back(token.level, token.token);
    if (const TokenSurgery* surgery = choice.surgery())
        recipe.edits = recipeOfEdits(*surgery, surgery->applied);
    return recipe;
}

Exporter::Exporter(ViewState& state, TaskRunner& runner, QObject* parent)
    : QObject(parent), m_state(state), m_runner(runner) {}

void Exporter::save(const QString& path, const std::string& figure, std::function<QImage()> make) {
    runs::Recipe recipe = recipeOf(m_state, figure);
    recipe.wipe = m_wipe;
    auto work = [recipe = std::move(recipe), file = systemPath(path),
                 make = std::move(make)](TaskContext&) mutable -> Result<void> {
        const QImage image = make();
        if (image.isNull())
            return failure(ErrorCode::Failed, "There is no picture to save.");
        recipe.width = image.width();
        recipe.height = image.height();
        addHashes(recipe);
        return runtime::savePicture(file, pixelsOf(image),
                                    {{runs::kRecipeKeyword, runs::toJson(recipe)}});
    };
    startSaving(m_runner, this, tr("Saving %1").arg(fileNameOf(path)), path, std::move(work));
}

void Exporter::copyProvenance() {
    auto work = [recipe = recipeOf(m_state, "picture")](TaskContext&) mutable -> Result<QString> {
        addHashes(recipe);
        return QString::fromStdString(runs::toJson(recipe));
    };
    m_runner.start(
        this, tr("Copying the provenance"), std::move(work),
        [this](const Result<QString>& text) {
            if (!text)
                return;
            QGuiApplication::clipboard()->setText(*text);
            Q_EMIT copied();
        },
        Lane::Analysis);
}

} // namespace hierascope::widgets
