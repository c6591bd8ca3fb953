// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a tokenizer that look inside: attention, and tokens one by one.
#include "core/runtime/inside/hieratok_tokenizer.h"

#include <utility>

#include <ATen/ops/cat.h>
#include <c10/core/InferenceMode.h>

#include "core/runtime/attention_values.h"
#include "core/runtime/guard.h"
#include "core/runtime/inside/attention_record.h"
#include "core/runtime/sequence_values.h"

namespace hierascope::runtime {

std::vector<AttentionPart> HieraTokTokenizer::attentionParts() const {
    const models::HieraTokOptions& options = (*m_model)->options();
    return {{AttentionRequest::Part::Encoder, options.encoder.layers, options.encoder.heads},
            {AttentionRequest::Part::Decoder, options.decoder.layers, options.decoder.heads}};
}

std::vector<TokenBlock> HieraTokTokenizer::blocksOf(AttentionRequest::Part part) const {
    if (part == AttentionRequest::Part::Encoder)
        return {{"image", 0, m_info.latentRows, m_info.latentColumns}};
    std::vector<TokenBlock> blocks;
    std::int64_t first = 0;
    for (const LevelInfo& level : m_info.levels) {
        blocks.push_back(
            {level.name, first, level.rows, level.columns, static_cast<int>(blocks.size())});
        first += level.tokens();
    }
    return blocks;
}

/// One pass through a part, seen by the probe.
void HieraTokTokenizer::watch(const ImageRgb8& image, AttentionRequest::Part part,
                              models::LayerProbe& probe, const TaskContext& context) {
    stopBetweenLayers(probe, context);
    const ImageRgb8 input = preprocess(image);
    if (part == AttentionRequest::Part::Encoder)
        (*m_model)->posterior(m_preprocessing.modelFromPixels(input).to(m_device, m_type), &probe);
    else
        (*m_model)->decode(encodeInput(input, {false, 0, false}, context).latent, 0, &probe);
}

Result<AttentionMap> HieraTokTokenizer::attend(const ImageRgb8& image,
                                               const AttentionRequest& request,
                                               const TaskContext& context) {
    return guarded([&]() -> Result<AttentionMap> {
        const c10::InferenceMode inference;
        if (auto valid = checkAttentionRequest(request, attentionParts()); !valid)
            return failure(valid);
        AttentionMap map;
        map.blocks = blocksOf(request.part);
        models::LayerProbe probe;
        probe.onAttention = [&](std::int64_t layer, const models::AttentionOperands& attention) {
            if (layer == request.layer)
                fillAttention(attention.weights(), request.head, map);
        };
        watch(image, request.part, probe, context);
        return map;
    });
}

Result<std::shared_ptr<AttentionRecord>>
HieraTokTokenizer::recordAttention(const ImageRgb8& image, AttentionRequest::Part part,
                                   const TaskContext& context) {
    return guarded([&]() -> Result<std::shared_ptr<AttentionRecord>> {
        const c10::InferenceMode inference;
        AttentionRecorder recorder;
        models::LayerProbe probe;
        recorder.attach(probe);
        watch(image, part, probe, context);
        const AttentionPart of = attentionParts()[static_cast<std::size_t>(part)];
        return std::move(recorder).finish(std::vector<std::vector<TokenBlock>>(
            static_cast<std::size_t>(of.layers), blocksOf(part)));
    });
}

Result<std::vector<ImageRgbF32>> HieraTokTokenizer::decodeTokens(const TokenSequence& sequence,
                                                                 const SequenceOptions& options,
                                                                 const TaskContext& context) {
    return guarded([&]() -> Result<std::vector<ImageRgbF32>> {
        const c10::InferenceMode inference;
        if (auto valid = checkSequence(sequence, m_info); !valid)
            return failure(valid);
        const auto keep = levelsToKeep({options.keepLevels, {}});
        if (!keep)
            return failure(keep);
        std::vector<at::Tensor> tokens;
        for (std::int64_t level = 0; level < *keep; ++level)
            tokens.push_back(
                tensorOf(sequence.levels[static_cast<std::size_t>(level)]).to(m_device, m_type));
        const auto pictures = picturesOf(tokens, options.everyLevel, context);
        if (context.stopRequested())
            return cancelled();
        std::vector<ImageRgbF32> decoded;
        for (const at::Tensor& picture : pictures)
            decoded.push_back(m_preprocessing.pixelsFromModel(picture));
        return decoded;
    });
}

std::vector<std::uint8_t> HieraTokTokenizer::declaredDependency() const {
    const std::size_t count = m_info.levels.size();
    std::vector<std::uint8_t> declared(count * count, 0);
    const bool isIndependent =
        (*m_model)->options().attention == models::ScaleAttention::ScaleIndependent;
    for (std::size_t row = 0; row < count; ++row)
        for (std::size_t column = 0; column <= row; ++column)
            declared[row * count + column] = !isIndependent || row == column ? 1 : 0;
    return declared;
}

} // namespace hierascope::runtime
