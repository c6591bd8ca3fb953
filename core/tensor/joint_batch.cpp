// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/joint_batch.h"

#include <utility>

#include <ATen/TensorOperators.h>
#include <ATen/ops/dropout.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/randn_like.h>
#include <ATen/ops/zeros.h>
#include <c10/core/GradMode.h>

namespace hierascope::tensor {

namespace {

thread_local JointBatch* currentBatch = nullptr;

/// Sizes of all processes' rows together.
std::vector<std::int64_t> jointSizes(at::IntArrayRef own, const JointBatch& batch) {
    std::vector<std::int64_t> sizes = own.vec();
    sizes.at(0) *= batch.processes();
    return sizes;
}

at::Tensor ownRows(const at::Tensor& joint, const JointBatch& batch) {
    const std::int64_t rows = joint.size(0) / batch.processes();
    return joint.narrow(0, batch.rank() * rows, rows);
}

/// Not filled yet, laid out as one process would have it.
at::Tensor jointLike(const at::Tensor& own, const JointBatch& batch) {
    return at::empty(jointSizes(own.sizes(), batch),
                     own.options().memory_format(own.suggest_memory_format()));
}

} // namespace

JointBatch* JointBatch::current() {
    return currentBatch;
}

JointBatchGuard::JointBatchGuard(JointBatch* batch)
    : m_before(std::exchange(currentBatch, batch)) {}

JointBatchGuard::~JointBatchGuard() {
    currentBatch = m_before;
}

at::Tensor drawUniform(at::IntArrayRef sizes, const at::TensorOptions& options) {
    if (currentBatch == nullptr)
        return at::rand(sizes, options);
    return ownRows(at::rand(jointSizes(sizes, *currentBatch), options), *currentBatch);
}

at::Tensor drawNormalLike(const at::Tensor& like) {
    if (currentBatch == nullptr)
        return at::randn_like(like);
    return ownRows(jointLike(like, *currentBatch).normal_(), *currentBatch);
}

at::Tensor dropout(const at::Tensor& x, double probability, bool isTraining) {
    if (currentBatch == nullptr || !isTraining || probability <= 0.0)
        return at::dropout(x, probability, isTraining);
    const double kept = 1.0 - probability;
    const auto factors = jointLike(x, *currentBatch).bernoulli_(kept).div_(kept);
    return x * ownRows(factors, *currentBatch);
}

at::Tensor meanOfAll(const at::Tensor& mean) {
    if (currentBatch == nullptr)
        return mean;
    const auto own = mean.detach();
    const auto all = sumOfAll(own).div_(static_cast<double>(currentBatch->processes()));
    return mean + (all - own);
}

at::Tensor sumOfAll(const at::Tensor& own) {
    if (currentBatch == nullptr)
        return own;
    const c10::NoGradGuard guard;
    auto sum = own.detach().clone(at::MemoryFormat::Contiguous);
    currentBatch->addUp({sum});
    return sum;
}

at::Tensor rowsOfAll(const at::Tensor& rows) {
    if (currentBatch == nullptr)
        return rows;
    const c10::NoGradGuard guard;
    const auto joint = at::zeros(jointSizes(rows.sizes(), *currentBatch), rows.options());
    ownRows(joint, *currentBatch).copy_(rows);
    currentBatch->addUp({joint});
    return joint;
}

} // namespace hierascope::tensor
