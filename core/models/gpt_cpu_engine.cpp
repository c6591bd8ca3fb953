// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/gpt_cpu_engine.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include <ATen/Parallel.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/zeros.h>
#include <c10/core/InferenceMode.h>
#include <torch/utils.h>

#include "core/models/state_dict.h"
#include "core/tensor/cpu_kernels.h"
#include "core/tensor/packed_matrix.h"

namespace hierascope::models {

namespace {

using tensor::PackedMatrix;

/// Operations that one thread takes at least where loops are shared out.
constexpr std::int64_t kLeastShare = 1 << 17;

std::int64_t grainFor(std::int64_t cost) {
    return std::max<std::int64_t>(1, kLeastShare / std::max<std::int64_t>(1, cost));
}

/// Memory that grows and is kept.
class Buffer {
public:
    float* atLeast(std::int64_t size) {
        if (!m_values.defined() || m_values.numel() < size)
            m_values = at::empty({size}, at::kFloat);
        return m_values.data_ptr<float>();
    }

private:
    at::Tensor m_values;
};

struct Layer {
    PackedMatrix wqkv;
    PackedMatrix wo;
    PackedMatrix w13; ///< w1, then w3
    PackedMatrix w2;
    at::Tensor attentionNorm;
    at::Tensor ffnNorm;
};

/// Positions that are fed together, and all rows of the batch.
struct Span {
    std::int64_t rows = 0;  ///< of the batch
    std::int64_t first = 0; ///< position
    std::int64_t count = 0; ///< positions
    std::int64_t all() const { return rows * count; }
};

class CpuEngine final : public GptEngine {
public:
    CpuEngine(const Gpt& model, bool takesWeights);

    GptCache makeCache(std::int64_t rows) const override;
    std::optional<at::Tensor> feed(GptCache& cache, const at::Tensor& codes,
                                   const at::Tensor& labels, std::int64_t count,
                                   std::int64_t wanted, const TaskContext& context) override;

private:
    void readInputs(const Span& span, const at::Tensor& codes, const at::Tensor& labels, float* x);
    void normalise(const float* x, std::int64_t rows, const at::Tensor& gain, float* out) const;
    void turnAndStore(const Span& span, GptCache& cache, std::size_t layer, float* joined) const;
    void attend(const Span& span, const GptCache& cache, std::size_t layer, const float* joined,
                float* out);
    void feedForward(const Span& span, const Layer& layer, const float* normed, float* x);
    at::Tensor logits(const Span& span, std::int64_t wanted, const float* x);

