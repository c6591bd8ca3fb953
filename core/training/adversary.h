// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/models/dino_discriminator.h"
#include "core/models/discriminator.h"
#include "core/runs/train_config.h"
#include "core/training/adversarial_loss.h"
#include "core/training/diff_augment.h"
#include "core/training/train_step.h"

namespace hierascope::training {

/// Reads the frozen DINO, whose sizes follow from the file, and makes fresh heads for it.
Result<models::DinoDiscriminator> loadDiscriminator(const std::filesystem::path& weights,
                                                    at::Device device);

/// Makes the discriminator that the options ask for.
///
/// @param imageSide of the model's pictures, pixels
Result<std::shared_ptr<models::Discriminator>>
makeDiscriminator(const runs::TrainingOptions& options, std::int64_t imageSide, at::Device device);

/// How one batch of pictures comes before the discriminator.
struct ViewDraws {
    DiffAugmentDraws augment;
    std::optional<models::PictureCrop> crop; ///< nothing: the whole picture, made smaller
};

/// Everything that a step draws for the discriminator.
struct AdversaryDraws {
    ViewDraws generator; ///< of made pictures, in the model's loss
    ViewDraws real;      ///< of real and made pictures, in the discriminator's own loss
    ViewDraws fake;
};

/// What a discriminator learns from: real and made pictures, [B, 3, Y, X] in [0, 1].
struct JudgedPictures {
    at::Tensor images;
    at::Tensor pictures; ///< without their graph
    AdversaryDraws draws;
};

/// A discriminator in training beside a model: its loss, its optimiser, and its schedule.
///
/// Always computes in float32, whatever the model computes in.
/// @source ResTok, modeling/modules/losses.py and utils/train_utils.py (Apache-2.0); the adaptive
///         weight is VQGAN's (adaptive_weight.h)
class Adversary {
public:
    Adversary(std::shared_ptr<models::Discriminator> discriminator,
              const runs::TrainingOptions& options);

    /// Whether step `step` (0 is the first) has an adversarial term.
    bool isActive(std::int64_t step) const { return step >= m_options.discriminator.start; }

    /// The draws of a step; they follow from the seed and its number alone.
    ///
    /// @param images [B, 3, Y, X], for its sizes
    AdversaryDraws draws(const at::Tensor& images, const StepPart& part) const;

    /// Learning rate of the discriminator in step `step`: the model's schedule, begun at the start.
    double learningRate(std::int64_t step) const;

    /// How far made pictures are from fooling the discriminator; takes gradients for them alone.
    ///
    /// @param pictures [B, 3, Y, X] in [0, 1]
    /// @return         scalar, without its weight
    at::Tensor generatorLoss(const at::Tensor& pictures, const ViewDraws& draws);

    /// Adds the weighted term to a model's loss, in steps that have one, and remembers the pictures
    /// for `learn`.
    ///
    /// @param images, pictures [B, 3, Y, X] in [0, 1], real and made
    /// @param lastLayer        of the model's decoder, for the adaptive weight
    void addTo(StepLoss& loss, const at::Tensor& images, const at::Tensor& pictures,
               const StepPart& part, const at::Tensor& lastLayer);

    /// The discriminator's own step on the pictures of the model's step; nothing before its start.
    ///
    /// @param step 0 is the first
    StepMetrics learn(std::int64_t step);

    /// The discriminator's own step.
    ///
    /// @param parts equal ones of a batch
    /// @return `discriminator_loss`, `discriminator_real`, `discriminator_fake` (mean logits),
    ///         `lecam` (weighted), `discriminator_gradient_norm`, `discriminator_learning_rate`
    StepMetrics update(const std::vector<JudgedPictures>& parts, double learningRate);

    const models::Discriminator& discriminator() const { return *m_discriminator; }

    /// The heads, their optimiser's state and LeCam's averages, for a checkpoint; tensors are
    /// shared.
    std::map<std::string, at::Tensor> state() const;

private:
    ViewDraws drawView(const at::Tensor& images, UnitDraws& draws) const;
    at::Tensor logitsOf(const at::Tensor& pictures, const ViewDraws& draws);

    runs::TrainingOptions m_options;
    std::shared_ptr<models::Discriminator> m_discriminator;
    AdamW m_optimizer;
    LeCam m_lecam;
    std::vector<JudgedPictures> m_judged; ///< of the present step, one for each part
};

} // namespace hierascope::training
