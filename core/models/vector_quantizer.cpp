// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/vector_quantizer.h"

#include <ATen/ops/embedding.h>
#include <ATen/ops/log_softmax.h>
#include <ATen/ops/softmax.h>

#include "core/tensor/joint_batch.h"

namespace hierascope::models {

namespace {

constexpr double kTemperature = 0.01;
constexpr double kSmallest = 1e-5;

/// How unsure single vectors are of their code, minus how evenly codes are used.
at::Tensor entropyLoss(const at::Tensor& distances) {
    const at::Tensor affinity = -distances / kTemperature; // [B T, V]
    const at::Tensor chances = at::softmax(affinity, -1);
    const at::Tensor logs = at::log_softmax(affinity + kSmallest, -1);
    const at::Tensor mean = tensor::meanOfAll(chances.mean(0)); // [V]
    return -(chances * logs).sum(-1).mean() + (mean * (mean + kSmallest).log()).sum();
}

} // namespace

VectorQuantizerImpl::VectorQuantizerImpl(const ResTokOptions& options)
    : m_useL2Norm(options.useL2Norm), m_commitmentCost(options.commitmentCost),
      m_entropyRatio(options.entropyLossRatio) {
    embedding =
        register_module("embedding", torch::nn::Embedding(options.codebookSize, options.tokenSize));
    const torch::NoGradGuard guard;
    const double bound = 1.0 / static_cast<double>(options.codebookSize);
    embedding->weight.uniform_(-bound, bound);
}

at::Tensor VectorQuantizerImpl::onSphere(const at::Tensor& vectors) const {
    if (!m_useL2Norm)
        return vectors;
    return vectors / vectors.norm(2, -1, /*keepdim=*/true).clamp_min(1e-12);
}

at::Tensor VectorQuantizerImpl::distances(const at::Tensor& rows, const at::Tensor& book) const {
    return rows.square().sum(1, /*keepdim=*/true) + book.square().sum(1) -
           2.0 * rows.matmul(book.t()); // [B T, V]
}

at::Tensor VectorQuantizerImpl::codesOf(const at::Tensor& z) {
    const at::Tensor rows =
        z.to(at::kFloat).squeeze(2).transpose(1, 2).reshape({-1, z.size(1)}); // [B T, C]
    return distances(onSphere(rows), onSphere(embedding->weight))
        .argmin(1)
        .view({z.size(0), z.size(3)});
}

Quantized VectorQuantizerImpl::forward(const at::Tensor& z) {
    const at::Tensor rows =
        onSphere(z.to(at::kFloat).squeeze(2).transpose(1, 2).reshape({-1, z.size(1)})); // [B T, C]
    const at::Tensor table = distances(rows, onSphere(embedding->weight));
    const at::Tensor codes = table.argmin(1); // [B T]
    const at::Tensor found = onSphere(at::embedding(embedding->weight, codes));

    Quantized result;
    result.codes = codes.view({z.size(0), z.size(3)});
    result.inputs = rows.detach();
    result.commitment = m_commitmentCost * (found.detach() - rows).square().mean();
    result.codebook = (found - rows.detach()).square().mean();
    if (m_entropyRatio != 0.0)
        result.entropy = m_entropyRatio * entropyLoss(table);
    result.vectors = (rows + (found - rows).detach())
                         .view({z.size(0), z.size(3), z.size(1)})
                         .transpose(1, 2)
                         .unsqueeze(2); // [B, C, 1, T]
    return result;
}

at::Tensor VectorQuantizerImpl::vectorsOf(const at::Tensor& codes) {
    return onSphere(at::embedding(embedding->weight, codes)).transpose(1, 2).unsqueeze(2);
}

} // namespace hierascope::models
