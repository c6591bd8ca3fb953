// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/runs/train_config.h"

namespace hierascope::training {

/// AdamW with one fused kernel call per group of parameters.
///
/// @source Loshchilov and Hutter, arXiv:1711.05101; kernel `_fused_adamw_` of LibTorch.
class AdamW {
public:
    /// Says whether weight decay goes to a parameter.
    using IsDecayed = std::function<bool(const std::string& name, const at::Tensor& parameter)>;

    /// @param parameters by name; they are updated in place
    AdamW(const std::map<std::string, at::Tensor>& parameters, const runs::TrainingOptions& options,
          const IsDecayed& isDecayed = decaysMatrices);

    /// Matrices and kernels: not biases, norms and position encodings.
    static bool decaysMatrices(const std::string& name, const at::Tensor& parameter);

    /// Makes the gradients those of the whole batch where other processes hold parts of it.
    void averageGradients();

    /// Clips the joint gradient norm, updates, and forgets the gradients.
    ///
    /// @return the gradient norm before clipping
    double step(double learningRate);

    /// Moments and counters by parameter name, for a checkpoint.
    std::map<std::string, at::Tensor> state() const;

    /// Takes a state back that `state` made for the same parameters.
    ///
    /// @throws c10::Error naming a tensor that is missing or has another shape.
    void restore(const std::map<std::string, at::Tensor>& state);

private:
    struct Group {
        double weightDecay = 0.0;
        std::vector<std::string> names;
        std::vector<at::Tensor> parameters, firstMoments, secondMoments, counters;
    };

    double m_beta1;
    double m_beta2;
    double m_clipNorm;
    std::vector<Group> m_groups;
};

} // namespace hierascope::training
