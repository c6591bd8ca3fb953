// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <system_error>

#include <c10/core/InferenceMode.h>

#include "core/io/data_fingerprint.h"
#include "core/io/json_file.h"
#include "core/io/sha256.h"
#include "core/metrics/codebook_usage.h"
#include "core/metrics/ssim.h"
#include "core/runtime/evaluation_metrics.h"
#include "core/runtime/guard.h"
#include "core/runtime/inside/evaluation_run.h"

namespace hierascope::runtime {

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

std::vector<double> columnOf(const std::vector<const ImageScore*>& images, std::size_t level,
                             std::size_t column) {
    std::vector<double> values;
    for (const ImageScore* image : images)
        values.push_back(image->levels[level][column]);
    return values;
}

/// The filter that the model's config asks for.
std::string filterOf(const ModelInfo& model) {
    std::error_code error;
    const fs::path file = model.path / "config.json";
    if (!fs::is_regular_file(file, error))
        return "bicubic";
    const auto config = io::readJsonFile(file);
    if (!config || !config->is_object())
        return "bicubic";
    const json preprocess = config->value("preprocess", json::object());
    return preprocess.is_object() ? preprocess.value("filter", "bicubic") : "bicubic";
}

} // namespace

Result<json> dataRecipe(const ImageList& images, const std::vector<fs::path>& paths) {
    json parts = json::array();
    std::string all;
    for (const fs::path& path : paths) {
        const auto print = io::fingerprintOf(path);
        if (!print)
            return failure(print);
        parts.push_back({{"name", path.filename().empty() ? path.parent_path().filename().string()
                                                          : path.filename().string()},
                         {"files", print->files},
                         {"bytes", print->bytes},
                         {"sha256", print->sha256}});
        all += print->sha256 + '\n';
    }
    const auto hash = paths.size() == 1 ? Result<std::string>(all.substr(0, all.size() - 1))
                                        : io::sha256OfText(all);
    if (!hash)
        return failure(hash);
    return json{{"sets", parts}, {"images", images.size()}, {"sha256", *hash}};
}

json commonRecipe(const Evaluation& evaluation, const ModelInfo& model,
                  const EvaluationRequest& request) {
    json recipe = {
        {"format", 1},
        {"command", "evaluate"},
        {"model", {{"name", model.name}, {"sha256", model.sha256}}},
        {"family", model.family},
        {"device", model.device},
        {"latent", "mean of the posterior, or the codes"},
        {"data", {{"name", evaluation.data}, {"sha256", evaluation.dataHash}}},
        {"images", evaluation.images.size()},
        {"skipped", evaluation.skipped.size()},
        {"first", "the first ones, in the data's order"},
        {"size", evaluation.imageSize},
        {"crop", "centre"},
        {"resize", "shorter side to the size, " + filterOf(model) + ", antialiased (Pillow)"},
        {"value_range", "[0, 1], 8 bits"}};
    for (const auto& [key, value] : request.conditions.items())
        recipe[key] = value;
    return recipe;
}

std::string EvaluationRun::reasonFor(const std::string& key) const {
    const int size = m_found.imageSize;
    const std::string pixels = std::to_string(size) + " pixels";
    if (key == "ms_ssim" && size <= metrics::kMsSsimSide)
        return "The model's pictures have " + pixels + ", MS-SSIM needs more than " +
               std::to_string(metrics::kMsSsimSide) + ".";
    if (key == "lpips")
        return m_lpips ? "The model's pictures have " + pixels + ", LPIPS needs " +
                             std::to_string(m_lpips->network->smallestSide()) + "."
                       : "No LPIPS weights are given.";
    if (key == "bits")
        return "A KL model has bits at the finest level only.";
    switch (findMetric(key)->need) {
    case MetricNeed::Lite:
        return "No weights of EfficientNet-Lite0 are given or installed.";
    case MetricNeed::Inception:
        return "No Inception weights are given.";
    case MetricNeed::Codes:
        return "A model of the family " + m_found.family + " has no codebook.";
    default:
        return "It is not defined for pictures of this size.";
    }
}

void EvaluationRun::addImageFigures(Evaluation& evaluation) const {
    std::vector<const ImageScore*> all;
    std::map<std::int32_t, std::vector<const ImageScore*>> byClass;
    for (const ImageScore& image : evaluation.images) {
        all.push_back(&image);
        if (image.label >= 0)
            byClass[image.label].push_back(&image);
    }
    const auto figureAt = [&](const std::vector<const ImageScore*>& images, std::size_t level,
                              std::size_t column) {
        Figure figure =
            figureOf(columnOf(images, level, column), m_request.resamples, m_request.seed);
        if (!figure.value && figure.count == 0 && figure.note == "No image has this figure.")
            figure.note = reasonFor(evaluation.columns[column]);
        return figure;
    };
    evaluation.levelFigures.resize(evaluation.levels.size());
    for (std::size_t level = 0; level < evaluation.levels.size(); ++level)
        for (std::size_t column = 0; column < evaluation.columns.size(); ++column)
            evaluation.levelFigures[level][evaluation.columns[column]] =
                figureAt(all, level, column);
    const std::size_t finest = evaluation.levels.size() - 1;
    const std::vector<std::string>& names = m_images.classes();
    for (std::size_t label = 0; label < names.size(); ++label) {
        ClassScore score{names[label], 0, {}};
        const auto found = byClass.find(static_cast<std::int32_t>(label));
        if (found != byClass.end()) {
            score.images = static_cast<std::int64_t>(found->second.size());
            for (std::size_t column = 0; column < evaluation.columns.size(); ++column)
                score.figures[evaluation.columns[column]] = figureAt(found->second, finest, column);
        }
        evaluation.classes.push_back(std::move(score));
    }
}

