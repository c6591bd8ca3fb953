// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/recipe_choice.h"

#include "widgets/state/choice_json.h"
#include "widgets/state/choice_words.h"
#include "widgets/state/surgery_recipe.h"

#include <utility>

#include <QFile>

namespace hierascope::widgets {

namespace {

QString decoded(const std::string& path) {
    return QFile::decodeName(QByteArray::fromStdString(path));
}

Subject subjectFrom(const runs::RecipeSubject& subject) {
    return {decoded(subject.modelPath), decoded(subject.imagePath)};
}

Error unknownWord(const QString& name, const char* field, const std::string& word) {
    return {ErrorCode::BadData, "Recipe in '" + name.toStdString() + "': field '" + field +
                                    "' is '" + word + "', which this program does not know."};
}

} // namespace

Result<ViewChoice> choiceFromRecipe(const runs::Recipe& recipe, const QString& name) {
    ViewChoice choice;
    choice.a = subjectFrom(recipe.a);
    if (recipe.b) {
        choice.b = subjectFrom(*recipe.b);
        const bool isUnedited = choice.b == choice.a; // A is edited, and B is not
        if (!isUnedited && choice.b.image == choice.a.image)
            choice.b.image.clear(); // it goes on following A's image
        if (!isUnedited && choice.b.model == choice.a.model)
            choice.b.model.clear();
    }
    const auto picture = pictureFromWord(recipe.picture);
    const auto compare = compareFromWord(recipe.compare);
    const auto overlay = overlayFromWord(recipe.overlay);
    if (!picture)
        return tl::unexpected(unknownWord(name, "picture", recipe.picture));
    if (!compare)
        return tl::unexpected(unknownWord(name, "compare", recipe.compare));
    if (!overlay)
        return tl::unexpected(unknownWord(name, "overlay", recipe.overlay));
    choice.level = recipe.level;
    choice.picture = *picture;
    choice.compare = choice.hasB() ? *compare : Compare::OnlyA;
    choice.overlay = *overlay;
    choice.sampling = {recipe.sample, recipe.seed};
    if (!recipe.edits.empty()) {
        auto surgery = surgeryFromRecipe(recipe.edits, choice.a, choice.sampling,
                                         "Recipe in '" + name.toStdString() + "'");
        if (!surgery)
            return failure(surgery);
        choice.surgeries.push_back(std::move(*surgery));
    }
    return choice;
}

GenerationChoice choiceFromRecipe(const runs::GenerationRecipe& recipe) {
    GenerationChoice choice;
    choice.a = decoded(recipe.generatorPath);
    choice.settings.label = recipe.label;
    runtime::SamplingOptions& sampling = choice.settings.sampling;
    sampling.greedy = recipe.greedy;
    sampling.temperature = recipe.temperature;
    sampling.topK = recipe.topK;
    sampling.topP = recipe.topP;
    sampling.guidance = recipe.guidance;
    sampling.schedule = {recipe.schedule, recipe.scheduleValues};
    sampling.guidanceInterval = recipe.guidanceInterval;
    sampling.seed = recipe.seed;
    Branch branch;
    if (recipe.denoising) {
        const runs::DenoisingRecipe& denoising = *recipe.denoising;
        sampling.denoising = {denoising.sampler,    denoising.steps,     denoising.respacing,
                              denoising.eta,        denoising.isClipped, denoising.guidesThree,
                              denoising.guidedFrom, denoising.guidedTo};
        choice.level = denoising.level;
        branch.kept = int(denoising.fromStep);
        branch.from = {denoising.fromStep, denoising.from};
    }
    branch.generator = choice.a;
    branch.settings = choice.settings;
    branch.prefix = recipe.prefix;
    choice.branches.push_back(std::move(branch));
    choice.branch = 0;
    return choice;
}

ViewChoice choiceOfRoom(const ViewChoice& choice, const QString& room) {
    ViewChoice own = choice;
    own.generation = {};
    own.surgeries.clear(); // only the Pyramid view shows what edits do
    if (room != QLatin1String("latents"))
        own.latents = {};
    if (room != QLatin1String("attention"))
        own.attention = {};
    if (room != QLatin1String("codebook"))
        own.codebook = {};
    return own;
}

Result<ViewChoice> choiceFromRecipe(const runs::ViewRecipe& recipe, const QString& name,
                                    const ViewChoice& now) {
    auto choice = choiceFromJson(recipe.view, "Recipe in '" + name.toStdString() + "'");
    if (!choice)
        return choice;
    const bool isLatents = recipe.room == "latents";
    const bool isAttention = recipe.room == "attention";
    const bool isCodebook = recipe.room == "codebook";
    if (!isLatents && !isAttention && !isCodebook)
        return tl::unexpected(unknownWord(name, "room", recipe.room));
    choice->generation = now.generation;
    choice->surgeries = now.surgeries;
    if (!isLatents)
        choice->latents = now.latents;
    if (!isAttention)
        choice->attention = now.attention;
    if (!isCodebook)
        choice->codebook = now.codebook;
    return choice;
}

Selection selectionFromRecipe(const runs::Recipe& recipe,
                              const std::vector<runtime::LevelInfo>& levels) {
    Selection selection;
    for (const auto& [level, token] : recipe.selection) {
        if (level < 0 || level >= int(levels.size()))
            continue;
        const runtime::LevelInfo& info = levels[std::size_t(level)];
        if (token >= 0 && token < info.tokens())
            selection.insert({level, info.rows, info.columns, token});
    }
    return selection;
}

} // namespace hierascope::widgets
