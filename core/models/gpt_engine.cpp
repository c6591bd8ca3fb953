// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/gpt_engine.h"

#include <ATen/ops/empty.h>
#include <c10/core/InferenceMode.h>

#include "core/models/gpt_cpu_engine.h"

namespace hierascope::models {

namespace {

class TensorEngine final : public GptEngine {
public:
    explicit TensorEngine(const Gpt& model)
        : m_model(model), m_visible(gptVisible(model->options())) {
        const at::Tensor example = model->parameters().front();
        m_options = example.options().requires_grad(false);
        m_rotary = GptRotary::make(model->options(), model->options().blockSize);
        m_rotary = {m_rotary.cos.to(example.device()), m_rotary.sin.to(example.device())};
    }

    GptCache makeCache(std::int64_t rows) const override {
        const c10::InferenceMode guard;
        const GptOptions& options = m_model->options();
        GptCache cache;
        for (std::int64_t layer = 0; layer < options.layers; ++layer) {
            for (auto* columns : {&cache.keys, &cache.values})
                columns->push_back(at::empty(
                    {rows, options.keyValueHeadCount(), options.blockSize, options.headWidth()},
                    m_options));
        }
        return cache;
    }

    std::optional<at::Tensor> feed(GptCache& cache, const at::Tensor& codes,
                                   const at::Tensor& labels, std::int64_t count,
                                   std::int64_t wanted, const TaskContext& context) override {
        const c10::InferenceMode guard;
        const std::int64_t first = cache.length;
        checkStepEnd(m_visible, first + count);
        const at::Device device = m_options.device();
        const GptRotary rotary = m_rotary.narrow(first, count);
        const at::Tensor mask = maskOf(first, count);
        auto x = m_model->inputs(codes.to(device), labels.to(device), first, count); // [B, T, D]
        for (std::size_t layer = 0; layer < m_model->layerCount(); ++layer) {
            if (context.stopRequested())
                return std::nullopt;
            auto heads = m_model->layer(layer).heads(x, rotary);
            heads.k = written(cache.keys[layer], heads.k, first);
            heads.v = written(cache.values[layer], heads.v, first);
            x = m_model->layer(layer).finish(x, heads, mask);
        }
        cache.length = first + count;
        if (wanted == 0)
            return at::Tensor();
        return m_model->logits(x.narrow(1, count - wanted, wanted)).to(at::kCPU, at::kFloat);
    }

private:
    /// Writes new columns and gives back all that are written: [B, A_kv, first + T, E].
    static at::Tensor written(const at::Tensor& columns, const at::Tensor& fresh,
                              std::int64_t first) {
        columns.narrow(2, first, fresh.size(2)).copy_(fresh);
        return columns.narrow(2, 0, first + fresh.size(2));
    }

    /// None where all new positions may read all that is written: inside one step.
    at::Tensor maskOf(std::int64_t first, std::int64_t count) const {
        if (m_visible[static_cast<std::size_t>(first)] >= first + count)
            return {};
        return m_model->declaredMask(first + count).narrow(0, first, count).to(m_options.device());
    }

    Gpt m_model;
    at::TensorOptions m_options;
    GptRotary m_rotary;
    std::vector<std::int64_t> m_visible;
};

} // namespace

void GptCache::keepRows(std::int64_t rows) {
    for (auto* columns : {&keys, &values}) {
        for (at::Tensor& layer : *columns)
            layer = layer.narrow(0, 0, rows);
    }
}

void checkStepEnd(const std::vector<std::int64_t>& visible, std::int64_t end) {
    TORCH_CHECK(end >= 1 && end <= static_cast<std::int64_t>(visible.size()) &&
                    visible[static_cast<std::size_t>(end - 1)] == end,
                "Positions up to ", end, " are fed, which is not where a step ends.");
}

std::unique_ptr<GptEngine> makeGptTensorEngine(const Gpt& model) {
    return std::make_unique<TensorEngine>(model);
}

std::unique_ptr<GptEngine> makeGptEngine(const Gpt& model, bool takesWeights) {
    const at::Tensor example = model->parameters().front();
    if (example.is_cpu() && example.scalar_type() == at::kFloat)
        return makeGptCpuEngine(model, takesWeights);
    return makeGptTensorEngine(model);
}

} // namespace hierascope::models
