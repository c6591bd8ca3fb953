// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/attention_work.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "widgets/common/pictures.h"

namespace hierascope::widgets {

namespace {

/// The largest weight, rounded up where it is not the largest that there can be.
float limitOfWeights(const std::vector<float>& weights) {
    const auto largest = std::ranges::max_element(weights);
    return largest == weights.end() || *largest <= 0.0F ? 1.0F : *largest;
}

QImage maskPicture(const AttentionMatrix& matrix) {
    QImage picture(int(matrix.tokens), int(matrix.tokens), QImage::Format_RGB32);
    const std::uint8_t* open = matrix.mask.data();
    for (int y = 0; y < picture.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x, ++open)
            line[x] = mappedColor(ColorMap::Magnitude, *open != 0 ? 0.62F : 0.0F);
    }
    return picture;
}

} // namespace

Result<RecordedPart> recordPart(runtime::Tokenizer& tokenizer, const ImageRgb8& image,
                                runtime::AttentionRequest::Part part, const TaskContext& context) {
    auto outline = std::make_shared<AttentionOutline>();
    outline->parts = tokenizer.attentionParts();
    outline->input = imageFromRgb8(image);
    if (outline->parts.empty())
        return RecordedPart{nullptr, std::move(outline)};
    const bool isThere = std::ranges::any_of(
        outline->parts, [part](const auto& candidate) { return candidate.part == part; });
    outline->part = isThere ? part : outline->parts.front().part;
    auto record = tokenizer.recordAttention(image, outline->part, context);
    if (!record)
        return failure(record);
    outline->layers = (*record)->layers();
    outline->heads = (*record)->heads();
    outline->bytes = (*record)->bytes();
    for (std::int64_t layer = 0; layer < outline->layers; ++layer)
        outline->blocks.push_back((*record)->blocks(layer));
    return RecordedPart{std::move(*record), std::move(outline)};
}

Result<TokenWeights> tokenWeights(const runtime::AttentionRecord& record,
                                  const std::vector<std::int64_t>& asking, bool isRead,
                                  const TaskContext& context) {
    using Direction = runtime::AttentionRecord::Direction;
    TokenWeights weights;
    for (std::size_t layer = 0; layer < asking.size(); ++layer) {
        if (context.stopRequested())
            return cancelled();
        auto of = record.weightsOf(std::int64_t(layer), asking[layer],
                                   isRead ? Direction::IsRead : Direction::Reads);
        if (!of)
            return failure(of);
        weights.layers.push_back(std::move(*of));
    }
    return weights;
}

Result<AttentionMatrix> attentionMatrix(const runtime::AttentionRecord& record, std::int64_t layer,
                                        int head, const TaskContext& context) {
    AttentionMatrix matrix;
    matrix.tokens = record.tokens(layer);
    matrix.mask = record.mask(layer);
    const bool isMean = head < 0;
    auto map = record.map(layer, isMean ? std::optional<std::int64_t>() : std::int64_t{head});
    if (!map)
        return failure(map);
    if (context.stopRequested())
        return cancelled();
    matrix.weights = isMean ? weightsOfHead(map->weights, map->heads, -1) : std::move(map->weights);
    matrix.limit = limitOfWeights(matrix.weights);
    matrix.maskPicture = maskPicture(matrix);
    const int side = int(matrix.tokens);
    // Square roots: most weights are small, and still differ.
    ScalarMap roots{side, side, matrix.weights};
    for (float& value : roots.values)
        value = std::sqrt(std::max(0.0F, value / matrix.limit));
    matrix.weightsPicture = imageFromMap(roots, ColorMap::Magnitude, 1.0F);
    return matrix;
}

Result<InfluenceContent> influenceContent(runtime::Tokenizer& tokenizer, const InfluenceWork& work,
                                          const TaskContext& context) {
    const auto measured = runtime::measureInfluence(tokenizer, work.sequence, work.token.level,
                                                    work.token.token, work.how, work.seed, context);
    if (!measured)
        return failure(measured);
    InfluenceContent content;
    content.token = work.token;
    content.isSpatial = work.rows == 0;
    for (std::size_t i = 0; i < measured->changes.size(); ++i) {
        const ImageRgbF32& change = measured->changes[i];
        InfluenceContent::Level level;
        level.info = work.sequence.levels[i].level;
        level.rows = work.rows > 0 ? work.rows : level.info.rows;
        level.columns = work.columns > 0 ? work.columns : level.info.columns;
        level.moved = runtime::movedCells(change, level.rows, level.columns);
        for (const float value : change.planes)
            level.largest = std::max(level.largest, std::abs(value));
        const ScalarMap pixels = absoluteMap(change);
        if (level.largest > 0.0F) {
            level.limit = limitOfWeights(pixels.values);
            level.picture = imageFromMap(pixels, ColorMap::Magnitude, level.limit);
        } else {
            level.picture = imageFromMap(pixels, ColorMap::Magnitude, 1.0F);
        }
        content.levels.push_back(std::move(level));
    }
    return content;
}

} // namespace hierascope::widgets
