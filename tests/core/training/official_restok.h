// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include <ATen/ops/cat.h>
#include <ATen/ops/tensor.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/io/image_reader.h"
#include "core/io/tensor_file.h"
#include "core/models/restok.h"
#include "core/models/state_dict.h"
#include "core/tensor/image_tensor.h"
#include "core/training/restok_loss.h"
#include "tests/support/official_discriminator.h"
#include "tests/support/rule_lpips.h"

/// What one official training step was made with.
namespace hierascope::training {

using hierascope::testing::numbersByRule;
using hierascope::testing::ruleLpips;

inline nlohmann::json officialOptions() {
    return {{"image_size", 256},
            {"encoder", {{"layers", 4}, {"width", 64}, {"heads", 2}}},
            {"decoder", {{"layers", 2}, {"width", 64}, {"heads", 2}}},
            {"pixel",
             {{"hidden_channels", 32},
              {"channel_mult", {1, 1, 1, 1, 2}},
              {"num_res_blocks", 2},
              {"z_channels", 64},
              {"group_norm_groups", 32}}},
            {"codebook_size", 512},
            {"alignment_channels", 24}};
}

inline models::ResTok officialModel() {
    models::ResTok model(*models::resTokOptionsFromJson(officialOptions()));
    auto tensors = *io::loadTensors(
        std::string(HIERASCOPE_TEST_DATA "/official/restok_tiny/hub/model.safetensors"));
    tensors["vf_proj.weight"] = numbersByRule({24, 64, 1, 1}, 12620, 0.4, -0.2);
    tensors["vf_proj_dec.weight"] = numbersByRule({24, 64, 1, 1}, 12621, 0.4, -0.2);
    tensors["decoder.feat_mask_token"] = numbersByRule({1, 1, 64}, 12622, 2.0, -1.0);
    const auto fit = models::loadStateDict(*model, tensors);
    EXPECT_TRUE(fit.fits()) << fit.firstProblem();
    return model;
}

inline at::Tensor officialImages() {
    std::vector<at::Tensor> images;
    for (const char* name : {"astronaut.png", "chelsea.png"}) {
        const auto image =
            io::readImage(std::string(HIERASCOPE_TEST_DATA "/official/images/") + name);
        EXPECT_TRUE(image) << image.error().message;
        images.push_back(
            tensor::tensorFromImage(*image).narrow(2, 0, 256).narrow(3, 0, 256).contiguous());
    }
    return at::cat(images);
}

/// The loss of the official step of a section, without its adversarial term.
inline StepLoss officialStep(models::ResTok& model, const std::string& section,
                             ResTokPass* pass = nullptr) {
    auto lpips = ruleLpips();
    const PictureDistance distance = [&lpips](const at::Tensor& a, const at::Tensor& b) {
        return lpips->forward(a, b).mean();
    };
    const TeacherFeatures teacher{numbersByRule({2, 24, 1, 1}, 12610, 2.0, -1.0),
                                  numbersByRule({2, 24, 16, 16}, 12611, 2.0, -1.0)};
    runs::LossWeights weights;
    weights.l1 = 0.0;
    weights.mse = weights.perceptual = 1.0;
    const auto& wanted = hierascope::testing::officialLosses()[section];
    const auto keep = at::tensor(wanted["keep_per_sample"].get<std::vector<std::int64_t>>());
    StepLoss loss =
        resTokLoss(model, officialImages(), keep, weights, distance, teacher, false, pass);
    const auto& terms = wanted["loss_dict"];
    const auto term = [&loss](const char* name) { return loss.terms.at(name).item<double>(); };
    EXPECT_NEAR(term("mse"), terms["reconstruction_loss"], 1e-5);
    EXPECT_NEAR(term("perceptual"), terms["perceptual_loss"], 1e-6);
    EXPECT_NEAR(term("commitment"), terms["commitment_loss"], 1e-7);
    EXPECT_NEAR(term("codebook"), terms["codebook_loss"], 1e-7);
    EXPECT_NEAR(term("alignment_encoder") + term("alignment_decoder"), terms["vf_loss"], 1e-5);
    return loss;
}

/// Compares the loss and, after its backward pass, the norm of every gradient.
///
/// @param relative how far a norm may be off, as a part of it
inline void expectOfficialGradients(models::ResTok& model, const StepLoss& loss,
                                    const std::string& section, double relative = 2e-4) {
    const auto& wanted = hierascope::testing::officialLosses()[section];
    EXPECT_NEAR(loss.total.item<double>(), wanted["loss"], 2e-5);
    loss.total.backward();
    double square = 0.0;
    for (const auto& [name, parameter] : models::stateDict(*model)) {
        ASSERT_TRUE(wanted["grad_norms_before_clip"].contains(name)) << name;
        const double norm = parameter.grad().norm().item<double>();
        const double official = wanted["grad_norms_before_clip"][name];
        EXPECT_NEAR(norm, official, std::max(2e-5, relative * official)) << name;
        square += norm * norm;
    }
    EXPECT_NEAR(std::sqrt(square), wanted["grad_norm_total"], 2e-4);
}

} // namespace hierascope::training
