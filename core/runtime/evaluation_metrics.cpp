// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/evaluation_metrics.h"

#include <algorithm>
#include <array>

namespace hierascope::runtime {

namespace {

using Need = MetricNeed;

constexpr std::array<Metric, 22> kMetrics{{
    {"psnr", "PSNR", "dB", true, true, Need::Picture, 2,
     "-10 log10 of the mean squared error on [0, 1], each image, against the image reduced to the "
     "level's size by area means"},
    {"ssim", "SSIM", "", true, true, Need::Picture, 4,
     "Gaussian window 11, sigma 1.5, K1 0.01, K2 0.03, valid positions, against the image reduced "
     "to the level's size by area means"},
    {"psnr_full", "PSNR full", "dB", true, true, Need::Picture, 2,
     "as psnr, the level enlarged bicubically and clamped against the full image"},
    {"ssim_full", "SSIM full", "", true, true, Need::Picture, 4,
     "as ssim, the level enlarged bicubically and clamped against the full image"},
    {"ms_ssim", "MS-SSIM", "", true, true, Need::Picture, 4,
     "five scales, weights 0.0448 0.2856 0.3001 0.2363 0.1333, the level enlarged against the full "
     "image"},
    {"lpips", "LPIPS", "", false, true, Need::Lpips, 4,
     "LPIPS 0.1 on [-1, 1], the level enlarged against the full image"},
    {"top1_agreement", "Top-1 agreement", "", true, true, Need::Lite, 4,
     "share of images whose most likely class is that of the original"},
    {"fd_efflite0", "FD-EffLite0", "", false, false, Need::Lite, 3,
     "Frechet distance of the 1280 features of EfficientNet-Lite0; this is no FID"},
    {"precision_efflite0", "Precision EffLite0", "", true, false, Need::Lite, 4,
     "k-NN precision, k = 3, on the 1280 features of EfficientNet-Lite0"},
    {"recall_efflite0", "Recall EffLite0", "", true, false, Need::Lite, 4,
     "k-NN recall, k = 3, on the 1280 features of EfficientNet-Lite0"},
    {"rfid", "rFID", "", false, false, Need::Inception, 3,
     "Frechet distance of the 2048 pooled features of the 2015 Inception"},
    {"sfid", "sFID", "", false, false, Need::Inception, 3,
     "Frechet distance of seven channels of mixed_6/conv, 17 x 17, of the 2015 Inception"},
    {"inception_score", "IS", "", true, false, Need::Inception, 3,
     "exp of the mean KL divergence of classes, logits without bias, parts of 5,000 images"},
    {"precision", "Precision", "", true, false, Need::Inception, 4,
     "k-NN precision, k = 3, on the 2048 features of the 2015 Inception"},
    {"recall", "Recall", "", true, false, Need::Inception, 4,
     "k-NN recall, k = 3, on the 2048 features of the 2015 Inception"},
    {"codebook_usage", "Codes used", "", true, false, Need::Codes, 4,
     "distinct codes over the set / codes that exist"},
    {"codebook_entropy", "H_C", "bit", false, false, Need::Codes, 3,
     "-sum p log2(p + 1e-8) over the codes' shares"},
    {"density_cv", "Density CV", "", false, false, Need::Latents, 4,
     "coefficient of variation of the density over a t-SNE map of latent vectors"},
    {"density_gini", "Density Gini", "", false, false, Need::Latents, 4,
     "Gini coefficient of the density over a t-SNE map of latent vectors"},
    {"density_entropy", "Density entropy", "", true, false, Need::Latents, 5,
     "normalised entropy of the density over a t-SNE map of latent vectors"},
    {"bits", "Bits", "bit", false, true, Need::Picture, 0,
     "of one image: tokens so far x log2(codes), or KL over ln 2 at the finest level"},
    {"values", "Values", "", false, true, Need::Picture, 0, "latent numbers so far"},
}};

} // namespace

std::span<const Metric> allMetrics() {
    return kMetrics;
}

const Metric* findMetric(const std::string& key) {
    const auto found =
        std::ranges::find_if(kMetrics, [&key](const Metric& metric) { return key == metric.key; });
    return found == kMetrics.end() ? nullptr : &*found;
}

Result<void> checkMetrics(const std::vector<std::string>& keys) {
    for (const std::string& key : keys) {
        if (findMetric(key) != nullptr)
            continue;
        std::string known;
        for (const Metric& metric : kMetrics)
            known += (known.empty() ? "" : ", ") + std::string(metric.key);
        return failure(ErrorCode::Usage,
                       "There is no metric '" + key + "', expected " + known + ".");
    }
    return {};
}

} // namespace hierascope::runtime
