// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/inside/evaluation_run.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/isfinite.h>
#include <c10/core/InferenceMode.h>

#include "core/metrics/ssim.h"
#include "core/runtime/evaluation_metrics.h"
#include "core/runtime/guard.h"
#include "core/runtime/pictures.h"
#include "core/tensor/device.h"
#include "core/tensor/image_tensor.h"
#include "core/tensor/resample.h"

namespace hierascope::runtime {

namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

const SetKeys kLiteKeys{"fd_efflite0", "", "", "precision_efflite0", "recall_efflite0"};
const SetKeys kInceptionKeys{"rfid", "sfid", "inception_score", "precision", "recall"};

/// A level's picture as it would be written, enlarged to the input's size and clamped.
ImageRgbF32 enlargedPicture(const LevelReconstruction& level, const ImageRgb8& input) {
    ImageRgbF32 picture = toRgbF32(toRgb8(level.picture));
    if (picture.width != input.width || picture.height != input.height)
        picture = tensor::resize(picture, input.width, input.height, tensor::Filter::Bicubic);
    for (float& value : picture.planes)
        value = std::clamp(value, 0.0F, 1.0F);
    return picture;
}

/// Writes one number for each level into a column.
void setColumn(ImageScore& score, int column, const at::Tensor& values) {
    if (column < 0)
        return;
    const at::Tensor plain = values.to(at::kCPU, at::kDouble).contiguous();
    for (std::size_t level = 0; level < score.levels.size(); ++level)
        score.levels[level][static_cast<std::size_t>(column)] = plain.data_ptr<double>()[level];
}

} // namespace

EvaluationRun::EvaluationRun(std::shared_ptr<Tokenizer> model, ImageList images,
                             EvaluationRequest request)
    : m_model(std::move(model)), m_images(std::move(images)), m_request(std::move(request)),
      m_total(m_request.images > 0 ? std::min(m_request.images, m_images.size())
                                   : m_images.size()) {
    const ModelInfo& info = m_model->info();
    m_found.model = info.name;
    m_found.modelHash = info.sha256;
    m_found.family = info.family;
    m_found.imageSize = info.imageSize;
    m_found.data = m_images.description();
    m_found.levels = info.levels;
    for (const Metric& metric : allMetrics())
        if (metric.isOfAnImage && wants(metric.key))
            m_found.columns.emplace_back(metric.key);
    const std::vector<std::int64_t> none(static_cast<std::size_t>(info.codebookSize), 0);
    if (info.codebookSize > 0)
        m_codes.assign(info.levels.size(), none);
}

bool EvaluationRun::wants(const std::string& metric) const {
    return m_request.metrics.empty() || std::ranges::count(m_request.metrics, metric) > 0;
}

bool EvaluationRun::wantsAny(MetricNeed need) const {
    return std::ranges::any_of(allMetrics(), [&](const Metric& metric) {
        return metric.need == need && wants(metric.key);
    });
}

Result<std::shared_ptr<EvaluationRun>>
EvaluationRun::start(std::shared_ptr<Tokenizer> model,
                     const std::vector<std::filesystem::path>& data,
                     const EvaluationRequest& request, const TaskContext& context) {
    return guarded([&]() -> Result<std::shared_ptr<EvaluationRun>> {
        if (auto valid = checkMetrics(request.metrics); !valid)
            return failure(valid);
        auto images = ImageList::open(data);
        if (!images)
            return failure(images);
        const auto described = dataRecipe(*images, data);
        if (!described)
            return failure(described);
        const std::string device = model->info().device;
        const std::shared_ptr<EvaluationRun> run(
            new EvaluationRun(std::move(model), *std::move(images), request));
        run->m_found.dataHash = described->at("sha256").get<std::string>();
        const auto place = tensor::chooseDevice(device.empty() ? "cpu" : device);
        run->m_device = place ? *place : at::Device(at::kCPU);
        if (auto opened = run->openNetworks(run->m_device); !opened)
            return failure(opened);
        if (auto opened = run->openReference(context); !opened)
            return failure(opened);
        return run;
    });
}

Result<void> EvaluationRun::addJudge(Result<std::unique_ptr<FeatureExtractor>> extractor,
                                     const SetKeys& keys) {
    if (!extractor)
        return failure(extractor);
    m_judges.emplace_back(*std::move(extractor), keys, m_found.levels.size());
    return {};
}

Result<void> EvaluationRun::openNetworks(at::Device device) {
    if (wantsAny(MetricNeed::Lpips) && !m_request.lpipsWeights.empty()) {
        auto lpips = openLpips(m_request.lpipsWeights, m_request.lpipsLinear, device);
        if (!lpips)
            return failure(lpips);
        m_lpips = *std::move(lpips);
    }
    if (wantsAny(MetricNeed::Lite) && !m_request.liteWeights.empty())
        if (auto added = addJudge(openLiteExtractor(m_request.liteWeights, device), kLiteKeys);
            !added)
            return added;
    if (wantsAny(MetricNeed::Inception) && !m_request.inceptionWeights.empty())
        return addJudge(
            openInceptionExtractor(m_request.inceptionWeights, m_request.inceptionResize, device),
            kInceptionKeys);
    return {};
}

