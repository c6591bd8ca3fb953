// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/adamw.h"

#include <cmath>

#include <ATen/ops/_foreach_add.h>
#include <ATen/ops/_foreach_div.h>
#include <ATen/ops/_foreach_mul.h>
#include <ATen/ops/_fused_adamw.h>
#include <ATen/ops/linalg_vector_norm.h>
#include <ATen/ops/stack.h>
#include <ATen/ops/zeros.h>
#include <ATen/ops/zeros_like.h>
#include <c10/core/GradMode.h>
#include <c10/util/Exception.h>

#include "core/tensor/joint_batch.h"

namespace hierascope::training {

namespace {

constexpr double kEpsilon = 1e-8;

at::Tensor requireTensor(const std::map<std::string, at::Tensor>& state, const std::string& name,
                         const at::Tensor& like) {
    const auto found = state.find(name);
    TORCH_CHECK(found != state.end(), "Optimiser state: tensor '", name, "' is missing.");
    TORCH_CHECK(found->second.sizes() == like.sizes(), "Optimiser state: tensor '", name, "' is ",
                found->second.sizes(), ", expected ", like.sizes(), ".");
    return found->second;
}

} // namespace

bool AdamW::decaysMatrices(const std::string& name, const at::Tensor& parameter) {
    return parameter.dim() >= 2 && !name.ends_with("pos");
}

AdamW::AdamW(const std::map<std::string, at::Tensor>& parameters,
             const runs::TrainingOptions& options, const IsDecayed& isDecayed)
    : m_beta1(options.betas[0]), m_beta2(options.betas[1]), m_clipNorm(options.clipNorm),
      m_groups(2) {
    m_groups[0].weightDecay = options.weightDecay;
    for (const auto& [name, parameter] : parameters) {
        if (!parameter.requires_grad())
            continue;
        Group& group = m_groups[isDecayed(name, parameter) ? 0 : 1];
        group.names.push_back(name);
        group.parameters.push_back(parameter);
        group.firstMoments.push_back(at::zeros_like(parameter));
        group.secondMoments.push_back(at::zeros_like(parameter));
        group.counters.push_back(at::zeros({}, parameter.options().dtype(at::kFloat)));
    }
}

void AdamW::averageGradients() {
    tensor::JointBatch* joint = tensor::JointBatch::current();
    if (joint == nullptr)
        return;
    const c10::NoGradGuard guard;
    std::vector<at::Tensor> gradients;
    for (const Group& group : m_groups) {
        for (std::size_t i = 0; i < group.parameters.size(); ++i) {
            const at::Tensor& gradient = group.parameters[i].grad();
            TORCH_CHECK(gradient.defined(), "Parameter '", group.names[i], "' has no gradient.");
            gradients.push_back(gradient);
        }
    }
    joint->addUp(gradients);
    at::_foreach_div_(gradients, static_cast<double>(joint->processes()));
}

double AdamW::step(double learningRate) {
    const c10::NoGradGuard guard;
    std::vector<at::Tensor> norms;
    for (Group& group : m_groups) {
        for (std::size_t i = 0; i < group.parameters.size(); ++i) {
            at::Tensor& gradient = group.parameters[i].mutable_grad();
            TORCH_CHECK(gradient.defined(), "Parameter '", group.names[i], "' has no gradient.");
            norms.push_back(at::linalg_vector_norm(gradient));
        }
    }
    const double norm = at::linalg_vector_norm(at::stack(norms)).item<double>();
    const double scale = m_clipNorm > 0.0 ? std::min(1.0, m_clipNorm / (norm + 1e-6)) : 1.0;
    for (Group& group : m_groups) {
        if (group.parameters.empty())
            continue;
        std::vector<at::Tensor> gradients;
        for (const at::Tensor& parameter : group.parameters)
            gradients.push_back(parameter.grad());
        if (scale < 1.0)
            at::_foreach_mul_(gradients, scale);
        at::_foreach_add_(group.counters, 1.0);
        at::_fused_adamw_(group.parameters, gradients, group.firstMoments, group.secondMoments, {},
                          group.counters, learningRate, m_beta1, m_beta2, group.weightDecay,
                          kEpsilon, /*amsgrad=*/false, /*maximize=*/false);
        for (at::Tensor& parameter : group.parameters)
            parameter.mutable_grad().reset();
    }
    return norm;
}

std::map<std::string, at::Tensor> AdamW::state() const {
    std::map<std::string, at::Tensor> state;
    for (const Group& group : m_groups) {
        for (std::size_t i = 0; i < group.names.size(); ++i) {
            state["first." + group.names[i]] = group.firstMoments[i];
            state["second." + group.names[i]] = group.secondMoments[i];
            state["count." + group.names[i]] = group.counters[i];
        }
    }
    return state;
}

void AdamW::restore(const std::map<std::string, at::Tensor>& state) {
    for (Group& group : m_groups) {
        for (std::size_t i = 0; i < group.names.size(); ++i) {
            const auto take = [&](const char* kind, at::Tensor& target) {
                target.copy_(requireTensor(state, kind + group.names[i], target));
            };
            take("first.", group.firstMoments[i]);
            take("second.", group.secondMoments[i]);
            take("count.", group.counters[i]);
        }
    }
}

} // namespace hierascope::training
