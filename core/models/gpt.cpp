// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/gpt.h"

#include <string>
#include <utility>

#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/embedding.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/where.h>
#include <torch/nn/init.h>

#include "core/tensor/joint_batch.h"
#include "core/tensor/shape.h"

namespace hierascope::models {

namespace {

/// A table under one more name, as the official modules nest it.
class NamedTable : public torch::nn::Module {
public:
    NamedTable(const std::string& name, const GptWeight& table) { register_module(name, table); }
};

double dropPathOf(const GptOptions& options, std::int64_t layer) {
    if (options.layers < 2)
        return 0.0;
    return options.dropPath * static_cast<double>(layer) / static_cast<double>(options.layers - 1);
}

} // namespace

GptImpl::GptImpl(GptOptions options)
    : m_options(std::move(options)), m_inputs(gptInputs(m_options)) {
    const std::int64_t width = m_options.dim;
    const auto table = [width](std::int64_t rows) {
        return GptWeight(std::vector<std::int64_t>{rows, width});
    };
    m_classTable = table(m_options.labelCount());
    register_module("cls_embedding", std::make_shared<NamedTable>("embedding_table", m_classTable));
    tok_embeddings = register_module("tok_embeddings", table(m_options.vocabulary));
    if (m_options.variant == GptVariant::Har) {
        m_specialTable = table(m_options.specialTokens);
        register_module("spe_tok_embeddings",
                        std::make_shared<NamedTable>("special_embeddings", m_specialTable));
    }
    layers = register_module("layers", torch::nn::ModuleList());
    for (std::int64_t layer = 0; layer < m_options.layers; ++layer)
        layers->push_back(GptBlock(m_options, dropPathOf(m_options, layer)));
    norm = register_module("norm", GptWeight(std::vector<std::int64_t>{width}));
    output = register_module("output", table(m_options.vocabulary));
}

void GptImpl::initialise() {
    const torch::NoGradGuard guard;
    for (auto& parameter : named_parameters()) {
        if (parameter.value().dim() == 1)
            torch::nn::init::ones_(parameter.value());
        else
            torch::nn::init::normal_(parameter.value(), 0.0, m_options.initializerRange);
    }
    torch::nn::init::zeros_(output->weight);
}

at::Tensor GptImpl::forward(const at::Tensor& codes, const at::Tensor& labels) {
    const bool isHar = m_options.variant == GptVariant::Har;
    tensor::checkShape(codes, {labels.size(0), isHar ? m_options.blockSize : tensor::kAny},
                       "codes");
    const std::int64_t count = isHar ? m_options.blockSize : codes.size(1) + 1;
    TORCH_CHECK(count <= static_cast<std::int64_t>(m_inputs.size()), "Codes are [B, ",
                codes.size(1), "], expected at most ", m_options.blockSize, " of an image.");
    GptRotary rotary = GptRotary::make(m_options, count);
    rotary = {rotary.cos.to(codes.device()), rotary.sin.to(codes.device())};
    const at::Tensor mask = declaredMask(count).to(codes.device());
    auto x =
        tensor::dropout(inputs(codes, labels, 0, count), m_options.tokenDropout, is_training());
    for (std::size_t index = 0; index < layerCount(); ++index)
        x = layer(index).forward(x, rotary, mask);
    return logits(x);
}

at::Tensor GptImpl::withDroppedLabels(const at::Tensor& labels, const at::Tensor& dropped) const {
    TORCH_CHECK(m_options.hasNullClass(), "This generator has no null class to drop labels to.");
    return at::where(dropped, m_options.classCount, labels);
}

at::Tensor GptImpl::piece(const GptInput& start, std::int64_t count, const at::Tensor& codes,
                          const at::Tensor& labels) const {
    switch (start.kind) {
    case GptInput::Kind::Class:
        return at::embedding(m_classTable->weight, labels.unsqueeze(1)); // [B, 1, D]
    case GptInput::Kind::Code:
        return at::embedding(tok_embeddings->weight, codes.narrow(1, start.index, count));
    case GptInput::Kind::Special:
        return m_specialTable->weight.narrow(0, start.index, count)
            .unsqueeze(0)
            .expand({labels.size(0), -1, -1}); // [B, count, D]
    }
    return {};
}

at::Tensor GptImpl::inputs(const at::Tensor& codes, const at::Tensor& labels, std::int64_t first,
                           std::int64_t count) const {
    std::vector<at::Tensor> pieces;
    for (std::int64_t start = first, end = first; start < first + count; start = end) {
        const GptInput& head = m_inputs.at(static_cast<std::size_t>(start));
        while (end < first + count && m_inputs.at(static_cast<std::size_t>(end)) ==
                                          GptInput{head.kind, head.index + (end - start)})
            ++end;
        pieces.push_back(piece(head, end - start, codes, labels));
    }
    return pieces.size() == 1 ? pieces.front() : at::cat(pieces, 1); // [B, count, D]
}

at::Tensor GptImpl::logits(const at::Tensor& x) const {
    return at::linear(gptNorm(x, norm->weight, m_options.normEps), output->weight); // [B, T, V]
}

at::Tensor GptImpl::declaredMask(std::int64_t count) const {
    std::vector<std::int64_t> visible = gptVisible(m_options);
    visible.resize(static_cast<std::size_t>(count));
    const auto rows = at::tensor(visible, at::kLong).unsqueeze(1); // [count, 1]
    return at::arange(count, at::kLong).unsqueeze(0) < rows;       // [count, count]
}

GptBlockImpl& GptImpl::layer(std::size_t index) const {
    return *(*layers)[index]->as<GptBlock>();
}

} // namespace hierascope::models
