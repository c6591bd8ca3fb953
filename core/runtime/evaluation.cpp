// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/evaluation.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <system_error>

#include <ATen/ops/from_blob.h>
#include <ATen/ops/stack.h>

#include "core/metrics/linear_cka.h"
#include "core/runtime/evaluation_metrics.h"
#include "core/runtime/guard.h"
#include "core/runtime/inside/evaluation_run.h"
#include "core/runtime/uniformity_study.h"

namespace hierascope::runtime {

namespace {

namespace fs = std::filesystem;

bool wantsMaps(const EvaluationRequest& request) {
    if (request.maps == 0)
        return false;
    if (request.metrics.empty())
        return true;
    return std::ranges::any_of(request.metrics, [](const std::string& key) {
        const Metric* metric = findMetric(key);
        return metric != nullptr && metric->need == MetricNeed::Latents;
    });
}

Figure figureOfSeeds(const SeedFigure& seeds, std::int64_t images, bool isComplete) {
    Figure figure;
    figure.value = seeds.mean;
    figure.deviation = seeds.deviation;
    figure.count = images;
    figure.note = "Mean and deviation over " + std::to_string(seeds.values.size()) + " maps" +
                  (isComplete ? "." : ", stopped before the last.");
    return figure;
}

/// The protocol of `embed`, one vector of each image.
void addMaps(const std::shared_ptr<Tokenizer>& model, const std::vector<fs::path>& data,
             const EvaluationRequest& request, const TaskContext& context, Evaluation& evaluation) {
    UniformityStudy study;
    study.seeds = request.maps;
    study.request.seed = request.seed;
    study.request.points = request.points;
    study.request.images = request.images;
    study.request.thumbnail = 0;
    study.map.seed = request.seed;
    study.map.threads = request.threads;
    const auto result = runUniformityStudy(model, data, study, context);
    const bool isThere = result && !result->seeds.empty();
    const auto add = [&](const char* key, SeedFigure UniformityResult::*figure) {
        evaluation.set[key] =
            isThere ? figureOfSeeds(*result.*figure, result->images, result->isComplete)
                    : missingFigure(result ? "Stopped before the first map was done."
                                           : result.error().message);
        nlohmann::json recipe = commonRecipe(evaluation, model->info(), request);
        recipe["metric"] = key;
        recipe["formula"] = findMetric(key)->formula;
        recipe["maps"] = {{"points", isThere ? result->points : 0},
                          {"per_image", 1},
                          {"seeds", request.maps},
                          {"projection", "t-SNE"},
                          {"perplexity", study.map.perplexity},
                          {"iterations", study.map.iterations},
                          {"kde", "Gaussian, Scott's rule, at the points themselves"}};
        evaluation.recipes[key] = std::move(recipe);
    };
    add("density_cv", &UniformityResult::cv);
    add("density_gini", &UniformityResult::gini);
    add("density_entropy", &UniformityResult::entropy);
    if (result && !result->isComplete)
        evaluation.isComplete = false;
}

at::Tensor latentsOf(const Evaluation& evaluation, std::size_t count) {
    std::vector<at::Tensor> rows;
    for (std::size_t i = 0; i < count; ++i) {
        const std::vector<float>& latents = evaluation.latents[i];
        rows.push_back(at::from_blob(const_cast<float*>(latents.data()),
                                     {static_cast<std::int64_t>(latents.size())}, at::kFloat));
    }
    return at::stack(rows); // [N, W]
}

} // namespace

int Evaluation::columnOf(const std::string& metric) const {
    const auto found = std::ranges::find(columns, metric);
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

std::vector<std::size_t> Evaluation::worstFirst(const std::string& metric) const {
    std::vector<std::size_t> order(images.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const int column = columnOf(metric);
    if (column < 0)
        return order;
    const bool isHigherBetter = findMetric(metric)->isHigherBetter;
    const auto badness = [&](std::size_t image) {
        const double value = images[image].levels.back()[static_cast<std::size_t>(column)];
        if (std::isnan(value))
            return std::numeric_limits<double>::infinity();
        return isHigherBetter ? value : -value;
    };
    std::ranges::stable_sort(order,
                             [&](std::size_t a, std::size_t b) { return badness(a) < badness(b); });
    return order;
}

Result<std::shared_ptr<EvaluationPass>> startEvaluation(std::shared_ptr<Tokenizer> model,
                                                        const std::vector<fs::path>& data,
                                                        const EvaluationRequest& request,
                                                        const TaskContext& context) {
    auto run = EvaluationRun::start(std::move(model), data, request, context);
    if (!run)
        return failure(run);
    return *run;
}

Result<Evaluation> evaluateAll(const std::shared_ptr<Tokenizer>& model,
                               const std::vector<fs::path>& data, const EvaluationRequest& request,
                               const TaskContext& context) {
    const auto pass = startEvaluation(model, data, request, context);
    if (!pass)
        return failure(pass);
    while (!(*pass)->isFinished()) {
        const auto moved = (*pass)->next(1, context);
        if (!moved && moved.error().code != ErrorCode::Cancelled)
            return failure(moved);
        if (!moved)
            break;
        context.report({(*pass)->done(), (*pass)->total(), "Evaluating images"});
    }
    const bool isStopped = context.stopRequested();
    // What was asked for is still computed from the images that there are.
    auto evaluation = (*pass)->evaluation(TaskContext());
    if (!evaluation)
        return isStopped ? Result<Evaluation>(cancelled()) : failure(evaluation);
    if (wantsMaps(request) && !isStopped)
        addMaps(model, data, request, context, *evaluation);
    return evaluation;
}

Result<double> latentLikeness(const Evaluation& a, const Evaluation& b) {
    return guarded([&]() -> Result<double> {
        const std::size_t count = std::min(a.latents.size(), b.latents.size());
        if (count < 2)
            return failure(ErrorCode::Usage, "CKA needs the latents of two images or more, there "
                                             "are those of " +
                                                 std::to_string(count) + ".");
        for (std::size_t i = 0; i < count; ++i)
            if (a.images[i].index != b.images[i].index)
                return failure(ErrorCode::Usage,
                               "Latents of '" + a.images[i].name + "' and of '" + b.images[i].name +
                                   "' cannot be compared: CKA needs the same images.");
        const double likeness = metrics::linearCka(latentsOf(a, count), latentsOf(b, count));
        if (!std::isfinite(likeness))
            return failure(ErrorCode::BadData, "The latents of one model do not vary.");
        return likeness;
    });
}

fs::path installedLiteWeights() {
    fs::path cache;
    if (const char* named = std::getenv("XDG_CACHE_HOME"); named != nullptr && *named != '\0')
        cache = named;
    else if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0')
        cache = fs::path(home) / ".cache";
    else
        return {};
    const fs::path weights = cache / "hierascope" / "efficientnet-lite0.safetensors";
    std::error_code error;
    return fs::is_regular_file(weights, error) ? weights : fs::path();
}

} // namespace hierascope::runtime
