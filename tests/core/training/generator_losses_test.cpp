// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <ATen/ops/full.h>
#include <ATen/ops/tensor.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "core/io/json_file.h"
#include "core/io/tensor_file.h"
#include "core/models/dit.h"
#include "core/models/flow_matching.h"
#include "core/models/state_dict.h"
#include "core/training/adamw.h"
#include "core/training/diffusion_loss.h"
#include "core/training/flow_loss.h"
#include "tests/support/rule_weights.h"

namespace hierascope::training {
namespace {

using hierascope::testing::numbersByRule;

const std::filesystem::path kDitLosses = HIERASCOPE_TEST_DATA "/official/dit_losses";

struct DitBatch {
    at::Tensor data = numbersByRule({2, 4, 8, 8}, 8001, 2.0, -1.0);
    at::Tensor noise = numbersByRule({2, 4, 8, 8}, 8002, 2.0 * std::sqrt(3.0), -std::sqrt(3.0));
};

TEST(DiffusionLoss, EqualsTheOfficialOne) {
    const auto outputs = *io::loadTensors(kDitLosses / "outputs.safetensors");
    const auto wanted = (*io::readJsonFile(kDitLosses / "expected.json"))["losses"];
    const DitBatch batch;
    const models::DiffusionSchedule schedule;
    int compared = 0;
    for (const auto& [name, losses] : wanted.items()) {
        const auto times = losses.contains("t")
                               ? at::tensor(losses["t"].get<std::vector<std::int64_t>>())
                               : at::full({2}, std::stoll(name.substr(1)), at::kLong);
        const auto noised = schedule.noised(batch.data, batch.noise, times);
        const auto found = diffusionLoss(schedule, outputs.at("output." + name), batch.data, noised,
                                         batch.noise, times);
        for (int i = 0; i < 2; ++i) {
            const auto close = [i](const at::Tensor& a, const nlohmann::json& b) {
                EXPECT_NEAR(a[i].item<double>(), b[i], 2e-6 * (1.0 + std::abs(b[i].get<double>())));
            };
            SCOPED_TRACE(name);
            close(found.mse, losses["mse"]);
            close(found.vb, losses["vb"]);
            close(found.mse + found.vb, losses["loss"]);
            ++compared;
        }
    }
    EXPECT_EQ(compared, 12);
}

TEST(DiffusionLoss, EqualsTheOfficialOneInFloat64) {
    const auto outputs = *io::loadTensors(kDitLosses / "outputs.safetensors");
    const auto wanted =
        (*io::readJsonFile(kDitLosses / "expected.json"))["losses"]["tmixed"]["f64"];
    const DitBatch batch;
    const auto data = batch.data.to(at::kDouble);
    const auto noise = batch.noise.to(at::kDouble);
    const auto times = at::tensor(std::vector<std::int64_t>{37, 612});
    const models::DiffusionSchedule schedule;
    const auto found = diffusionLoss(schedule, outputs.at("output.tmixed").to(at::kDouble), data,
                                     schedule.noised(data, noise, times), noise, times);
    for (int i = 0; i < 2; ++i) { // the outputs were stored in float32
        EXPECT_NEAR(found.mse[i].item<double>(), wanted["mse"][i], 3e-8);
        EXPECT_NEAR(found.vb[i].item<double>(), wanted["vb"][i], 3e-9);
    }
}

TEST(DiffusionLoss, NoisesAsTheOfficialCode) {
    const auto wanted = io::loadTensors(kDitLosses / "outputs.safetensors")->at("q_sample.tmixed");
    const DitBatch batch;
    const auto found = models::DiffusionSchedule().noised(
        batch.data, batch.noise, at::tensor(std::vector<std::int64_t>{37, 612}));
    EXPECT_LT((found - wanted).abs().max().item<double>(), 1e-6);
}

TEST(DiffusionLoss, TrainsADitAsTheOfficialCode) {
    const std::filesystem::path folder = HIERASCOPE_TEST_DATA "/official/dit_tiny_8x8x4";
    const auto expected = *io::readJsonFile(folder / "expected.json");
    const auto& wanted = expected["train_step"];
    models::Dit model(*models::ditOptionsFromJson(expected["options"]));
    models::loadStateDict(*model, *io::loadTensors(folder / "model.safetensors"));
    const DitBatch batch;
    const models::DiffusionSchedule schedule;
    const auto times = at::tensor(wanted["t"].get<std::vector<std::int64_t>>());
    const auto noised = schedule.noised(batch.data, batch.noise, times);
    const auto output = model->forward(noised, times, at::tensor({3, 7}, at::kLong));
    const auto found = diffusionLoss(schedule, output, batch.data, noised, batch.noise, times);
    const auto loss = (found.mse + found.vb).mean();
    EXPECT_NEAR(loss.item<double>(), wanted["loss"], 2e-6);
    loss.backward();
    std::map<std::string, at::Tensor> parameters;
    for (const auto& parameter : model->named_parameters()) {
        parameters[parameter.key()] = parameter.value();
        const double norm = wanted["grad_norms"][parameter.key()];
        EXPECT_NEAR(parameter.value().grad().norm().item<double>(), norm, 1e-4 * norm + 1e-7)
            << parameter.key();
    }
    runs::TrainingOptions options;
    options.betas = {0.9, 0.999};
    options.weightDecay = 0.0;
    options.clipNorm = 0.0;
    AdamW optimizer(parameters, options);
    EXPECT_NEAR(optimizer.step(1e-4), wanted["grad_norm_total"], 1e-5);
    for (const auto& [name, stats] : wanted["after_adamw_lr1e-4_wd0"].items()) {
        const auto values = parameters.at(name).detach().flatten();
        for (int i = 0; i < 8; ++i)
            EXPECT_NEAR(values[i].item<double>(), stats["first8"][static_cast<std::size_t>(i)],
                        1e-6)
                << name;
    }
}

TEST(DiffusionLoss, TheBoundTeachesTheVarianceAlone) {
    const DitBatch batch;
    const models::DiffusionSchedule schedule;
    for (const std::int64_t time : {0, 400}) {
        const auto times = at::full({2}, time, at::kLong);
        const auto output = numbersByRule({2, 8, 8, 8}, 5, 1.0, -0.5).requires_grad_();
        diffusionLoss(schedule, output, batch.data, schedule.noised(batch.data, batch.noise, times),
                      batch.noise, times)
            .vb.sum()
            .backward();
        EXPECT_EQ(output.grad().narrow(1, 0, 4).abs().max().item<double>(), 0.0);
        EXPECT_GT(output.grad().narrow(1, 4, 4).abs().max().item<double>(), 0.0);
    }
}

/// The flow's losses once more, number by number in double.
FlowLoss flowByHand(const at::Tensor& output, const at::Tensor& data, const at::Tensor& noise) {
    const auto at4 = [](const at::Tensor& x, std::int64_t b, std::int64_t c, std::int64_t i) {
        return static_cast<double>(x[b][c].flatten()[i].item<float>());
    };
    std::vector<double> mse(2, 0.0);
    std::vector<double> cosine(2, 0.0);
    for (std::int64_t b = 0; b < 2; ++b) {
        for (std::int64_t i = 0; i < 64; ++i) {
            double product = 0.0;
            double foundSquare = 0.0;
            double wantedSquare = 0.0;
            for (std::int64_t c = 0; c < 4; ++c) {
                const double found = at4(output, b, c, i);
                const double wanted = at4(data, b, c, i) - at4(noise, b, c, i);
                mse[static_cast<std::size_t>(b)] += (found - wanted) * (found - wanted) / 256.0;
                product += found * wanted;
                foundSquare += found * found;
                wantedSquare += wanted * wanted;
            }
            cosine[static_cast<std::size_t>(b)] +=
                (1.0 - product / std::sqrt(foundSquare * wantedSquare)) / 64.0;
        }
    }
    return {at::tensor(mse), at::tensor(cosine)};
}

TEST(FlowLoss, EqualsItsFormula) {
    const DitBatch batch;
    const auto output = numbersByRule({2, 8, 8, 8}, 6, 4.0, -2.0); // with SiT's second half
    const auto wanted = flowByHand(output, batch.data, batch.noise);
    const auto found = flowLoss(output, batch.data, batch.noise);
    for (int i = 0; i < 2; ++i) {
        EXPECT_NEAR(found.mse[i].item<double>(), wanted.mse[i].item<double>(), 1e-5);
        EXPECT_NEAR(found.cosine[i].item<double>(), wanted.cosine[i].item<double>(), 1e-5);
    }
    const auto exact = flowLoss(batch.data - batch.noise, batch.data, batch.noise);
    EXPECT_EQ(exact.mse.sum().item<double>(), 0.0);
    EXPECT_NEAR(exact.cosine.sum().item<double>(), 0.0, 1e-6);
}

TEST(FlowLoss, GoesFromNoiseToDataAtTheTargetsVelocity) {
    const DitBatch batch;
    const auto places = models::flowPlace(batch.data, batch.noise, at::tensor({0.0, 1.0}));
    EXPECT_TRUE(places[0].equal(batch.noise[0]));
    EXPECT_TRUE(places[1].equal(batch.data[1]));
    const auto a = models::flowPlace(batch.data, batch.noise, at::tensor({0.25, 0.5}));
    const auto b = models::flowPlace(batch.data, batch.noise, at::tensor({0.75, 1.0}));
    EXPECT_LT(((b - a) / 0.5 - (batch.data - batch.noise)).abs().max().item<double>(), 1e-5);
}

TEST(FlowLoss, DrawsLogitNormalTimes) {
    const auto times = logitNormalTimes(at::tensor({-1.0, 0.0, 2.0}));
    EXPECT_NEAR(times[0].item<double>(), 1.0 / (1.0 + std::exp(1.0)), 1e-6);
    EXPECT_DOUBLE_EQ(times[1].item<double>(), 0.5);
    EXPECT_NEAR(times[2].item<double>(), 1.0 / (1.0 + std::exp(-2.0)), 1e-6);
}

} // namespace
} // namespace hierascope::training
