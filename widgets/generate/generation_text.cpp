// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/generate/generation_text.h"

#include <algorithm>

#include "core/runtime/tokenizer.h"
#include "widgets/state/generation_state.h"

#include <QCoreApplication>
#include <QLocale>

namespace hierascope::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GenerationText)
};

QString number(double value, int digits) {
    return QLocale().toString(value, 'f', digits);
}

QString shortNumber(double value) {
    return QLocale().toString(value, 'g', 4);
}

} // namespace

QString stepTitle(int step) {
    return Words::tr("Step %1").arg(step + 1);
}

QString stepWord(int step) {
    return Words::tr("step %1").arg(step + 1);
}

QString tokensTitle(const runtime::StepInfo& step) {
    if (step.tokens == 1)
        return Words::tr("token %1").arg(step.first);
    return Words::tr("tokens %1–%2").arg(step.first).arg(step.first + step.tokens - 1);
}

QString noiseText(double share) {
    return Words::tr("noise %1").arg(percentText(share));
}

QString stepDetail(const GenerationState& generation, int step) {
    if (!generation.isDenoiser())
        return tokensTitle(generation.info()->steps[std::size_t(step)]);
    const Branch* branch = generation.branch();
    const auto record = branch != nullptr ? generation.record(*branch, step) : nullptr;
    return record ? noiseText(record->step.noise) : QStringLiteral("–");
}

QString denoisingTitle(const runtime::GeneratorInfo& info, int steps) {
    return Words::tr(
               "DiT denoises a map of %1 channels of %2 × %2 in %3 steps; each picture is the "
               "clean map that the step foretells, decoded at the chosen level.")
        .arg(info.latentChannels)
        .arg(info.latentSide)
        .arg(steps);
}

QString classTitle(const runtime::GeneratorInfo& info, std::int64_t label) {
    if (label == info.classCount)
        return Words::tr("No class");
    if (label < 0 || label > info.classCount)
        return QStringLiteral("–");
    if (label >= std::int64_t(info.classes.size()))
        return QString::number(label);
    return QStringLiteral("%1 · %2").arg(label).arg(
        QString::fromStdString(info.classes[std::size_t(label)]));
}

QString writingTitle(const runtime::GeneratorInfo& info, std::size_t levels) {
    const auto single = [](const runtime::StepInfo& step) { return step.tokens == 1; };
    const auto whole = std::ranges::find_if_not(info.steps, single);
    const auto singles = whole - info.steps.begin();
    if (whole == info.steps.end())
        return Words::tr("AR writes %1 tokens one after the other: %1 steps.").arg(info.tokens);
    return Words::tr("HAR writes %1 levels in %2 steps: %3 single tokens, then %4 whole levels.")
        .arg(levels)
        .arg(info.steps.size())
        .arg(singles)
        .arg(info.steps.end() - whole);
}

QString branchTitle(const GenerationChoice& choice, const Branch& branch,
                    const runtime::GeneratorInfo& info) {
    const Branch* parent = choice.find(branch.parent);
    const GenerationSettings& now = branch.settings;
    if (branch.edit)
        return Words::tr("token %1 = %2").arg(branch.edit->position).arg(branch.edit->code);
    if (parent == nullptr)
        return Words::tr("seed %1").arg(now.sampling.seed);
    const GenerationSettings& before = parent->settings;
    if (now.label != before.label)
        return classTitle(info, now.label);
    if (now.sampling.guidance != before.sampling.guidance)
        return Words::tr("guidance %1").arg(shortNumber(now.sampling.guidance));
    if (now.sampling.schedule != before.sampling.schedule)
        return QString::fromStdString(now.sampling.schedule.name);
    if (now.sampling.denoising.sampler != before.sampling.denoising.sampler)
        return QString::fromStdString(now.sampling.denoising.sampler);
    if (now.sampling.denoising.eta != before.sampling.denoising.eta)
        return Words::tr("eta %1").arg(shortNumber(now.sampling.denoising.eta));
    if (now.sampling.denoising != before.sampling.denoising)
        return Words::tr("other denoising");
    if (now.sampling.temperature != before.sampling.temperature)
        return Words::tr("temperature %1").arg(shortNumber(now.sampling.temperature));
    if (now.sampling.topK != before.sampling.topK)
        return Words::tr("top-k %1").arg(now.sampling.topK);
    if (now.sampling.topP != before.sampling.topP)
        return Words::tr("top-p %1").arg(shortNumber(now.sampling.topP));
    if (now.sampling.greedy != before.sampling.greedy)
        return now.sampling.greedy ? Words::tr("greedy") : Words::tr("drawn");
    return Words::tr("seed %1").arg(now.sampling.seed);
}

QString secondsText(double seconds) {
    return seconds < 1.0 ? Words::tr("%1 ms").arg(number(seconds * 1000.0, seconds < 0.01 ? 1 : 0))
                         : Words::tr("%1 s").arg(number(seconds, 2));
}

QString bitsText(double bits) {
    return Words::tr("%1 bit").arg(number(bits, 2));
}

QString percentText(double share) {
    return Words::tr("%1 %").arg(number(100.0 * share, share < 0.01 ? 1 : 0));
}

std::vector<std::int64_t> levelSizes(const runtime::GeneratorInfo& info,
                                     const runtime::ModelInfo& tokenizer) {
    std::vector<std::int64_t> sizes;
    std::int64_t sum = 0;
    for (const runtime::LevelInfo& level : tokenizer.levels) {
        sizes.push_back(level.tokens());
        sum += level.tokens();
    }
    if (sum == info.tokens)
        return sizes;
    sizes.clear();
    for (sum = 0; sum < info.tokens; sum += sizes.back())
        sizes.push_back(std::min(std::max<std::int64_t>(sum, 1), info.tokens - sum));
    return sizes;
}

} // namespace hierascope::widgets
