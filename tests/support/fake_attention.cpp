// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_attention.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace hierascope::testing {

namespace {

using runtime::AttentionRequest;
using runtime::TokenBlock;

class FakeAttention final : public runtime::AttentionRecord {
public:
    FakeAttention(std::vector<TokenBlock> blocks, std::int64_t layers, std::int64_t heads)
        : m_blocks(std::move(blocks)), m_layers(layers), m_heads(heads) {}

    std::int64_t layers() const override { return m_layers; }
    std::int64_t heads() const override { return m_heads; }
    std::int64_t bytes() const override { return 5'300'000; }
    const std::vector<TokenBlock>& blocks(std::int64_t) const override { return m_blocks; }

    std::vector<std::uint8_t> mask(std::int64_t layer) const override {
        const std::int64_t count = tokens(layer);
        std::vector<std::uint8_t> open(std::size_t(count * count));
        for (std::int64_t row = 0; row < count; ++row)
            for (std::int64_t column = 0; column < count; ++column)
                open[std::size_t(row * count + column)] = mayRead(row, column) ? 1 : 0;
        return open;
    }

    Result<std::vector<float>> weightsOf(std::int64_t layer, std::int64_t token,
                                         Direction direction) const override {
        const std::int64_t count = tokens(layer);
        std::vector<float> weights;
        for (std::int64_t head = 0; head < m_heads; ++head)
            for (std::int64_t other = 0; other < count; ++other)
                weights.push_back(direction == Direction::Reads
                                      ? row(layer, head, token)[std::size_t(other)]
                                      : row(layer, head, other)[std::size_t(token)]);
        return weights;
    }

    Result<runtime::AttentionMap> map(std::int64_t layer,
                                      const std::optional<std::int64_t>& head) const override {
        runtime::AttentionMap map;
        map.heads = head ? 1 : m_heads;
        map.tokens = tokens(layer);
        map.blocks = m_blocks;
        for (std::int64_t h = head.value_or(0); h < head.value_or(0) + map.heads; ++h)
            for (std::int64_t token = 0; token < map.tokens; ++token) {
                const std::vector<float>& weights = row(layer, h, token);
                map.weights.insert(map.weights.end(), weights.begin(), weights.end());
            }
        return map;
    }

    Result<runtime::LayerSummary> summary(std::int64_t layer,
                                          const TaskContext& context) const override {
        if (context.stopRequested())
            return cancelled();
        runtime::LayerSummary summary;
        for (std::int64_t head = 0; head < m_heads; ++head) {
            // Made up, and other for each head, so that their order can be tested.
            summary.heads.push_back({4.0 - double(head) - 0.1 * double(layer),
                                     0.5 - 0.1 * double(head) - 0.01 * double(layer)});
            for (const TokenBlock& asking : m_blocks)
                for (const TokenBlock& read : m_blocks) {
                    const std::vector<float>& weights = row(layer, head, asking.first);
                    float share = 0.0F;
                    for (std::int64_t token = 0; token < read.tokens(); ++token)
                        share += weights[std::size_t(read.first + token)];
                    summary.shares.push_back(share);
                }
        }
        return summary;
    }

private:
    struct Place {
        int level;
        double x;
        double y;
    };
    Place placeOf(std::int64_t token) const {
        for (const TokenBlock& block : m_blocks)
            if (token < block.first + block.tokens()) {
                const std::int64_t own = token - block.first;
                return {block.level, (double(own % block.columns) + 0.5) / block.columns,
                        (double(own / block.columns) + 0.5) / block.rows};
            }
        return {-1, 0.0, 0.0};
    }
    bool mayRead(std::int64_t asking, std::int64_t read) const {
        return placeOf(read).level <= placeOf(asking).level;
    }
    /// [T], sums to 1; kept, for a test reads the same rows again and again.
    const std::vector<float>& row(std::int64_t layer, std::int64_t head,
                                  std::int64_t asking) const {
        const std::int64_t count = tokens(layer);
        m_rows.resize(std::size_t(m_layers * m_heads * count));
        std::vector<float>& row = m_rows[std::size_t((layer * m_heads + head) * count + asking)];
        if (!row.empty())
            return row;
        const Place from = placeOf(asking);
        double total = 0.0;
        std::vector<double> weights;
        for (std::int64_t read = 0; read < count; ++read) {
            const Place to = placeOf(read);
            const double apart = std::hypot(from.x - to.x, from.y - to.y);
            const double nearness = 2.0 * double(head + 1) + double(layer);
            weights.push_back(to.level <= from.level ? std::exp(-nearness * apart) : 0.0);
            total += weights.back();
        }
        for (const double weight : weights)
            row.push_back(float(weight / total));
        return row;
    }

    std::vector<TokenBlock> m_blocks;
    std::int64_t m_layers;
    std::int64_t m_heads;
    mutable std::vector<std::vector<float>> m_rows;
};

} // namespace

std::vector<runtime::AttentionPart> fakeAttentionParts() {
    return {{AttentionRequest::Part::Encoder, 2, 3}, {AttentionRequest::Part::Decoder, 3, 4}};
}

std::shared_ptr<runtime::AttentionRecord>
makeFakeAttention(const std::vector<runtime::LevelInfo>& levels, AttentionRequest::Part part) {
    const bool isEncoder = part == AttentionRequest::Part::Encoder;
    std::vector<TokenBlock> blocks;
    if (isEncoder)
        blocks.push_back({"image", 0, levels.back().rows, levels.back().columns});
    std::int64_t first = 0;
    for (std::size_t i = 0; i < levels.size() && !isEncoder; ++i) {
        blocks.push_back({levels[i].name, first, levels[i].rows, levels[i].columns, int(i)});
        first += levels[i].tokens();
    }
    const runtime::AttentionPart of = fakeAttentionParts()[std::size_t(part)];
    return std::make_shared<FakeAttention>(std::move(blocks), of.layers, of.heads);
}

std::vector<ImageRgbF32> decodeFakeTokens(const runtime::TokenSequence& sequence, bool isLeaking) {
    std::vector<ImageRgbF32> pictures;
    for (std::size_t of = 0; of < sequence.levels.size(); ++of) {
        const runtime::LevelInfo& info = sequence.levels[of].level;
        ImageRgbF32 picture(info.width, info.height);
        const auto pixels = std::size_t(info.width) * std::size_t(info.height);
        for (std::size_t level = 0; level <= of; ++level) {
            const runtime::LevelTokens& tokens = sequence.levels[level];
            for (std::size_t i = 0; i < picture.planes.size(); ++i) {
                const int x = int(i % pixels) % info.width;
                const int y = int(i % pixels) / info.width;
                const int token = y * tokens.level.rows / info.height * tokens.level.columns +
                                  x * tokens.level.columns / info.width;
                picture.planes[i] +=
                    tokens.vectors[std::size_t(token * tokens.vectorWidth) + i / pixels] /
                    float(of + 1);
            }
        }
        pictures.push_back(std::move(picture));
    }
    if (isLeaking)
        pictures.front().planes.front() += 0.01F * sequence.levels.back().vectors.back();
    return pictures;
}

} // namespace hierascope::testing
