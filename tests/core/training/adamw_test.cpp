// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/adamw.h"

#include <cmath>

#include <ATen/ops/full.h>
#include <ATen/ops/zeros.h>
#include <c10/util/Exception.h>
#include <gmock/gmock.h>

namespace hierascope::training {
namespace {

using Parameters = std::map<std::string, at::Tensor>;

Parameters makeParameters() {
    return {{"layer.weight", at::full({2, 2}, 1.0).requires_grad_()},
            {"layer.bias", at::full({2}, 1.0).requires_grad_()},
            {"dec.pos", at::full({1, 2, 2}, 1.0).requires_grad_()}};
}

void setGradients(Parameters& parameters, double value) {
    for (auto& [name, parameter] : parameters)
        parameter.mutable_grad() = at::full(parameter.sizes(), value);
}

runs::TrainingOptions plainOptions() {
    runs::TrainingOptions options;
    options.weightDecay = 0.5;
    options.clipNorm = 0.0;
    return options;
}

TEST(AdamW, FollowsItsFormulaAndDecaysOnlyMatrices) {
    Parameters parameters = makeParameters();
    AdamW optimizer(parameters, plainOptions());
    setGradients(parameters, 2.0);
    optimizer.step(0.1);
    // First step: both moments are bias-corrected to the gradient, so the update is its sign.
    EXPECT_NEAR(parameters["layer.weight"][0][0].item<double>(), 1.0 - 0.1 * 0.5 - 0.1, 1e-6);
    EXPECT_NEAR(parameters["layer.bias"][0].item<double>(), 0.9, 1e-6);
    EXPECT_NEAR(parameters["dec.pos"][0][0][0].item<double>(), 0.9, 1e-6);
}

TEST(AdamW, ClipsTheJointNormAndReportsItBefore) {
    Parameters parameters = makeParameters();
    runs::TrainingOptions options = plainOptions();
    options.clipNorm = 1.0;
    AdamW optimizer(parameters, options);
    setGradients(parameters, 3.0);
    EXPECT_NEAR(optimizer.step(0.0), 3.0 * std::sqrt(10.0), 1e-4);
    // The first moment holds (1 - beta1) times the clipped gradient.
    const double clipped = 1.0 / std::sqrt(10.0);
    EXPECT_NEAR(optimizer.state().at("first.layer.bias")[0].item<double>(), 0.1 * clipped, 1e-6);
    EXPECT_FALSE(parameters["layer.bias"].grad().defined());
}

TEST(AdamW, GoesOnFromARestoredState) {
    Parameters first = makeParameters();
    Parameters second = makeParameters();
    AdamW straight(first, plainOptions());
    AdamW resumed(second, plainOptions());
    setGradients(first, 2.0);
    straight.step(0.1);
    for (auto& [name, parameter] : second)
        parameter.set_data(first[name].detach().clone());
    resumed.restore(straight.state());
    setGradients(first, -1.0);
    setGradients(second, -1.0);
    straight.step(0.1);
    resumed.step(0.1);
    for (auto& [name, parameter] : second)
        EXPECT_TRUE(parameter.equal(first[name])) << name;
}

TEST(AdamW, NamesTheTensorThatAStateLacks) {
    Parameters parameters = makeParameters();
    AdamW optimizer(parameters, plainOptions());
    auto state = optimizer.state();
    state.erase("second.layer.bias");
    EXPECT_THROW(optimizer.restore(state), c10::Error);
    state["second.layer.bias"] = at::zeros({7});
    EXPECT_THROW(optimizer.restore(state), c10::Error);
}

} // namespace
} // namespace hierascope::training
