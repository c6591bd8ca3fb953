// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/dit.h"

#include <cmath>
#include <memory>
#include <string>
#include <utility>

#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/embedding.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/outer.h>
#include <ATen/ops/pow.h>
#include <ATen/ops/silu.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/where.h>
#include <torch/nn/init.h>

#include "core/tensor/shape.h"

namespace hierascope::models {

namespace {

constexpr std::int64_t kFrequencies = 256;

/// A bare matrix under a name, as the official embedding has it.
class DitTable : public torch::nn::Module {
public:
    explicit DitTable(const std::vector<std::int64_t>& shape) {
        weight = register_parameter("weight", at::empty(shape, at::kFloat));
    }
    at::Tensor weight;
};

class DitNamed : public torch::nn::Module {
public:
    DitNamed(const std::string& name, const std::shared_ptr<torch::nn::Module>& part) {
        register_module(name, part);
    }
};

/// [n] positions to [n, width]: sines, then cosines.
at::Tensor lineSinusoids(const at::Tensor& positions, std::int64_t width) {
    const auto exponents = at::arange(width / 2, at::kDouble) / (static_cast<double>(width) / 2.0);
    const auto angles = at::outer(positions, at::pow(10000.0, exponents).reciprocal());
    return at::cat({angles.sin(), angles.cos()}, 1);
}

} // namespace

at::Tensor timeSinusoids(const at::Tensor& times, std::int64_t width) {
    const std::int64_t half = width / 2;
    const auto frequencies =
        (-std::log(10000.0) * at::arange(half, times.options().dtype(at::kFloat)) / half).exp();
    const auto angles = times.to(at::kFloat).unsqueeze(1) * frequencies.unsqueeze(0);
    return at::cat({angles.cos(), angles.sin()}, 1); // [B, width]
}

at::Tensor gridSinusoids(std::int64_t side, std::int64_t width) {
    const auto line = at::arange(side, at::kDouble);
    const auto columns = lineSinusoids(line.repeat({side}), width / 2);
    const auto rows = lineSinusoids(line.repeat_interleave(side), width / 2);
    return at::cat({columns, rows}, 1).to(at::kFloat); // [side * side, width]
}

DitImpl::DitImpl(DitOptions options) : m_options(std::move(options)) {
    using Parts = std::vector<std::pair<std::string, DitLinear>>;
    const std::int64_t width = m_options.hiddenSize;
    const std::int64_t patch = m_options.patchSize;
    m_patches = DitLinear(std::vector<std::int64_t>{width, m_options.inChannels, patch, patch});
    m_time1 = DitLinear(kFrequencies, width);
    m_time2 = DitLinear(width, width);
    const auto table =
        std::make_shared<DitTable>(std::vector<std::int64_t>{m_options.labelCount(), width});
    m_classes = table->weight;
    register_module("x_embedder", std::make_shared<DitGroup>(Parts{{"proj", m_patches}}));
    register_module("t_embedder",
                    std::make_shared<DitNamed>(
                        "mlp", std::make_shared<DitGroup>(Parts{{"0", m_time1}, {"2", m_time2}})));
    register_module("y_embedder", std::make_shared<DitNamed>("embedding_table", table));
    pos_embed =
        register_buffer("pos_embed", gridSinusoids(m_options.gridSize(), width).unsqueeze(0));
    blocks = register_module("blocks", torch::nn::ModuleList());
    for (std::int64_t layer = 0; layer < m_options.depth; ++layer)
        blocks->push_back(DitBlock(m_options));
    m_lastModulation = DitLinear(width, 2 * width);
    m_last = DitLinear(width, patch * patch * m_options.outChannels());
    const auto last = std::make_shared<DitGroup>(Parts{{"linear", m_last}});
    last->register_module("adaLN_modulation",
                          std::make_shared<DitGroup>(Parts{{"1", m_lastModulation}}));
    register_module("final_layer", last);
}

void DitImpl::initialise() {
    const torch::NoGradGuard guard;
    for (auto& entry : named_parameters()) {
        at::Tensor values = entry.value();
        const std::string& name = entry.key();
        if (values.dim() == 1 || name.find("adaLN") != std::string::npos ||
            name.starts_with("final_layer"))
            torch::nn::init::zeros_(values);
        else if (name.starts_with("t_embedder") || name.starts_with("y_embedder"))
            torch::nn::init::normal_(values, 0.0, 0.02);
        else
            torch::nn::init::xavier_uniform_(values.dim() == 2 ? values : values.flatten(1));
    }
}

at::Tensor DitImpl::timeEmbedding(const at::Tensor& times) {
    const auto waves = timeSinusoids(times, kFrequencies).to(m_time1->weight.scalar_type());
    return m_time2->forward(at::silu(m_time1->forward(waves))); // [B, D]
}

at::Tensor DitImpl::patchesOf(const at::Tensor& x) const {
    const std::int64_t patch = m_options.patchSize;
    const std::int64_t side = m_options.gridSize();
    const auto patches = x.unflatten(2, {side, patch}) // [B, C, h, p, W]
                             .unflatten(4, {side, patch})
                             .permute({0, 2, 4, 1, 3, 5}) // [B, h, w, C, p, p]
                             .flatten(3)
                             .flatten(1, 2); // [B, T, C p p]
    return m_patches->forward(patches) + pos_embed;
}

at::Tensor DitImpl::mapsOf(const at::Tensor& patches) const {
    const std::int64_t patch = m_options.patchSize;
    const std::int64_t side = m_options.gridSize();
    return patches.unflatten(2, {patch, patch, m_options.outChannels()})
        .unflatten(1, {side, side})  // [B, h, w, p, q, C]
        .permute({0, 5, 1, 3, 2, 4}) // [B, C, h, p, w, q]
        .flatten(4)
        .flatten(2, 3); // [B, C, H, W]
}

at::Tensor DitImpl::forward(const at::Tensor& x, const at::Tensor& times, const at::Tensor& labels,
                            LayerProbe* probe) {
    const std::int64_t batch = labels.size(0);
    tensor::checkShape(x, {batch, m_options.inChannels, m_options.inputSize, m_options.inputSize},
                       "x");
    tensor::checkShape(times, {batch}, "times");
    const auto condition =
        at::silu(timeEmbedding(times) + at::embedding(m_classes, labels)); // [B, D]
    auto tokens = patchesOf(x.to(m_classes.scalar_type()));                // [B, T, D]
    for (std::size_t index = 0; index < blocks->size(); ++index) {
        const auto layer = static_cast<std::int64_t>(index);
        if (probe && probe->beforeLayer)
            probe->beforeLayer(layer);
        DitBlockImpl::AttentionWatcher watcher;
        if (probe && probe->onAttention)
            watcher = [&](const at::Tensor& q, const at::Tensor& k) {
                probe->onAttention(layer, {q, k, {}});
            };
        tokens = blocks->at<DitBlockImpl>(index).forward(tokens, condition, watcher);
        if (probe && probe->afterLayer)
            probe->afterLayer(layer, tokens);
    }
    const auto steering = m_lastModulation->forward(condition).chunk(2, 1); // [B, D] each
    const auto patches =
        m_last->forward(modulatedNorm(tokens, steering[0], steering[1])); // [B, T, p p C]
    return mapsOf(patches).to(x.scalar_type());
}

at::Tensor DitImpl::forwardWithGuidance(const at::Tensor& x, const at::Tensor& times,
                                        const at::Tensor& labels, double scale,
                                        std::int64_t channels, LayerProbe* probe) {
    TORCH_CHECK(x.size(0) % 2 == 0, "Guidance needs an even number of rows, found ", x.size(0),
                ".");
    const auto half = x.narrow(0, 0, x.size(0) / 2);
    const auto output = forward(at::cat({half, half}), times, labels, probe);
    const auto parts = output.narrow(1, 0, channels).chunk(2, 0);
    const auto guided = parts[1] + scale * (parts[0] - parts[1]);
    return at::cat(
        {at::cat({guided, guided}), output.narrow(1, channels, output.size(1) - channels)}, 1);
}

at::Tensor DitImpl::withDroppedLabels(const at::Tensor& labels, const at::Tensor& dropped) const {
    TORCH_CHECK(m_options.hasNullClass(), "This generator has no null class to drop labels to.");
    return at::where(dropped, m_options.classCount, labels);
}

at::Tensor DitImpl::perChannel(const std::vector<double>& values, const at::Tensor& like) const {
    return at::tensor(values, at::kDouble).to(like.options()).view({1, -1, 1, 1});
}

at::Tensor DitImpl::normalised(const at::Tensor& latents) const {
    auto x = latents;
    if (!m_options.latentMean.empty())
        x = x - perChannel(m_options.latentMean, x);
    if (!m_options.latentStd.empty())
        x = x / perChannel(m_options.latentStd, x);
    return x * m_options.latentScale;
}

at::Tensor DitImpl::denormalised(const at::Tensor& maps) const {
    auto x = maps / m_options.latentScale;
    if (!m_options.latentStd.empty())
        x = x * perChannel(m_options.latentStd, x);
    if (!m_options.latentMean.empty())
        x = x + perChannel(m_options.latentMean, x);
    return x;
}

} // namespace hierascope::models
