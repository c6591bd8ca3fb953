// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/recipe_choice.h"

#include "widgets/state/choice_words.h"

#include <QFile>
#include <QFileInfo>

namespace hierascope::widgets {

namespace {

Result<QString> existing(const std::string& path, const QString& name) {
    const QString decoded = QFile::decodeName(QByteArray::fromStdString(path));
    if (QFileInfo::exists(decoded))
        return decoded;
    return failure(ErrorCode::NoInput,
                   "Recipe in '" + name.toStdString() + "': '" + path + "' is not there any more.");
}

Result<Subject> subjectFrom(const runs::RecipeSubject& subject, const QString& name) {
    const auto model = existing(subject.modelPath, name);
    if (!model)
        return failure(model);
    const auto image = existing(subject.imagePath, name);
    if (!image)
        return failure(image);
    return Subject{*model, *image};
}

Error unknownWord(const QString& name, const char* field, const std::string& word) {
    return {ErrorCode::BadData, "Recipe in '" + name.toStdString() + "': field '" + field +
                                    "' is '" + word + "', which this program does not know."};
}

} // namespace

Result<ViewChoice> choiceFromRecipe(const runs::Recipe& recipe, const QString& name) {
    ViewChoice choice;
    const auto a = subjectFrom(recipe.a, name);
    if (!a)
        return failure(a);
    choice.a = *a;
    if (recipe.b) {
        const auto b = subjectFrom(*recipe.b, name);
        if (!b)
            return failure(b);
        choice.b = *b;
        if (choice.b.image == choice.a.image)
            choice.b.image.clear(); // it goes on following A's image
        if (choice.b.model == choice.a.model)
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
    return choice;
}

Result<GenerationChoice> choiceFromRecipe(const runs::GenerationRecipe& recipe,
                                          const QString& name) {
    const auto generator = existing(recipe.generatorPath, name);
    if (!generator)
        return failure(generator);
    GenerationChoice choice;
    choice.a = *generator;
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