    const tensor::CpuKernels& m_kernels = tensor::cpuKernels();
    GptOptions m_options;
    std::vector<GptInput> m_inputs;
    std::vector<std::int64_t> m_visible;
    GptRotary m_rotary;
    at::Tensor m_classTable;
    at::Tensor m_codeTable;
    at::Tensor m_specialTable;
    std::vector<Layer> m_layers;
    at::Tensor m_norm;
    PackedMatrix m_output;
    Buffer m_x;
    Buffer m_normed;
    Buffer m_joined;
    Buffer m_read;
    Buffer m_hidden;
    Buffer m_gated;
};

CpuEngine::CpuEngine(const Gpt& model, bool takesWeights)
    : m_options(model->options()), m_inputs(gptInputs(m_options)), m_visible(gptVisible(m_options)),
      m_rotary(GptRotary::make(m_options, m_options.blockSize)) {
    auto weights = stateDict(*model);
    const auto packed = [&](const std::vector<std::string>& names) {
        std::vector<at::Tensor> parts;
        for (const std::string& name : names)
            parts.push_back(weights.at(name));
        PackedMatrix matrix(parts);
        for (at::Tensor& part : parts) {
            if (takesWeights)
                part.set_data(at::empty({0}, part.options()));
        }
        return matrix;
    };
    const auto kept = [&weights](const std::string& name) {
        return weights.at(name).detach().to(at::kFloat).contiguous();
    };
    for (std::int64_t index = 0; index < m_options.layers; ++index) {
        const std::string prefix = "layers." + std::to_string(index) + ".";
        const std::string ffn = prefix + "feed_forward.";
        m_layers.push_back(
            {packed({prefix + "attention.wqkv.weight"}), packed({prefix + "attention.wo.weight"}),
             packed({ffn + "w1.weight", ffn + "w3.weight"}), packed({ffn + "w2.weight"}),
             kept(prefix + "attention_norm.weight"), kept(prefix + "ffn_norm.weight")});
    }
    m_output = packed({"output.weight"});
    m_norm = kept("norm.weight");
    m_classTable = kept("cls_embedding.embedding_table.weight");
    m_codeTable = kept("tok_embeddings.weight");
    if (m_options.variant == GptVariant::Har)
        m_specialTable = kept("spe_tok_embeddings.special_embeddings.weight");
}

GptCache CpuEngine::makeCache(std::int64_t rows) const {
    const std::int64_t heads = m_options.keyValueHeadCount();
    const std::int64_t width = m_options.headWidth();
    const std::int64_t columns = m_options.blockSize;
    const std::int64_t block = tensor::kKeyBlock;
    const std::int64_t padded = (columns + block - 1) / block * block;
    GptCache cache;
    for (std::size_t layer = 0; layer < m_layers.size(); ++layer) {
        cache.keys.push_back(at::zeros({rows, heads, width, padded}, at::kFloat));
        cache.values.push_back(at::empty({rows, heads, columns, width}, at::kFloat));
    }
    return cache;
}

void CpuEngine::readInputs(const Span& span, const at::Tensor& codes, const at::Tensor& labels,
                           float* x) {
    const std::int64_t width = m_options.dim;
    const auto code = codes.accessor<std::int64_t, 2>();
    const auto label = labels.accessor<std::int64_t, 1>();
    const auto row = [width](const at::Tensor& table, std::int64_t index) {
        TORCH_CHECK(index >= 0 && index < table.size(0), "Row ", index, " of a table of ",
                    table.size(0), " is asked for.");
        return table.const_data_ptr<float>() + index * width;
    };
    for (std::int64_t b = 0; b < span.rows; ++b) {
        for (std::int64_t i = 0; i < span.count; ++i, x += width) {
            const GptInput& input = m_inputs[static_cast<std::size_t>(span.first + i)];
            const float* from = input.kind == GptInput::Kind::Class ? row(m_classTable, label[b])
                                : input.kind == GptInput::Kind::Code
                                    ? row(m_codeTable, code[b][input.index])
                                    : row(m_specialTable, input.index);
            std::memcpy(x, from, static_cast<std::size_t>(width) * sizeof(float));
        }
    }
}

void CpuEngine::normalise(const float* x, std::int64_t rows, const at::Tensor& gain,
                          float* out) const {
    const std::int64_t width = m_options.dim;
    const float* gains = gain.const_data_ptr<float>();
    at::parallel_for(0, rows, grainFor(4 * width), [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t row = begin; row < end; ++row)
            m_kernels.normalise(x + row * width, gains, m_options.normEps, width,
                                out + row * width);
    });
}

/// Turns queries and keys in place and writes keys, transposed, and values into the cache.
void CpuEngine::turnAndStore(const Span& span, GptCache& cache, std::size_t layer,
                             float* joined) const {
    const std::int64_t width = m_options.headWidth();
    const std::int64_t heads = m_options.heads;
    const std::int64_t few = m_options.keyValueHeadCount();
    const std::int64_t stride = (heads + 2 * few) * width;
    float* keys = cache.keys[layer].data_ptr<float>();
    float* values = cache.values[layer].data_ptr<float>();
    const std::int64_t padded = cache.keys[layer].size(3);
    const auto turn = [&](float* head, std::int64_t position) {
        const float* cosines = m_rotary.cos.const_data_ptr<float>() + position * width / 2;
        const float* sines = m_rotary.sin.const_data_ptr<float>() + position * width / 2;
        for (std::int64_t pair = 0; pair < width / 2; ++pair) {
            const float even = head[2 * pair];
            const float odd = head[2 * pair + 1];
            head[2 * pair] = even * cosines[pair] - odd * sines[pair];
            head[2 * pair + 1] = odd * cosines[pair] + even * sines[pair];
        }
    };
    at::parallel_for(
        0, span.all(), grainFor(4 * stride), [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t i = begin; i < end; ++i) {
                const std::int64_t position = span.first + i % span.count;
                float* row = joined + i * stride;
                for (std::int64_t head = 0; head < heads + few; ++head)
                    turn(row + head * width, position);
                for (std::int64_t head = 0; head < few; ++head) {
                    const std::int64_t place = i / span.count * few + head;
                    const float* key = row + (heads + head) * width;
                    for (std::int64_t e = 0; e < width; ++e)
                        keys[(place * width + e) * padded + position] = key[e];
                    std::memcpy(values + (place * m_options.blockSize + position) * width,
                                key + few * width, static_cast<std::size_t>(width) * sizeof(float));
                }
            }
        });
}

