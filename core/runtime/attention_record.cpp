// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/inside/attention_record.h"

#include <cmath>
#include <limits>
#include <utility>

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/cdist.h>
#include <ATen/ops/full.h>
#include <ATen/ops/logsumexp.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/stack.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/zeros.h>
#include <c10/core/InferenceMode.h>

#include "core/runtime/attention_values.h"
#include "core/runtime/guard.h"
#include "core/runtime/tensor_values.h"

namespace hierascope::runtime {

namespace {

constexpr double kNever = -std::numeric_limits<double>::infinity();

/// One layer, float32 on the CPU.
struct RecordedLayer {
    at::Tensor queries; ///< [A, T, E], scaled
    at::Tensor keys;    ///< [A, T, E]
    at::Tensor mask;    ///< [T, T] bool; undefined: all
    at::Tensor totals;  ///< [A, T]: logarithm of the softmax's denominator of each row
    std::vector<TokenBlock> blocks;

    at::Tensor scores() const {
        at::Tensor scores = at::matmul(queries, keys.transpose(-2, -1)); // [A, T, T]
        return mask.defined() ? scores.masked_fill_(mask.logical_not(), kNever) : scores;
    }
    at::Tensor weights() const { return (scores() - totals.unsqueeze(2)).exp_(); }
};

RecordedLayer recorded(const models::AttentionOperands& attention, std::vector<TokenBlock> blocks) {
    RecordedLayer layer;
    const double scale = 1.0 / std::sqrt(static_cast<double>(attention.queries.size(-1)));
    layer.queries = attention.queries[0] * scale;
    layer.keys = attention.keys[0];
    layer.mask = attention.mask;
    layer.totals = at::logsumexp(layer.scores(), -1);
    checkFinite(layer.totals, "attention");
    layer.blocks = std::move(blocks);
    return layer;
}

/// Where tokens stand in the image, [T, 2] in sides of it, and whether they stand there: [T].
std::pair<at::Tensor, at::Tensor> placesOf(const std::vector<TokenBlock>& blocks) {
    std::vector<float> places;
    std::vector<float> spatial;
    for (const TokenBlock& block : blocks)
        for (std::int64_t token = 0; token < block.tokens(); ++token) {
            const auto row = static_cast<float>(token / block.columns);
            const auto column = static_cast<float>(token % block.columns);
            places.push_back((column + 0.5F) / static_cast<float>(block.columns));
            places.push_back((row + 0.5F) / static_cast<float>(block.rows));
            spatial.push_back(block.isSpatial ? 1.0F : 0.0F);
        }
    const auto count = static_cast<std::int64_t>(spatial.size());
    return {at::tensor(places).view({count, 2}), at::tensor(spatial)};
}

std::vector<double> distancesOf(const at::Tensor& weights, const std::vector<TokenBlock>& blocks) {
    const auto [places, spatial] = placesOf(blocks);
    const at::Tensor pairs = spatial.unsqueeze(1) * spatial.unsqueeze(0); // [T, T]
    const at::Tensor apart = at::cdist(places, places) * pairs;
    std::vector<double> means;
    for (std::int64_t head = 0; head < weights.size(0); ++head) {
        const double total = (weights[head] * pairs).sum().item<double>();
        means.push_back(total > 0.0 ? (weights[head] * apart).sum().item<double>() / total : 0.0);
    }
    return means;
}

/// [A, K, K]: the mean over a block's rows of what goes to each block.
at::Tensor sharesOf(const at::Tensor& weights, const std::vector<TokenBlock>& blocks) {
    std::vector<at::Tensor> columns;
    for (const TokenBlock& read : blocks)
        columns.push_back(weights.narrow(2, read.first, read.tokens()).sum(2)); // [A, T]
    const at::Tensor all = at::stack(columns, 2);                               // [A, T, K]
    std::vector<at::Tensor> rows;
    for (const TokenBlock& asking : blocks)
        rows.push_back(all.narrow(1, asking.first, asking.tokens()).mean(1)); // [A, K]
    return at::stack(rows, 1);
}

class RecordedAttention final : public AttentionRecord {
public:
    explicit RecordedAttention(std::vector<RecordedLayer> layers) : m_layers(std::move(layers)) {}

