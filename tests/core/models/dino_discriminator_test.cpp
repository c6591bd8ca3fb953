// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/dino_discriminator.h"

#include <gmock/gmock.h>

#include "core/models/discriminator_layers.h"
#include "tests/support/official_discriminator.h"

namespace hierascope::models {
namespace {

using hierascope::testing::maxDifference;
using hierascope::testing::numbersByRule;
using hierascope::testing::officialDiscriminator;
using hierascope::testing::officialLosses;
using hierascope::testing::officialTensor;

at::Tensor officialPictures() {
    return numbersByRule({3, 3, 256, 256}, 12400);
}

void expectStatistics(const at::Tensor& found, const nlohmann::json& wanted, double tolerance) {
    const double size = wanted["abs_sum"];
    EXPECT_NEAR(found.to(at::kDouble).abs().sum().item<double>(), size, 2e-6 * size);
    EXPECT_NEAR(found.to(at::kDouble).sum().item<double>(), wanted["sum"], 2e-6 * size);
    const auto first = wanted["first8"].get<std::vector<double>>();
    for (std::size_t k = 0; k < first.size(); ++k)
        EXPECT_NEAR(found.flatten()[static_cast<std::int64_t>(k)].item<double>(), first[k],
                    tolerance);
}

TEST(DinoDiscriminator, NormalizesGroupsOfSamplesAsTheOfficialOne) {
    BatchNormLocal norm(4);
    auto tensors = stateDict(*norm);
    {
        const torch::NoGradGuard guard;
        tensors.at("weight").copy_(numbersByRule({4}, 12500, 1.0, 0.5));
        tensors.at("bias").copy_(numbersByRule({4}, 12501));
    }
    const auto x = numbersByRule({16, 4, 6}, 12502, 2.0, -1.0);
    EXPECT_LT(maxDifference(norm->forward(x), officialTensor("batchnorm_local")), 1e-6);
    // Other samples of the group matter, those of another group do not.
    const auto out = norm->forward(x);
    EXPECT_TRUE(norm->forward(x.narrow(0, 8, 8)).allclose(out.narrow(0, 8, 8)));
    EXPECT_FALSE(norm->forward(x.narrow(0, 8, 4)).allclose(out.narrow(0, 8, 4)));
    EXPECT_THROW(norm->forward(numbersByRule({9, 4, 6}, 1)), c10::Error);
}

TEST(DinoDiscriminator, ReadsTheOfficialActivations) {
    const c10::NoGradGuard guard;
    auto discriminator = officialDiscriminator();
    const auto readouts = discriminator->backbone()->forward(officialPictures());
    const auto& wanted = officialLosses()["dino_disc"]["activations"];
    ASSERT_EQ(readouts.size(), 3U);
    for (std::size_t i = 0; i < readouts.size(); ++i) {
        EXPECT_EQ(readouts[i].sizes(), (std::vector<std::int64_t>{3, 384, 196}));
        expectStatistics(readouts[i], wanted[i], 1e-4);
    }
}

TEST(DinoDiscriminator, GivesTheOfficialLogits) {
    const c10::NoGradGuard guard;
    auto discriminator = officialDiscriminator();
    const auto pictures = officialPictures();
    discriminator->eval();
    // The stored singular vectors are far from right, so logits reach 900 and magnify rounding: the
    // official float32 ones are 2.8e-3 from ours in float64, and ours in float32 2.3e-3.
    EXPECT_LT(maxDifference(discriminator->forward(pictures), officialTensor("disc_logits_eval")),
              3e-3);
    expectStatistics(discriminator->forward(pictures, PictureCrop{5, 17}),
                     officialLosses()["dino_disc"]["logits_eval_crop_top5_left17"], 1e-3);
    // Each call in training does one power iteration.
    discriminator->train();
    EXPECT_LT(maxDifference(discriminator->forward(pictures), officialTensor("disc_logits_train1")),
              1e-4);
    expectStatistics(discriminator->forward(pictures),
                     officialLosses()["dino_disc"]["logits_train_call2"], 1e-4);
}

TEST(DinoDiscriminator, IsAsNearToFloat64AsTheOfficialOne) {
    const c10::NoGradGuard guard;
    auto narrow = officialDiscriminator();
    auto wide = officialDiscriminator();
    wide->to(at::kDouble);
    wide->backbone()->to(at::kDouble);
    narrow->eval();
    wide->eval();
    const auto truth = wide->forward(officialPictures());
    EXPECT_LT(maxDifference(officialTensor("disc_logits_eval"), truth), 4e-3);
    EXPECT_LT(maxDifference(narrow->forward(officialPictures()), truth), 4e-3);
}

TEST(DinoDiscriminator, PassesGradientsToPicturesAndToLearningHeads) {
    const auto options = dinoDiscriminatorOptionsFromTensors(hierascope::testing::tinyDino());
    ASSERT_TRUE(options) << options.error().message;
    EXPECT_EQ(options->depth, 3);
    EXPECT_EQ(options->imageSize, 12);
    EXPECT_EQ(options->readouts(), 2);
    DinoDiscriminator discriminator(*options);
    for (const bool isLearning : {false, true}) {
        auto pictures = numbersByRule({2, 3, 16, 16}, 3);
        pictures.set_requires_grad(true);
        discriminator->setLearning(isLearning);
        discriminator->forward(pictures, PictureCrop{4, 0}).square().sum().backward();
        EXPECT_GT(pictures.grad().narrow(2, 4, 12).narrow(3, 0, 12).abs().max().item<float>(),
                  0.0F);
        EXPECT_EQ(pictures.grad().narrow(2, 0, 4).abs().max().item<float>(), 0.0F);
        for (const auto& parameter : discriminator->named_parameters())
            EXPECT_EQ(parameter.value().grad().defined(), isLearning) << parameter.key();
        for (const auto& parameter : discriminator->backbone()->named_parameters())
            EXPECT_FALSE(parameter.value().grad().defined()) << parameter.key();
    }
}

TEST(DinoDiscriminator, NamesTheOptionThatIsWrong) {
    DinoDiscriminatorOptions options;
    EXPECT_TRUE(options.validate());
    EXPECT_EQ(options.readouts(), 5);
    options.kernel = 4;
    EXPECT_THAT(options.validate().error().message, ::testing::HasSubstr("'options.kernel' is 4"));
    auto tensors = hierascope::testing::tinyDino();
    tensors.erase("pos_embed");
    EXPECT_THAT(dinoDiscriminatorOptionsFromTensors(tensors).error().message,
                ::testing::HasSubstr("Tensor 'pos_embed' is missing"));
}

} // namespace
} // namespace hierascope::models
