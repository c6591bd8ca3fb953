// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/restok_loss.h"

#include <ATen/ops/cosine_similarity.h>
#include <ATen/ops/l1_loss.h>
#include <ATen/ops/mse_loss.h>
#include <ATen/ops/tensor.h>

#include "core/base/random_draw.h"

namespace hierascope::training {

namespace {

constexpr std::uint64_t kNestedDropout = 1;

/// The two alignment terms; their weighted sum joins the total.
void addAlignment(StepLoss& loss, models::ResTok& model, const models::ResTokEncoding& encoding,
                  const models::ResTokFeatures& features, const TeacherFeatures& teacher,
                  double weight, double margin) {
    const auto tokens = model->alignImageTokens(encoding.imageTokens.front()).mean(1); // [B, F]
    loss.terms["alignment_encoder"] = cosineHinge(tokens, teacher.pooled.flatten(1), margin);
    loss.terms["alignment_decoder"] =
        cosineHinge(model->alignFeatures(features.alignment), teacher.map, margin);
    loss.total =
        loss.total + weight * (loss.terms["alignment_encoder"] + loss.terms["alignment_decoder"]);
}

} // namespace

at::Tensor drawKept(const models::ResTokOptions& options, std::uint64_t seed, std::int64_t position,
                    std::int64_t count) {
    const auto choices = options.nestedDropout();
    std::vector<std::int64_t> kept;
    for (std::int64_t i = 0; i < count; ++i) {
        double draw = drawUnit(seed, kNestedDropout, static_cast<std::uint64_t>(position + i));
        std::size_t choice = 0;
        while (choice + 1 < choices.size() && draw >= choices[choice].second)
            draw -= choices[choice++].second;
        kept.push_back(choices[choice].first);
    }
    return at::tensor(kept, at::kLong);
}

at::Tensor cosineHinge(const at::Tensor& found, const at::Tensor& wanted, double margin) {
    return (1.0 - margin - at::cosine_similarity(found, wanted, 1)).relu().mean();
}

StepLoss resTokLoss(models::ResTok& model, const at::Tensor& images, const at::Tensor& keep,
                    const runs::LossWeights& weights, const PictureDistance& distance,
                    const TeacherFeatures& teacher, bool through, ResTokPass* pass) {
    const bool aligns = teacher.pooled.defined() && weights.alignment > 0.0;
    const auto encoding = model->encode(images);
    const auto found = model->quantize(encoding.z);
    const auto vectors = through ? encoding.z / encoding.z.norm(2, 1, true).clamp_min(1e-12)
                                 : found.vectors; // [B, C, 1, N]
    const auto features = model->features(vectors, keep, nullptr, aligns);
    const auto pictures = model->pixels(features.image); // [B, 3, Y, X]
    if (pass)
        *pass = {found, pictures};

    StepLoss loss;
    loss.terms["mse"] = at::mse_loss(pictures, images);
    loss.terms["commitment"] = found.commitment;
    loss.terms["codebook"] = found.codebook;
    const double quantizer = through ? 0.0 : weights.quantizer;
    loss.total = weights.mse * loss.terms["mse"] + quantizer * (found.commitment + found.codebook);
    if (found.entropy.defined()) {
        loss.terms["entropy"] = found.entropy;
        loss.total = loss.total + quantizer * found.entropy;
    }
    if (weights.l1 > 0.0) {
        loss.terms["l1"] = at::l1_loss(pictures, images);
        loss.total = loss.total + weights.l1 * loss.terms["l1"];
    }
    if (distance && weights.perceptual > 0.0) {
        loss.terms["perceptual"] = distance(pictures * 2.0 - 1.0, images * 2.0 - 1.0);
        loss.total = loss.total + weights.perceptual * loss.terms["perceptual"];
    }
    if (aligns)
        addAlignment(loss, model, encoding, features, teacher, weights.alignment,
                     weights.margins.cosine);
    return loss;
}

} // namespace hierascope::training