void EvaluationRun::addSetFigures(Evaluation& evaluation, const TaskContext& context) {
    for (SetJudge& judge : m_judges) {
        const std::size_t finest = evaluation.levels.size() - 1;
        std::string reason;
        if (judge.count() < 2)
            reason = "It needs two images or more, there is " + std::to_string(judge.count()) + ".";
        else if (context.stopRequested())
            reason = "Stopped before it was computed.";
        if (!reason.empty()) {
            judge.addNothing(reason, evaluation.levelFigures[finest]);
            continue;
        }
        const SetStatistics reference = judge.reference();
        for (std::size_t level = 0; level <= finest; ++level) {
            throwIfStopped(context);
            judge.addFigures(level, reference, m_request, evaluation.levelFigures[level]);
        }
    }
}

void EvaluationRun::addCodeFigures(Evaluation& evaluation) const {
    if (m_codes.empty())
        return;
    const auto add = [&](const std::vector<std::int64_t>& counts, Figures& figures) {
        const auto usage = metrics::codebookUsage(counts);
        Figure used;
        used.value = static_cast<double>(usage.used) / static_cast<double>(counts.size());
        used.count = static_cast<std::int64_t>(evaluation.images.size());
        used.note = std::to_string(usage.used) + " of " + std::to_string(counts.size()) + " codes.";
        figures["codebook_usage"] = used;
        Figure entropy = used;
        entropy.value = std::max(usage.entropyBits, 0.0);
        entropy.note.clear();
        figures["codebook_entropy"] = entropy;
    };
    std::vector<std::int64_t> all(m_codes.front().size(), 0);
    for (std::size_t level = 0; level < m_codes.size(); ++level) {
        add(m_codes[level], evaluation.levelFigures[level]);
        for (std::size_t code = 0; code < all.size(); ++code)
            all[code] += m_codes[level][code];
    }
    add(all, evaluation.set);
}

void EvaluationRun::addRecipes(Evaluation& evaluation) const {
    json common = commonRecipe(evaluation, m_model->info(), m_request);
    for (const Metric& metric : allMetrics()) {
        if (!evaluation.set.contains(metric.key))
            continue;
        json recipe = common;
        recipe["metric"] = metric.key;
        recipe["formula"] = metric.formula;
        if (metric.isOfAnImage || std::string(metric.key).find("recision") != std::string::npos ||
            std::string(metric.key).find("recall") != std::string::npos)
            recipe["interval"] = {{"kind", "95 %, percentile bootstrap over images"},
                                  {"resamples", m_request.resamples},
                                  {"seed", m_request.seed}};
        if (metric.need == MetricNeed::Lpips && m_lpips)
            recipe["network"] = m_lpips->recipe;
        for (std::size_t i = 0; i < m_judges.size(); ++i) {
            const SetJudge& judge = m_judges[i];
            const json& reference = m_references[i].recipe;
            const bool isLite = judge.keys().score.empty();
            if ((metric.need == MetricNeed::Lite && isLite) ||
                (metric.need == MetricNeed::Inception && !isLite)) {
                recipe["network"] = judge.extractor().recipe();
                if (!metric.isOfAnImage && std::string(metric.key) != "inception_score")
                    recipe["reference"] =
                        reference.is_null() ? json("the originals of the same images") : reference;
            }
        }
        evaluation.recipes[metric.key] = std::move(recipe);
    }
}

Result<Evaluation> EvaluationRun::evaluation(const TaskContext& context) {
    return guarded([&]() -> Result<Evaluation> {
        const c10::InferenceMode inference;
        if (m_found.images.empty())
            return failure(ErrorCode::BadData,
                           m_found.skipped.empty()
                               ? "No image has been evaluated yet."
                               : "There is no usable image: " + m_found.skipped.front().reason);
        Evaluation evaluation = m_found;
        evaluation.isComplete = isFinished();
        addImageFigures(evaluation);
        addSetFigures(evaluation, context);
        addCodeFigures(evaluation);
        for (const auto& [key, figure] : evaluation.levelFigures.back())
            evaluation.set.try_emplace(key, figure);
        for (const Metric& metric : allMetrics())
            if (wants(metric.key) && metric.need != MetricNeed::Latents)
                evaluation.set.try_emplace(metric.key, missingFigure(reasonFor(metric.key)));
        std::erase_if(evaluation.set, [this](const auto& entry) { return !wants(entry.first); });
        for (Figures& figures : evaluation.levelFigures)
            std::erase_if(figures, [this](const auto& entry) { return !wants(entry.first); });
        addRecipes(evaluation);
        return evaluation;
    });
}

} // namespace hierascope::runtime
