// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include <ATen/core/Tensor.h>

namespace hierascope::training {

/// Half of mean relu(1 - real) + mean relu(1 + fake): what a discriminator minimises.
///
/// @param real, fake logits of any shape
/// @source Geometric GAN, arXiv:1705.02894; ResTok, modeling/modules/losses.py
at::Tensor hingeDiscriminatorLoss(const at::Tensor& real, const at::Tensor& fake);

/// Minus the mean logit of made pictures: what their maker minimises.
at::Tensor hingeGeneratorLoss(const at::Tensor& fake);

/// Holds a discriminator near the moving averages of its own mean logits.
///
/// @source LeCam, arXiv:2104.03310; squares of the positive parts, as in ResTok's losses.py
class LeCam {
public:
    explicit LeCam(at::Device device);

    /// relu(real - average of fakes)^2 + relu(average of reals - fake)^2 of the mean logits.
    ///
    /// @param real, fake scalars
    at::Tensor loss(const at::Tensor& real, const at::Tensor& fake) const;

    /// Moves the averages by one part in a thousand; they begin at 0.
    void update(const at::Tensor& real, const at::Tensor& fake);

    /// `ema_real_logits_mean` and `ema_fake_logits_mean`, [1] each; tensors are shared.
    std::map<std::string, at::Tensor> state() const;

private:
    at::Tensor m_real;
    at::Tensor m_fake;
};

} // namespace hierascope::training