Result<ImageRgb8> EvaluationRun::image(std::int64_t index) {
    const auto read = [images = &m_images](std::int64_t each) { return images->image(each); };
    auto picture = m_ahead == index ? m_reading.get() : read(index);
    m_ahead = index + 1 < m_total ? index + 1 : -1;
    if (m_ahead >= 0)
        m_reading = std::async(std::launch::async, read, m_ahead);
    return picture;
}

Result<void> EvaluationRun::next(std::int64_t images, const TaskContext& context) {
    const c10::InferenceMode inference;
    return takeNext(m_done, total(), images, context, [&](std::int64_t index) -> Result<void> {
        if (index >= m_referenceTotal)
            return use(index - m_referenceTotal, context);
        auto used = useReference(index);
        if (used && index + 1 == m_referenceTotal)
            return finishReference();
        return used;
    });
}

Result<void> EvaluationRun::use(std::int64_t index, const TaskContext& context) {
    const auto picture = image(index);
    if (!picture) {
        m_found.skipped.push_back({m_images.name(index), picture.error().message});
        return {};
    }
    const auto reconstruction = m_model->reconstruct(*picture, {false, 0, false}, context.silent());
    if (!reconstruction)
        return failure(reconstruction);
    ImageScore score{
        m_images.name(index), m_images.file(index), index, m_images.label(index), {}, {}, {}};
    score.levels.assign(reconstruction->levels.size(),
                        std::vector<double>(m_found.columns.size(), kUndefined));
    if (auto measured = measure(*reconstruction, score); !measured)
        return measured;
    if (m_request.thumbnail > 0) {
        score.original = thumbnailOf(reconstruction->input, m_request.thumbnail);
        score.finest =
            thumbnailOf(toRgb8(reconstruction->levels.back().picture), m_request.thumbnail);
    }
    countCodes(reconstruction->pyramid);
    if (static_cast<std::int64_t>(m_found.latents.size()) < m_request.keepLatents)
        m_found.latents.push_back(reconstruction->pyramid.latents);
    m_found.images.push_back(std::move(score));
    return {};
}

Result<void> EvaluationRun::measure(const Reconstruction& reconstruction, ImageScore& score) {
    const auto set = [&](std::size_t level, const char* key, std::optional<double> value) {
        const int column = m_found.columnOf(key);
        if (column >= 0)
            score.levels[level][static_cast<std::size_t>(column)] = value.value_or(kUndefined);
    };
    std::vector<ImageRgb8> pictures;
    std::vector<at::Tensor> tensors;
    for (std::size_t i = 0; i < reconstruction.levels.size(); ++i) {
        const LevelReconstruction& level = reconstruction.levels[i];
        set(i, "psnr", level.psnr);
        set(i, "ssim", level.ssim);
        set(i, "psnr_full", level.psnrFull);
        set(i, "ssim_full", level.ssimFull);
        set(i, "bits", level.bits);
        set(i, "values", static_cast<double>(level.values));
        const ImageRgbF32 large = enlargedPicture(level, reconstruction.input);
        pictures.push_back(toRgb8(large));
        tensors.push_back(tensor::tensorFromImage(large));
    }
    const at::Tensor levels = at::cat(tensors); // [L, 3, Y, X]
    const at::Tensor original =
        tensor::tensorFromImage(reconstruction.input).expand_as(levels).contiguous();
    const std::int64_t side = std::min(levels.size(2), levels.size(3));
    if (const int column = m_found.columnOf("ms_ssim"); column >= 0 && side > metrics::kMsSsimSide)
        setColumn(score, column, metrics::msSsim(levels, original));
    if (m_lpips && side >= m_lpips->network->smallestSide())
        setColumn(score, m_found.columnOf("lpips"),
                  m_lpips->network->forward((levels * 2.0 - 1.0).to(m_device),
                                            (original * 2.0 - 1.0).to(m_device)));
    return judge(reconstruction, pictures, score);
}

Result<void> EvaluationRun::judge(const Reconstruction& reconstruction,
                                  const std::vector<ImageRgb8>& pictures, ImageScore& score) {
    for (SetJudge& judge : m_judges) {
        const PictureFeatures original = judge.extractor().features({reconstruction.input});
        const PictureFeatures levels = judge.extractor().features(pictures);
        for (const PictureFeatures* features : {&original, &levels})
            if (auto valid = checkFeatures(*features, judge.extractor(), score.name); !valid)
                return valid;
        judge.add(original, levels);
        if (judge.keys().distance == kLiteKeys.distance)
            setColumn(score, m_found.columnOf("top1_agreement"),
                      levels.logits.argmax(1) == original.logits.argmax(1));
    }
    return {};
}

Result<void> checkFeatures(const PictureFeatures& features, const FeatureExtractor& extractor,
                           const std::string& image) {
    for (const at::Tensor& part : {features.pooled, features.spatial, features.logits})
        if (part.defined() && !at::isfinite(part).all().item<bool>())
            return failure(ErrorCode::BadData,
                           "The features that " +
                               extractor.recipe().at("network").get<std::string>() +
                               " gives for image '" + image + "' are not finite.");
    return {};
}

void EvaluationRun::countCodes(const TokenPyramid& pyramid) {
    for (std::size_t level = 0; level < m_codes.size(); ++level)
        for (const std::int64_t code : pyramid.levels[level].codes)
            ++m_codes[level][static_cast<std::size_t>(code)];
}

} // namespace hierascope::runtime