void CpuEngine::attend(const Span& span, const GptCache& cache, std::size_t layer,
                       const float* joined, float* out) {
    const std::int64_t width = m_options.headWidth();
    const std::int64_t heads = m_options.heads;
    const std::int64_t few = m_options.keyValueHeadCount();
    const std::int64_t stride = (heads + 2 * few) * width;
    const std::int64_t padded = cache.keys[layer].size(3);
    const float* keys = cache.keys[layer].const_data_ptr<float>();
    const float* values = cache.values[layer].const_data_ptr<float>();
    const std::int64_t cost = 2 * span.count * (span.first + span.count) * width;
    at::parallel_for(
        0, span.rows * heads, grainFor(cost), [&](std::int64_t begin, std::int64_t end) {
            std::vector<float> scores(static_cast<std::size_t>(padded));
            for (std::int64_t i = begin; i < end; ++i) {
                const std::int64_t row = i / heads;
                const std::int64_t head = i % heads;
                const std::int64_t place = row * few + head / (heads / few);
                m_kernels.attend({joined + row * span.count * stride + head * width, stride,
                                  span.count, keys + place * width * padded, padded,
                                  values + place * m_options.blockSize * width,
                                  m_visible.data() + span.first, width, scores.data(),
                                  out + (row * span.count * heads + head) * width, heads * width});
            }
        });
}

void CpuEngine::feedForward(const Span& span, const Layer& layer, const float* normed, float* x) {
    const std::int64_t width = m_options.ffnWidth();
    float* hidden = m_hidden.atLeast(span.all() * 2 * width);
    float* gated = m_gated.atLeast(span.all() * width);
    layer.w13.multiply(normed, span.all(), hidden);
    at::parallel_for(0, span.all(), grainFor(8 * width), [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t row = begin; row < end; ++row)
            m_kernels.gate(hidden + row * 2 * width, width, gated + row * width);
    });
    layer.w2.multiply(gated, span.all(), x, /*isAdded=*/true);
}

at::Tensor CpuEngine::logits(const Span& span, std::int64_t wanted, const float* x) {
    const std::int64_t width = m_options.dim;
    float* normed = m_normed.atLeast(span.all() * width);
    for (std::int64_t row = 0; row < span.rows; ++row)
        normalise(x + ((row + 1) * span.count - wanted) * width, wanted, m_norm,
                  normed + row * wanted * width);
    at::Tensor out = at::empty({span.rows, wanted, m_options.vocabulary}, at::kFloat);
    m_output.multiply(normed, span.rows * wanted, out.data_ptr<float>());
    return out;
}

std::optional<at::Tensor> CpuEngine::feed(GptCache& cache, const at::Tensor& codes,
                                          const at::Tensor& labels, std::int64_t count,
                                          std::int64_t wanted, const TaskContext& context) {
    const c10::InferenceMode guard;
    const Span span{cache.rows(), cache.length, count};
    checkStepEnd(m_visible, span.first + count);
    const std::int64_t width = m_options.dim;
    float* x = m_x.atLeast(span.all() * width);
    float* normed = m_normed.atLeast(span.all() * width);
    float* joined = m_joined.atLeast(span.all() * m_layers.front().wqkv.outWidth());
    float* read = m_read.atLeast(span.all() * width);
    readInputs(span, codes, labels, x);
    for (std::size_t index = 0; index < m_layers.size(); ++index) {
        if (context.stopRequested())
            return std::nullopt;
        const Layer& layer = m_layers[index];
        normalise(x, span.all(), layer.attentionNorm, normed);
        layer.wqkv.multiply(normed, span.all(), joined);
        turnAndStore(span, cache, index, joined);
        attend(span, cache, index, joined, read);
        layer.wo.multiply(read, span.all(), x, /*isAdded=*/true);
        normalise(x, span.all(), layer.ffnNorm, normed);
        feedForward(span, layer, normed, x);
    }
    cache.length = span.first + count;
    return wanted == 0 ? at::Tensor() : logits(span, wanted, x);
}

} // namespace

std::unique_ptr<GptEngine> makeGptCpuEngine(const Gpt& model, bool takesWeights) {
    return std::make_unique<CpuEngine>(model, takesWeights);
}

} // namespace hierascope::models
