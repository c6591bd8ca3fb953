// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/comparison.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/analysis/resampling.h"
#include "core/runtime/evaluation_metrics.h"
#include "core/runtime/guard.h"
#include "core/runtime/image_list.h"
#include "core/runtime/pictures.h"

namespace hierascope::runtime {

namespace {

using nlohmann::json;

constexpr std::int64_t kMostLatents = 2000; // of CKA: N^2 numbers are kept
constexpr int kSheetSide = 512;             // pixels of a picture on the sheet at most

PairedFigure unpaired(std::string reason) {
    PairedFigure figure;
    figure.reason = std::move(reason);
    return figure;
}

std::string sizeReason(int a, int b) {
    return "A sees " + std::to_string(a) + " pixels, this model " + std::to_string(b) + ".";
}

/// Values of a column for the images that both have, in A's order.
struct Pairs {
    std::vector<double> a;
    std::vector<double> b;
};

Pairs pairsOf(const Evaluation& a, std::size_t levelA, const Evaluation& b, std::size_t levelB,
              const std::string& metric) {
    std::map<std::int64_t, const ImageScore*> ofB;
    for (const ImageScore& image : b.images)
        ofB[image.index] = &image;
    const auto columnA = static_cast<std::size_t>(a.columnOf(metric));
    const auto columnB = static_cast<std::size_t>(b.columnOf(metric));
    Pairs pairs;
    for (const ImageScore& image : a.images) {
        const auto found = ofB.find(image.index);
        if (found == ofB.end())
            continue;
        const double left = image.levels[levelA][columnA];
        const double right = found->second->levels[levelB][columnB];
        if (!std::isfinite(left) || !std::isfinite(right))
            continue;
        pairs.a.push_back(left);
        pairs.b.push_back(right);
    }
    return pairs;
}

PairedFigure pairedFigure(const Pairs& pairs, const ComparisonRequest& request) {
    if (pairs.a.empty())
        return unpaired("No image has this figure in both.");
    const auto test =
        analysis::pairedTest(pairs.a, pairs.b, request.permutations, request.evaluation.seed);
    if (!test)
        return unpaired(test.error().message);
    PairedFigure figure;
    figure.difference = test->mean;
    figure.count = test->count;
    figure.larger = test->better;
    if (test->count < 2) {
        figure.reason = "One image has no interval.";
        return figure;
    }
    figure.low = test->interval.low;
    figure.high = test->interval.high;
    figure.p = test->pPermutation;
    figure.pStudent = test->pStudent;
    return figure;
}

/// The figures of one level of a model against one of A's.
PairedFigures pairedLevel(const Evaluation& a, std::size_t levelA, const Evaluation& b,
                          std::size_t levelB, const ComparisonRequest& request) {
    PairedFigures figures;
    for (const auto& [key, figure] : b.levelFigures[levelB]) {
        const auto found = a.levelFigures[levelA].find(key);
        const bool isOfAnImage = b.columnOf(key) >= 0 && a.columnOf(key) >= 0;
        if (found == a.levelFigures[levelA].end() || !found->second.value || !figure.value)
            figures[key] = unpaired(figure.value ? "A has no such figure." : figure.note);
        else if (a.imageSize != b.imageSize)
            figures[key] = unpaired(sizeReason(a.imageSize, b.imageSize));
        else if (isOfAnImage)
            figures[key] = pairedFigure(pairsOf(a, levelA, b, levelB, key), request);
        else {
            figures[key].difference = *figure.value - *found->second.value;
            figures[key].count = figure.count;
            figures[key].reason = "One number for the whole set has no paired interval.";
        }
    }
    return figures;
}

void chooseImages(const Evaluation& a, const ComparisonRequest& request, Comparison& comparison) {
    std::vector<std::size_t> order = a.worstFirst(request.metric);
    if (request.choice == SheetChoice::First)
        std::ranges::sort(order);
    const std::size_t count =
        std::min(order.size(), static_cast<std::size_t>(std::max(request.images, 0)));
    for (std::size_t i = 0; i < count; ++i) {
        const bool isSpread = request.choice == SheetChoice::Spread && count > 1;
        const std::size_t place = isSpread ? i * (order.size() - 1) / (count - 1) : i;
        comparison.chosen.push_back(a.images[order[place]].index);
        comparison.chosenNames.push_back(a.images[order[place]].name);
    }
}

ImageRgb8 atMost(const ImageRgb8& picture) {
    return std::max(picture.width, picture.height) > kSheetSide ? thumbnailOf(picture, kSheetSide)
                                                                : picture;
}

Result<ComparedPicture> pictureOf(Tokenizer& model, const ImageRgb8& image,
                                  const TaskContext& context) {
    const auto done = model.reconstruct(image, {false, 0, false}, context.silent());
    if (!done)
        return failure(done);
    ComparedPicture picture{atMost(done->input), {}};
    for (const LevelReconstruction& level : done->levels)
        picture.levels.push_back(atMost(toRgb8(level.picture)));
    return picture;
}

json recipeOf(const Comparison& comparison, const ComparisonRequest& request) {
    json models = json::array();
    for (const ComparedModel& model : comparison.models)
        models.push_back(
            {{"name", model.evaluation.model}, {"sha256", model.evaluation.modelHash}});
    const Evaluation& a = comparison.models.front().evaluation;
    json recipe = {{"format", 1},
                   {"command", "compare"},
                   {"models", models},
                   {"data", {{"name", a.data}, {"sha256", a.dataHash}}},
                   {"images", a.images.size()},
                   {"chosen", comparison.chosenNames},
                   {"test",
                    {{"kind", "paired, signs turned at random"},
                     {"permutations", request.permutations},
                     {"seed", request.evaluation.seed}}},
                   {"interval", "95 %, Student's t over the images' differences"},
                   {"complete", comparison.isComplete}};
    for (const auto& [key, value] : request.evaluation.conditions.items())
        recipe[key] = value;
    return recipe;
}

} // namespace

void pairFigures(const Evaluation& a, ComparedModel& model, const ComparisonRequest& request) {
    const Evaluation& b = model.evaluation;
    model.set = pairedLevel(a, a.levels.size() - 1, b, b.levels.size() - 1, request);
    for (const auto& [key, figure] : b.set) {
        if (model.set.contains(key) || findMetric(key)->isOfAnImage)
            continue;
        const auto found = a.set.find(key);
        if (found == a.set.end() || !found->second.value || !figure.value) {
            model.set[key] = unpaired(figure.value ? "A has no such figure." : figure.note);
            continue;
        }
        model.set[key].difference = *figure.value - *found->second.value;
        model.set[key].count = figure.count;
        model.set[key].reason = "One number for the whole set has no paired interval.";
    }
    model.levels.resize(b.levels.size());
    for (std::size_t level = 0; level < b.levels.size(); ++level) {
        const auto same = std::ranges::find_if(a.levels, [&](const LevelInfo& of) {
            return of.name == b.levels[level].name && of.width == b.levels[level].width;
        });
        if (same != a.levels.end()) {
            model.levels[level] = pairedLevel(a, static_cast<std::size_t>(same - a.levels.begin()),
                                              b, level, request);
            continue;
        }
        for (const auto& [key, figure] : b.levelFigures[level])
            model.levels[level][key] = unpaired("A has no level " + b.levels[level].name + ".");
    }
    const auto likeness = latentLikeness(a, b);
    if (likeness)
        model.likeness = *likeness;
    else
        model.likenessReason = likeness.error().message;
}

Result<Comparison> compareModels(std::size_t models, const ModelOpener& open,
                                 const std::vector<std::filesystem::path>& data,
                                 const ComparisonRequest& request, const TaskContext& context) {
    return guarded([&]() -> Result<Comparison> {
        if (models < 2)
            return failure(ErrorCode::Usage, "A comparison needs two models or more.");
        const auto images = ImageList::open(data);
        if (!images)
            return failure(images);
        EvaluationRequest each = request.evaluation;
        each.keepLatents = kMostLatents;
        Comparison comparison;
        for (std::size_t i = 0; i < models && !context.stopRequested(); ++i) {
            const auto model = open(i);
            if (!model)
                return failure(model);
            const auto telling = context.reportingTo([&](const Progress& progress) {
                context.report({progress.done, progress.total,
                                "Model " + std::to_string(i + 1) + " of " + std::to_string(models) +
                                    ": " + progress.stage});
            });
            auto evaluation = evaluateAll(*model, data, each, telling);
            if (!evaluation && evaluation.error().code == ErrorCode::Cancelled && i > 0)
                break;
            if (!evaluation)
                return failure(evaluation);
            comparison.models.push_back({*std::move(evaluation), {}, {}, {}, {}, {}});
            ComparedModel& compared = comparison.models.back();
            if (i == 0)
                chooseImages(compared.evaluation, request, comparison);
            else
                pairFigures(comparison.models.front().evaluation, compared, request);
            for (const std::int64_t index : comparison.chosen) {
                const auto image = images->image(index);
                if (!image)
                    return failure(image);
                auto picture = pictureOf(**model, *image, TaskContext());
                if (!picture)
                    return failure(picture);
                compared.pictures.push_back(*std::move(picture));
            }
        }
        if (comparison.models.empty())
            return cancelled();
        comparison.isComplete =
            comparison.models.size() == models &&
            std::ranges::all_of(comparison.models, [](const ComparedModel& model) {
                return model.evaluation.isComplete;
            });
        comparison.recipe = recipeOf(comparison, request);
        return comparison;
    });
}

} // namespace hierascope::runtime