    std::int64_t layers() const override { return static_cast<std::int64_t>(m_layers.size()); }
    std::int64_t heads() const override { return m_layers.front().queries.size(0); }
    const std::vector<TokenBlock>& blocks(std::int64_t layer) const override {
        return at(layer).blocks;
    }

    std::int64_t bytes() const override {
        std::size_t bytes = 0;
        for (const RecordedLayer& layer : m_layers)
            bytes += layer.queries.nbytes() + layer.keys.nbytes() + layer.totals.nbytes();
        return static_cast<std::int64_t>(bytes);
    }

    std::vector<std::uint8_t> mask(std::int64_t layer) const override {
        const c10::InferenceMode inference;
        const std::int64_t count = tokens(layer);
        if (!at(layer).mask.defined())
            return std::vector<std::uint8_t>(static_cast<std::size_t>(count * count), 1);
        const at::Tensor bytes = at(layer).mask.to(at::kByte).contiguous();
        const auto* first = bytes.data_ptr<std::uint8_t>();
        return {first, first + bytes.numel()};
    }

    Result<std::vector<float>> weightsOf(std::int64_t layer, std::int64_t token,
                                         Direction direction) const override {
        return guarded([&]() -> Result<std::vector<float>> {
            const c10::InferenceMode inference;
            const RecordedLayer& of = at(layer);
            const bool reads = direction == Direction::Reads;
            const at::Tensor own = (reads ? of.queries : of.keys).narrow(1, token, 1); // [A, 1, E]
            at::Tensor scores = at::matmul(own, (reads ? of.keys : of.queries).transpose(1, 2))
                                    .squeeze(1); // [A, T]
            if (of.mask.defined()) {
                const at::Tensor open = reads ? of.mask[token] : of.mask.select(1, token);
                scores = scores.masked_fill(open.logical_not(), kNever);
            }
            return valuesOf((scores - (reads ? of.totals.narrow(1, token, 1) : of.totals)).exp());
        });
    }

    Result<AttentionMap> map(std::int64_t layer,
                             const std::optional<std::int64_t>& head) const override {
        return guarded([&]() -> Result<AttentionMap> {
            const c10::InferenceMode inference;
            AttentionMap map;
            map.blocks = at(layer).blocks;
            fillAttention(at(layer).weights().unsqueeze(0), head, map);
            return map;
        });
    }

    Result<LayerSummary> summary(std::int64_t layer, const TaskContext& context) const override {
        return guarded([&]() -> Result<LayerSummary> {
            const c10::InferenceMode inference;
            throwIfStopped(context);
            const RecordedLayer& of = at(layer);
            const at::Tensor weights = of.weights();
            const at::Tensor bits =
                -(weights * weights.clamp_min(1e-30).log2()).sum(2).mean(1); // [A]
            throwIfStopped(context);
            const std::vector<double> distances = distancesOf(weights, of.blocks);
            LayerSummary summary;
            for (std::int64_t head = 0; head < heads(); ++head)
                summary.heads.push_back(
                    {bits[head].item<double>(), distances[static_cast<std::size_t>(head)]});
            summary.shares = valuesOf(sharesOf(weights, of.blocks));
            return summary;
        });
    }

private:
    const RecordedLayer& at(std::int64_t layer) const {
        return m_layers.at(static_cast<std::size_t>(layer));
    }

    std::vector<RecordedLayer> m_layers;
};

} // namespace

void AttentionRecorder::attach(models::LayerProbe& probe) {
    probe.onAttention = [this](std::int64_t, const models::AttentionOperands& attention) {
        // Clones: what a layer gives may be a view of much more.
        m_layers.push_back({attention.queries.to(at::kCPU, at::kFloat).contiguous().clone(),
                            attention.keys.to(at::kCPU, at::kFloat).contiguous().clone(),
                            attention.mask.defined() ? attention.mask.to(at::kCPU) : at::Tensor()});
    };
}

std::shared_ptr<AttentionRecord>
AttentionRecorder::finish(std::vector<std::vector<TokenBlock>> blocks) && {
    std::vector<RecordedLayer> layers;
    for (std::size_t layer = 0; layer < m_layers.size(); ++layer)
        layers.push_back(recorded(std::exchange(m_layers[layer], {}), std::move(blocks.at(layer))));
    return std::make_shared<RecordedAttention>(std::move(layers));
}

} // namespace hierascope::runtime
