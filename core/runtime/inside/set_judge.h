// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/metrics/frechet.h"
#include "core/runtime/evaluation.h"
#include "core/runtime/inside/feature_extractor.h"

namespace hierascope::runtime {

/// Features of so many images are kept, for precision and recall: as many as ADM's evaluator takes.
inline constexpr std::int64_t kKeptFeatures = 10'000;

/// Which figures come from a network's features; empty for those that it does not give.
struct SetKeys {
    std::string distance;
    std::string spatialDistance;
    std::string score;
    std::string precision;
    std::string recall;
};

/// What a set of pictures looks like to a network: all that the figures of sets are made of.
struct SetStatistics {
    metrics::Moments pooled;
    std::optional<metrics::Moments> spatial;
    at::Tensor features; ///< [N, D] float32, of the first images
};

/// Gathers such statistics picture by picture.
class SetGathering {
public:
    /// @param kept features of so many images are kept, for precision and recall
    explicit SetGathering(std::int64_t kept) : m_kept(kept) {}
    void add(const PictureFeatures& features, std::int64_t row);
    std::int64_t count() const { return m_pooled.count(); }
    /// @throws c10::Error for fewer than two images
    SetStatistics statistics();

private:
    std::int64_t m_kept;
    metrics::MomentSum m_pooled;
    metrics::MomentSum m_spatial;
    std::vector<at::Tensor> m_features;
};

/// Compares the sets of pictures of all levels with that of the originals, or with a reference.
class SetJudge {
public:
    SetJudge(std::unique_ptr<FeatureExtractor> extractor, SetKeys keys, std::size_t levels);

    FeatureExtractor& extractor() const { return *m_extractor; }
    const SetKeys& keys() const { return m_keys; }
    void setReference(SetStatistics reference) { m_reference = std::move(reference); }
    bool hasReference() const { return m_reference.has_value(); }

    /// @param original   features of the original
    /// @param levels     features of the levels' pictures, one row each
    void add(const PictureFeatures& original, const PictureFeatures& levels);

    /// Images that every level has so far.
    std::int64_t count() const { return m_levels.front().count(); }
    /// What levels are compared with: the reference, else the originals so far.
    ///
    /// @throws c10::Error for fewer than two originals
    SetStatistics reference();
    /// Adds the figures of a level; there are two images or more.
    void addFigures(std::size_t level, const SetStatistics& reference,
                    const EvaluationRequest& request, Figures& figures);
    /// The reason for figures that are left out.
    void addNothing(const std::string& reason, Figures& figures) const;

private:
    void addDistances(const SetStatistics& samples, const SetStatistics& reference,
                      Figures& figures) const;
    void addNeighbours(const SetStatistics& samples, const at::Tensor& reference,
                       const EvaluationRequest& request, Figures& figures) const;
    void addScore(Figures& figures) const;

    std::unique_ptr<FeatureExtractor> m_extractor;
    SetKeys m_keys;
    std::optional<SetStatistics> m_reference;
    SetGathering m_originals;
    std::vector<SetGathering> m_levels;
    std::vector<at::Tensor> m_logits; ///< of the finest level
};

/// Mean, deviation and bootstrap interval of figures of single images; those that are not finite
/// are left out and told in the note.
Figure figureOf(const std::vector<double>& values, int resamples, std::uint64_t seed);

/// A figure that does not exist.
Figure missingFigure(std::string reason);

} // namespace hierascope::runtime
