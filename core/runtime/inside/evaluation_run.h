// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/runtime/evaluation.h"
#include "core/runtime/evaluation_metrics.h"
#include "core/runtime/image_list.h"
#include "core/runtime/inside/feature_extractor.h"
#include "core/runtime/inside/set_judge.h"

namespace hierascope::runtime {

/// The pass that `startEvaluation` gives.
class EvaluationRun final : public EvaluationPass {
public:
    static Result<std::shared_ptr<EvaluationRun>>
    start(std::shared_ptr<Tokenizer> model, const std::vector<std::filesystem::path>& data,
          const EvaluationRequest& request, const TaskContext& context);

    std::int64_t done() const override { return m_done; }
    std::int64_t total() const override { return m_referenceTotal + m_total; }
    Result<void> next(std::int64_t images, const TaskContext& context) override;
    Result<Evaluation> evaluation(const TaskContext& context) override;

private:
    /// Where a judge's reference comes from.
    struct Reference {
        nlohmann::json preparation; ///< what must be equal for its statistics to be used again
        nlohmann::json recipe;      ///< null: the originals
        std::filesystem::path file; ///< that the statistics are kept in; empty: none
    };
    EvaluationRun(std::shared_ptr<Tokenizer> model, ImageList images, EvaluationRequest request);

    bool wants(const std::string& metric) const;
    bool wantsAny(MetricNeed need) const;
    Result<void> openNetworks(at::Device device);
    Result<void> addJudge(Result<std::unique_ptr<FeatureExtractor>> extractor, const SetKeys& keys);
    Result<void> openReference(const TaskContext& context);
    Result<void> useReferenceFile(const std::filesystem::path& path);
    Result<void> useReference(std::int64_t index);
    Result<void> finishReference();

    /// The image, read in another thread while the one before it was computed.
    Result<ImageRgb8> image(std::int64_t index);
    Result<void> use(std::int64_t index, const TaskContext& context);
    Result<void> measure(const Reconstruction& reconstruction, ImageScore& score);
    Result<void> judge(const Reconstruction& reconstruction, const std::vector<ImageRgb8>& pictures,
                       ImageScore& score);
    void countCodes(const TokenPyramid& pyramid);

    void addImageFigures(Evaluation& evaluation) const;
    void addSetFigures(Evaluation& evaluation, const TaskContext& context);
    void addCodeFigures(Evaluation& evaluation) const;
    void addRecipes(Evaluation& evaluation) const;
    /// Why a metric of pictures is missing at every level.
    std::string reasonFor(const std::string& metric) const;

    std::shared_ptr<Tokenizer> m_model;
    ImageList m_images;
    EvaluationRequest m_request;
    std::optional<LpipsExtractor> m_lpips;
    std::vector<SetJudge> m_judges;
    at::Device m_device = at::kCPU;
    std::optional<ImageList> m_referenceImages;
    std::vector<SetGathering> m_gatherings; ///< of the reference, one for each judge
    std::vector<Reference> m_references;    ///< one for each judge
    std::int64_t m_referenceTotal = 0;
    std::int64_t m_total = 0;
    std::int64_t m_done = 0;
    std::int64_t m_ahead = -1; ///< the image that is being read
    std::future<Result<ImageRgb8>> m_reading;
    std::vector<std::vector<std::int64_t>> m_codes; ///< [levels][codes]: how often
    Evaluation m_found;
};

/// BadData naming network and image where features are not finite.
Result<void> checkFeatures(const PictureFeatures& features, const FeatureExtractor& extractor,
                           const std::string& image);

/// What every recipe of an evaluation has.
nlohmann::json commonRecipe(const Evaluation& evaluation, const ModelInfo& model,
                            const EvaluationRequest& request);

/// Number, name and hash of what `--data` or `--reference` named.
Result<nlohmann::json> dataRecipe(const ImageList& images,
                                  const std::vector<std::filesystem::path>& paths);

} // namespace hierascope::runtime
