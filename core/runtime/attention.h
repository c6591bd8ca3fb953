// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/task_context.h"

/// Who reads whom in a tokenizer, in plain values.
namespace hierascope::runtime {

/// Which attention is asked for.
struct AttentionRequest {
    enum class Part { Encoder, Decoder };
    Part part = Part::Encoder;
    std::int64_t layer = 0;
    std::optional<std::int64_t> head{}; ///< none: all heads
};

/// A transformer whose attention can be looked at.
struct AttentionPart {
    AttentionRequest::Part part = AttentionRequest::Part::Encoder;
    std::int64_t layers = 0;
    std::int64_t heads = 0;
};

/// Tokens that stand together in an attention's sequence.
struct TokenBlock {
    std::string name; ///< "image 16x16", "latents 4", "8x8"
    std::int64_t first = 0;
    int rows = 0;
    int columns = 0;
    int level = -1;        ///< of the pyramid; -1: image tokens
    bool isSpatial = true; ///< the grid lies over the image
    std::int64_t tokens() const { return std::int64_t{rows} * columns; }
};

/// Who reads whom in one layer.
struct AttentionMap {
    std::int64_t heads = 0;
    std::int64_t tokens = 0;
    std::vector<float> weights;     ///< [heads, tokens, tokens]: rows ask, columns are read
    std::vector<TokenBlock> blocks; ///< in order, together the whole sequence
};

/// What a head is like, over all tokens that ask.
struct HeadFigures {
    double entropy = 0.0; ///< bits, mean
    /// Mean distance between who asks and who is read, in sides of the image, over tokens that have
    /// a place in it; 0 where none has.
    double distance = 0.0;
};

struct LayerSummary {
    std::vector<HeadFigures> heads;
    /// [heads, blocks, blocks]: which part of a block's attention goes to each block; rows sum
    /// to 1.
    std::vector<float> shares;
};

/// The attention of one image in all layers of one part, kept as queries and keys: maps are made
/// when they are asked for. One engine lane makes all calls.
class AttentionRecord {
public:
    /// Whether a token's weights are those that it gives, or those that it gets.
    enum class Direction { Reads, IsRead };

    virtual ~AttentionRecord() = default;

    virtual std::int64_t layers() const = 0;
    virtual std::int64_t heads() const = 0;
    virtual std::int64_t bytes() const = 0; ///< that it holds in memory
    /// The sequence of a layer; in an encoder that merges tokens it grows from layer to layer.
    virtual const std::vector<TokenBlock>& blocks(std::int64_t layer) const = 0;
    std::int64_t tokens(std::int64_t layer) const {
        return blocks(layer).back().first + blocks(layer).back().tokens();
    }

    /// The declared mask: [T, T], 1 where the row may read the column.
    virtual std::vector<std::uint8_t> mask(std::int64_t layer) const = 0;

    /// One token's weights in every head: [heads, T].
    ///
    /// @param layer, token must exist
    virtual Result<std::vector<float>> weightsOf(std::int64_t layer, std::int64_t token,
                                                 Direction direction) const = 0;

    /// The whole attention of a layer, of one head or all.
    virtual Result<AttentionMap> map(std::int64_t layer,
                                     const std::optional<std::int64_t>& head) const = 0;

    virtual Result<LayerSummary> summary(std::int64_t layer, const TaskContext& context) const = 0;
};

} // namespace hierascope::runtime
