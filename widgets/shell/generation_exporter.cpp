// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/generation_exporter.h"

#include <algorithm>
#include <utility>

#include "core/runs/recipe.h"
#include "core/runtime/pictures.h"
#include "widgets/common/pictures.h"
#include "widgets/generate/generation_text.h"
#include "widgets/shell/save_task.h"
#include "widgets/state/generation_state.h"
#include "widgets/state/services.h"
#include "widgets/tasks/task_runner.h"

#include <QCoreApplication>

namespace hierascope::widgets {

namespace {

QImage enlarged(const QImage& picture, int scale) {
    return picture.scaled(picture.size() * scale, Qt::IgnoreAspectRatio, Qt::FastTransformation);
}

} // namespace

runs::GenerationRecipe generationRecipeOf(const GenerationState& generation,
                                          const std::string& figure) {
    runs::GenerationRecipe recipe;
    recipe.program = "hierascope " + QCoreApplication::applicationVersion().toStdString();
    recipe.figure = figure;
    const auto info = generation.info();
    const auto tokenizer = generation.tokenizer();
    const Branch* branch = generation.branch();
    if (!info || !tokenizer || branch == nullptr)
        return recipe;
    recipe.generatorPath = info->path.string();
    recipe.generatorSha256 = info->sha256;
    recipe.tokenizerPath = tokenizer->path.string();
    recipe.tokenizerSha256 = tokenizer->sha256;
    recipe.label = branch->settings.label;
    if (recipe.label < std::int64_t(info->classes.size()))
        recipe.className = info->classes[std::size_t(recipe.label)];
    const runtime::SamplingOptions& sampling = branch->settings.sampling;
    recipe.greedy = sampling.greedy;
    recipe.temperature = sampling.temperature;
    recipe.topK = sampling.topK;
    recipe.topP = sampling.topP;
    recipe.guidance = sampling.guidance;
    recipe.schedule = sampling.schedule.name;
    recipe.scheduleValues = sampling.schedule.values;
    recipe.guidanceInterval = sampling.guidanceInterval;
    recipe.seed = sampling.seed;
    recipe.prefix = branch->prefix;
    if (info->isDenoiser()) {
        const runtime::DenoisingOptions& denoising = sampling.denoising;
        recipe.denoising = runs::DenoisingRecipe{
            denoising.sampler,    denoising.steps,          denoising.respacing,
            denoising.eta,        denoising.isClipped,      denoising.guidesThree,
            denoising.guidedFrom, denoising.guidedTo,       branch->from.step,
            branch->from.values,  generation.choice().level};
    }
    recipe.step = std::max(0, generation.step());
    recipe.codes = generation.codes(*branch, recipe.step);
    return recipe;
}

GenerationExporter::GenerationExporter(const GenerationState& generation, TaskRunner& runner,
                                       QObject* parent)
    : QObject(parent), m_generation(generation), m_runner(runner) {}

std::vector<StripStep> GenerationExporter::steps() const {
    std::vector<StripStep> steps;
    const Branch* branch = m_generation.branch();
    if (branch == nullptr || !m_generation.info())
        return steps;
    for (int step = 0; step < m_generation.done(*branch); ++step)
        if (const auto record = m_generation.record(*branch, step))
            steps.push_back({record->pictureAt(m_generation.choice().level), stepTitle(step),
                             stepDetail(m_generation, step)});
    return steps;
}

QString GenerationExporter::suggestion(const QString& figure) const {
    const Branch* branch = m_generation.branch();
    if (branch == nullptr)
        return figure + QStringLiteral(".png");
    return QStringLiteral("%1-class%2-seed%3-%4.png")
        .arg(fileNameOf(branch->generator))
        .arg(branch->settings.label)
        .arg(branch->settings.sampling.seed)
        .arg(figure);
}

void GenerationExporter::saveStep(const QString& path, const QImage& picture, int scale) {
    save(path, "generated_step", 0, [picture, scale] {
        return std::vector<QImage>{picture.isNull() ? picture : enlarged(picture, scale)};
    });
}

void GenerationExporter::saveStrip(const QString& path, const StripStyle& style) {
    save(path, "generated_strip", 0,
         [steps = steps(), style] { return std::vector<QImage>{paintStrip(steps, style)}; });
}

void GenerationExporter::saveAnimation(const QString& path, int scale, int milliseconds) {
    save(path, "generated_animation", milliseconds, [steps = steps(), scale] {
        std::vector<QImage> frames;
        for (const StripStep& step : steps)
            frames.push_back(enlarged(step.picture, scale));
        if (!frames.empty())
            frames.push_back(frames.back()); // the result is looked at longer
        return frames;
    });
}

void GenerationExporter::save(const QString& path, const std::string& figure, int milliseconds,
                              std::function<std::vector<QImage>()> make) {
    auto work = [recipe = generationRecipeOf(m_generation, figure), file = systemPath(path),
                 milliseconds, make = std::move(make)](TaskContext&) mutable -> Result<void> {
        std::vector<ImageRgb8> frames;
        for (const QImage& image : make())
            frames.push_back(pixelsOf(image));
        if (frames.empty() || frames.front().isEmpty())
            return failure(ErrorCode::Failed, "There is no picture to save.");
        recipe.width = frames.front().width;
        recipe.height = frames.front().height;
        const std::map<std::string, std::string> texts = {
            {runs::kRecipeKeyword, runs::toJson(recipe)}};
        return milliseconds > 0 ? runtime::saveAnimation(file, frames, milliseconds, texts)
                                : runtime::savePicture(file, frames.front(), texts);
    };
    startSaving(m_runner, this, tr("Saving %1").arg(fileNameOf(path)), path, std::move(work));
}

} // namespace hierascope::widgets
