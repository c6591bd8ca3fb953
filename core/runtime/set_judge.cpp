// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/inside/set_judge.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>

#include "core/analysis/resampling.h"
#include "core/metrics/inception_score.h"
#include "core/metrics/precision_recall.h"

namespace hierascope::runtime {

namespace {

constexpr std::int64_t kScorePart = 5'000;
constexpr std::int64_t kNeighbours = 3;

std::string countText(std::int64_t count) {
    return std::to_string(count) + (count == 1 ? " image" : " images");
}

std::string singularNote(const metrics::Moments& samples, const metrics::Moments& reference) {
    const std::int64_t fewest = std::min(samples.count, reference.count);
    return countText(fewest) + " for " + std::to_string(samples.width()) +
           " dimensions: the covariance is singular and the distance large for that reason alone.";
}

Figure distanceOf(const metrics::Moments& samples, const metrics::Moments& reference) {
    const auto distance = metrics::frechetDistance(reference, samples);
    Figure figure;
    figure.value = distance.value;
    figure.count = samples.count;
    if (distance.isSingular)
        figure.note = singularNote(samples, reference);
    return figure;
}

Figure shareOf(const std::vector<std::uint8_t>& flags, const EvaluationRequest& request) {
    Figure figure = figureOf({flags.begin(), flags.end()}, request.resamples, request.seed);
    figure.deviation.reset();
    return figure;
}

} // namespace

Figure figureOf(const std::vector<double>& values, int resamples, std::uint64_t seed) {
    std::vector<double> finite;
    std::int64_t equal = 0;
    for (const double value : values) {
        if (std::isfinite(value))
            finite.push_back(value);
        else if (std::isinf(value))
            ++equal;
    }
    if (finite.empty())
        return missingFigure(equal > 0 ? "All pictures equal their originals."
                                       : "No image has this figure.");
    Figure figure;
    figure.count = static_cast<std::int64_t>(finite.size());
    double mean = 0.0;
    for (const double value : finite)
        mean += value;
    mean /= static_cast<double>(finite.size());
    double squares = 0.0;
    for (const double value : finite)
        squares += (value - mean) * (value - mean);
    figure.value = mean;
    if (finite.size() > 1) {
        figure.deviation = std::sqrt(squares / static_cast<double>(finite.size() - 1));
        const auto interval = analysis::bootstrapMean(finite, resamples, seed);
        figure.low = interval.low;
        figure.high = interval.high;
    }
    if (equal > 0)
        figure.note =
            countText(equal) + " left out: equal to the original, without a finite value.";
    return figure;
}

Figure missingFigure(std::string reason) {
    Figure figure;
    figure.note = std::move(reason);
    return figure;
}

void SetGathering::add(const PictureFeatures& features, std::int64_t row) {
    m_pooled.add(features.pooled.narrow(0, row, 1));
    if (features.spatial.defined())
        m_spatial.add(features.spatial.narrow(0, row, 1));
    if (static_cast<std::int64_t>(m_features.size()) < m_kept)
        m_features.push_back(features.pooled.narrow(0, row, 1).clone());
}

SetStatistics SetGathering::statistics() {
    SetStatistics statistics{m_pooled.moments(), std::nullopt, {}};
    if (m_spatial.count() > 0)
        statistics.spatial = m_spatial.moments();
    if (!m_features.empty())
        statistics.features = at::cat(m_features);
    return statistics;
}

SetJudge::SetJudge(std::unique_ptr<FeatureExtractor> extractor, SetKeys keys, std::size_t levels)
    : m_extractor(std::move(extractor)), m_keys(std::move(keys)), m_originals(kKeptFeatures) {
    for (std::size_t i = 0; i < levels; ++i)
        m_levels.emplace_back(i + 1 == levels ? kKeptFeatures : 0);
}

void SetJudge::add(const PictureFeatures& original, const PictureFeatures& levels) {
    if (!m_reference)
        m_originals.add(original, 0);
    for (std::size_t i = 0; i < m_levels.size(); ++i)
        m_levels[i].add(levels, static_cast<std::int64_t>(i));
    if (!m_keys.score.empty())
        m_logits.push_back(levels.logits.narrow(0, levels.logits.size(0) - 1, 1).clone());
}

void SetJudge::addNothing(const std::string& reason, Figures& figures) const {
    for (const std::string& key :
         {m_keys.distance, m_keys.spatialDistance, m_keys.score, m_keys.precision, m_keys.recall})
        if (!key.empty())
            figures[key] = missingFigure(reason);
}

void SetJudge::addDistances(const SetStatistics& samples, const SetStatistics& reference,
                            Figures& figures) const {
    figures[m_keys.distance] = distanceOf(samples.pooled, reference.pooled);
    if (m_keys.spatialDistance.empty())
        return;
    figures[m_keys.spatialDistance] =
        reference.spatial ? distanceOf(*samples.spatial, *reference.spatial)
                          : missingFigure("The reference has no spatial statistics.");
}

void SetJudge::addNeighbours(const SetStatistics& samples, const at::Tensor& reference,
                             const EvaluationRequest& request, Figures& figures) const {
    std::string reason;
    if (!reference.defined())
        reason = "The reference holds no features, only their mean and covariance.";
    else if (std::min(reference.size(0), samples.features.size(0)) <= kNeighbours)
        reason = "It needs four images or more.";
    if (!reason.empty()) {
        figures[m_keys.precision] = figures[m_keys.recall] = missingFigure(reason);
        return;
    }
    const auto result = metrics::precisionRecall(reference, samples.features, kNeighbours);
    figures[m_keys.precision] = shareOf(result.sampleIsInside, request);
    figures[m_keys.recall] = shareOf(result.referenceIsInside, request);
}

void SetJudge::addScore(Figures& figures) const {
    const auto count = static_cast<std::int64_t>(m_logits.size());
    const std::int64_t parts = std::max<std::int64_t>(1, count / kScorePart);
    const auto score = metrics::inceptionScore(at::cat(m_logits), parts);
    Figure figure;
    figure.value = score.mean;
    figure.count = count;
    if (parts > 1)
        figure.deviation = score.deviation;
    else
        figure.note = "One part over all images: fewer than twice 5,000.";
    figures[m_keys.score] = figure;
}

SetStatistics SetJudge::reference() {
    return m_reference ? *m_reference : m_originals.statistics();
}

void SetJudge::addFigures(std::size_t level, const SetStatistics& reference,
                          const EvaluationRequest& request, Figures& figures) {
    const SetStatistics samples = m_levels.at(level).statistics();
    addDistances(samples, reference, figures);
    if (level + 1 != m_levels.size())
        return;
    addNeighbours(samples, reference.features, request, figures);
    if (!m_keys.score.empty())
        addScore(figures);
}

} // namespace hierascope::runtime
