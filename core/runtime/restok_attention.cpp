// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a tokenizer that look inside: attention, and tokens one by one.
#include "core/runtime/inside/restok_tokenizer.h"

#include <utility>

#include <ATen/ops/cat.h>
#include <c10/core/InferenceMode.h>

#include "core/runtime/attention_values.h"
#include "core/runtime/guard.h"
#include "core/runtime/inside/attention_record.h"
#include "core/runtime/sequence_values.h"

namespace hierascope::runtime {

namespace {

void appendBlock(std::vector<TokenBlock>& blocks, const std::string& name, std::int64_t rows,
                 std::int64_t columns, int level) {
    const std::int64_t first = blocks.empty() ? 0 : blocks.back().first + blocks.back().tokens();
    blocks.push_back(
        {name, first, static_cast<int>(rows), static_cast<int>(columns), level, level < 0});
}

void appendImage(std::vector<TokenBlock>& blocks, std::int64_t rows, std::int64_t columns) {
    appendBlock(blocks, "image " + std::to_string(rows) + "x" + std::to_string(columns), rows,
                columns, -1);
}

} // namespace

std::vector<AttentionPart> ResTokTokenizer::attentionParts() const {
    return {{AttentionRequest::Part::Encoder, options().encoder.layers, options().encoder.heads},
            {AttentionRequest::Part::Decoder, options().decoder.layers, options().decoder.heads}};
}

/// The sequence of a layer: in the encoder it grows where image tokens merge.
std::vector<TokenBlock> ResTokTokenizer::blocksOf(AttentionRequest::Part part,
                                                  std::int64_t layer) const {
    std::vector<TokenBlock> blocks;
    const auto appendLevels = [&] {
        for (std::size_t level = 0; level < m_info.levels.size(); ++level)
            appendBlock(blocks, m_info.levels[level].name, m_info.levels[level].rows,
                        m_info.levels[level].columns, static_cast<int>(level));
    };
    if (part == AttentionRequest::Part::Decoder) {
        appendLevels();
        appendImage(blocks, options().gridSize(), options().gridSize());
        return blocks;
    }
    std::size_t hierarchies = 1;
    for (const std::int64_t merging : options().mergingLayers())
        hierarchies += merging < layer ? 1 : 0;
    const auto grids = options().hierarchyGrids();
    for (std::size_t i = grids.size() - hierarchies; i < grids.size(); ++i)
        appendImage(blocks, grids[i].first, grids[i].second);
    appendLevels();
    return blocks;
}

/// One pass through a part, seen by the probe.
void ResTokTokenizer::watch(const ImageRgb8& image, AttentionRequest::Part part,
                            models::LayerProbe& probe, const TaskContext& context) {
    stopBetweenLayers(probe, context);
    if (part == AttentionRequest::Part::Encoder) {
        (*m_model)->encode(m_preprocessing.modelFromPixels(preprocess(image)).to(m_device, m_type),
                           &probe);
    } else {
        const Encoded encoded = encodeInput(preprocess(image), false, context);
        (*m_model)->features(encoded.vectors.to(m_device, m_type), {}, &probe);
    }
}

Result<AttentionMap> ResTokTokenizer::attend(const ImageRgb8& image,
                                             const AttentionRequest& request,
                                             const TaskContext& context) {
    return guarded([&]() -> Result<AttentionMap> {
        const c10::InferenceMode inference;
        if (auto valid = checkAttentionRequest(request, attentionParts()); !valid)
            return failure(valid);
        AttentionMap map;
        map.blocks = blocksOf(request.part, request.layer);
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
ResTokTokenizer::recordAttention(const ImageRgb8& image, AttentionRequest::Part part,
                                 const TaskContext& context) {
    return guarded([&]() -> Result<std::shared_ptr<AttentionRecord>> {
        const c10::InferenceMode inference;
        AttentionRecorder recorder;
        models::LayerProbe probe;
        recorder.attach(probe);
        watch(image, part, probe, context);
        const AttentionPart of = attentionParts()[static_cast<std::size_t>(part)];
        std::vector<std::vector<TokenBlock>> blocks;
        for (std::int64_t layer = 0; layer < of.layers; ++layer)
            blocks.push_back(blocksOf(part, layer));
        return std::move(recorder).finish(std::move(blocks));
    });
}

Result<std::vector<ImageRgbF32>> ResTokTokenizer::decodeTokens(const TokenSequence& sequence,
                                                               const SequenceOptions& options,
                                                               const TaskContext& context) {
    return guarded([&]() -> Result<std::vector<ImageRgbF32>> {
        const c10::InferenceMode inference;
        if (auto valid = checkSequence(sequence, m_info); !valid)
            return failure(valid);
        const auto keep = tokensToKeep({options.keepLevels, {}});
        if (!keep)
            return failure(keep);
        std::vector<at::Tensor> rows;
        for (const LevelTokens& level : sequence.levels)
            rows.push_back(tensorOf(level));
        const at::Tensor vectors = at::cat(rows, 1).transpose(1, 2).unsqueeze(2); // [1, C, 1, N]
        std::vector<ImageRgbF32> pictures;
        for (const std::int64_t prefix : this->options().prefixes())
            if (prefix == *keep || (options.everyLevel && prefix < *keep))
                pictures.push_back(pictureOf(vectors, prefix, context, sequence.masked));
        return pictures;
    });
}

} // namespace hierascope::runtime
