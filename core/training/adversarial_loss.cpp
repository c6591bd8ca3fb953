// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/adversarial_loss.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/zeros.h>
#include <c10/core/GradMode.h>

namespace hierascope::training {

namespace {

constexpr double kDecay = 0.999;

} // namespace

at::Tensor hingeDiscriminatorLoss(const at::Tensor& real, const at::Tensor& fake) {
    return 0.5 * ((1.0 - real).relu().mean() + (1.0 + fake).relu().mean());
}

at::Tensor hingeGeneratorLoss(const at::Tensor& fake) {
    return -fake.mean();
}

LeCam::LeCam(at::Device device)
    : m_real(at::zeros({1}, at::TensorOptions(device))),
      m_fake(at::zeros({1}, at::TensorOptions(device))) {}

at::Tensor LeCam::loss(const at::Tensor& real, const at::Tensor& fake) const {
    // Clones, because the averages move before the gradient is taken.
    return ((real - m_fake.clone()).relu().square() + (m_real.clone() - fake).relu().square())
        .mean();
}

void LeCam::update(const at::Tensor& real, const at::Tensor& fake) {
    const c10::NoGradGuard guard;
    m_real.mul_(kDecay).add_(real.detach(), 1.0 - kDecay);
    m_fake.mul_(kDecay).add_(fake.detach(), 1.0 - kDecay);
}

std::map<std::string, at::Tensor> LeCam::state() const {
    return {{"ema_real_logits_mean", m_real}, {"ema_fake_logits_mean", m_fake}};
}

} // namespace hierascope::training
