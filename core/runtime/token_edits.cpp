// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/token_edits.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <utility>

#include "core/runtime/guard.h"
#include "core/runtime/influence.h"
#include "core/runtime/level_figures.h"

namespace hierascope::runtime {

namespace {

using Kind = TokenEdit::Kind;

std::string placeOf(const TokenAt& at) {
    return "Token " + std::to_string(at.token) + " of level " + std::to_string(at.level);
}

Result<void> checkPlace(const std::vector<LevelTokens>& levels, const TokenAt& at) {
    if (at.level < 0 || at.level >= static_cast<int>(levels.size()))
        return failure(ErrorCode::BadData, placeOf(at) + " is outside of the pyramid, which has " +
                                               std::to_string(levels.size()) + " levels.");
    const LevelTokens& level = levels[static_cast<std::size_t>(at.level)];
    if (at.token < 0 || at.token >= level.level.tokens())
        return failure(ErrorCode::BadData, placeOf(at) + " is outside of it, it has " +
                                               std::to_string(level.level.tokens()) + " tokens.");
    if (level.vectorWidth < 1 ||
        level.vectors.size() != static_cast<std::size_t>(level.level.tokens() * level.vectorWidth))
        return failure(ErrorCode::BadData, "Level '" + level.level.name + "' has no vectors.");
    return {};
}

std::span<float> vectorOf(LevelTokens& level, std::int64_t token) {
    const auto width = static_cast<std::size_t>(level.vectorWidth);
    return std::span(level.vectors).subspan(static_cast<std::size_t>(token) * width, width);
}

std::span<const float> vectorOf(const LevelTokens& level, std::int64_t token) {
    const auto width = static_cast<std::size_t>(level.vectorWidth);
    return std::span(level.vectors).subspan(static_cast<std::size_t>(token) * width, width);
}

/// Applies edits to a sequence that it keeps.
class Surgeon {
public:
    Surgeon(const TokenPyramid& base, const std::vector<float>& codebook)
        : m_base(base), m_codebook(codebook) {
        m_sequence.levels = base.levels;
        m_sequence.masked = base.masked;
    }

    Result<void> apply(const TokenEdit& edit) {
        std::size_t numbers = 0;
        for (const TokenAt& at : edit.tokens) {
            if (const auto valid = checkPlace(m_sequence.levels, at); !valid)
                return failure(valid);
            numbers += static_cast<std::size_t>(level(at).vectorWidth);
        }
        const bool hasVectors = edit.kind == Kind::Copy || edit.kind == Kind::Blend;
        if (hasVectors && edit.vectors.size() != numbers)
            return failure(ErrorCode::BadData,
                           "An edit has " + std::to_string(edit.vectors.size()) +
                               " numbers, its tokens have " + std::to_string(numbers) + ".");
        if (edit.kind == Kind::Codes && edit.codes.size() != edit.tokens.size())
            return failure(ErrorCode::BadData, "An edit has " + std::to_string(edit.codes.size()) +
                                                   " codes for " +
                                                   std::to_string(edit.tokens.size()) + " tokens.");
        const bool hasStrength = edit.kind == Kind::Noise || edit.kind == Kind::Blend;
        if (hasStrength && !std::isfinite(edit.strength))
            return failure(ErrorCode::BadData, "The strength of an edit is not finite.");
        return put(edit);
    }

    TokenSequence finish() {
        // Without a mask the decoder takes the same way as it does for an image.
        if (std::ranges::none_of(m_sequence.masked, [](std::uint8_t is) { return is != 0; }))
            m_sequence.masked.clear();
        return std::move(m_sequence);
    }

private:
    LevelTokens& level(const TokenAt& at) {
        return m_sequence.levels[static_cast<std::size_t>(at.level)];
    }

    void setCode(const TokenAt& at, std::int64_t code) {
        LevelTokens& own = level(at);
        if (!own.codes.empty())
            own.codes[static_cast<std::size_t>(at.token)] = code;
    }

    void setMasked(const TokenAt& at, bool isMasked) {
        std::int64_t index = at.token;
        std::int64_t count = 0;
        for (std::size_t i = 0; i < m_sequence.levels.size(); ++i) {
            if (static_cast<int>(i) < at.level)
                index += m_sequence.levels[i].level.tokens();
            count += m_sequence.levels[i].level.tokens();
        }
        if (isMasked)
            m_sequence.masked.resize(static_cast<std::size_t>(count), 0);
        if (!m_sequence.masked.empty())
            m_sequence.masked[static_cast<std::size_t>(index)] = isMasked ? 1 : 0;
    }

    Result<void> put(const TokenEdit& edit) {
        if (edit.kind == Kind::Noise) {
            addNoise(edit);
            return {};
        }
        std::size_t position = 0; // in the numbers of the edit
        for (std::size_t i = 0; i < edit.tokens.size(); ++i) {
            const TokenAt& at = edit.tokens[i];
            const std::span<float> vector = vectorOf(level(at), at.token);
            setMasked(at, edit.kind == Kind::Mask);
            switch (edit.kind) {
            case Kind::Codes:
                if (const auto done = putCode(at, edit.codes[i]); !done)
                    return failure(done);
                break;
            case Kind::Zero:
                std::ranges::fill(vector, 0.0F);
                break;
            case Kind::Copy:
                std::copy_n(edit.vectors.begin() + static_cast<std::ptrdiff_t>(position),
                            vector.size(), vector.begin());
                break;
            case Kind::Blend:
                for (std::size_t c = 0; c < vector.size(); ++c)
                    vector[c] = static_cast<float>(
                        (1.0 - edit.strength) * static_cast<double>(vector[c]) +
                        edit.strength * static_cast<double>(edit.vectors[position + c]));
                break;
            case Kind::Restore:
                restore(at);
                break;
            case Kind::Mask:
            case Kind::Noise:
                break;
            }
            position += vector.size();
            if (edit.kind != Kind::Codes && edit.kind != Kind::Restore)
                setCode(at, kNoCode);
        }
        return {};
    }

    Result<void> putCode(const TokenAt& at, std::int64_t code) {
        LevelTokens& own = level(at);
        const auto width = static_cast<std::size_t>(own.vectorWidth);
        const auto count = static_cast<std::int64_t>(m_codebook.size() / width);
        if (own.codes.empty() || count == 0)
            return failure(ErrorCode::Usage, "Level '" + own.level.name + "' has no codes.");
        if (code < 0 || code >= count)
            return failure(ErrorCode::BadData, "Code " + std::to_string(code) +
                                                   " is outside of the codebook, expected 0 to " +
                                                   std::to_string(count - 1) + ".");
        std::copy_n(m_codebook.begin() + static_cast<std::ptrdiff_t>(code) * own.vectorWidth, width,
                    vectorOf(own, at.token).begin());
        setCode(at, code);
        return {};
    }

    void restore(const TokenAt& at) {
        const LevelTokens& first = m_base.levels[static_cast<std::size_t>(at.level)];
        std::ranges::copy(vectorOf(first, at.token), vectorOf(level(at), at.token).begin());
        if (!first.codes.empty())
            setCode(at, first.codes[static_cast<std::size_t>(at.token)]);
    }

    /// What `disturb` puts there, about its mean, is what is added here.
    void addNoise(const TokenEdit& edit) {
        const TokenSequence before = m_sequence;
        for (std::size_t i = 0; i < before.levels.size(); ++i) {
            std::vector<std::int64_t> tokens;
            for (const TokenAt& at : edit.tokens)
                if (at.level == static_cast<int>(i))
                    tokens.push_back(at.token);
            if (tokens.empty())
                continue;
            TokenSequence noisy = before;
            TokenSequence mean = before;
            const int at = static_cast<int>(i);
            disturb(noisy, at, tokens, Disturbance::Noise, edit.seed + i);
            disturb(mean, at, tokens, Disturbance::Mean, 0);
            for (const std::int64_t token : tokens) {
                const auto added = vectorOf(std::as_const(noisy.levels[i]), token);
                const auto middle = vectorOf(std::as_const(mean.levels[i]), token);
                const auto vector = vectorOf(m_sequence.levels[i], token);
                for (std::size_t c = 0; c < vector.size(); ++c)
                    vector[c] += static_cast<float>(edit.strength) * (added[c] - middle[c]);
                setCode({at, token}, kNoCode);
                setMasked({at, token}, false);
            }
        }
    }

    const TokenPyramid& m_base;
    const std::vector<float>& m_codebook;
    TokenSequence m_sequence;
};

/// The pyramid's latents again, where they are the levels' vectors one after another.
void rebuildLatents(TokenPyramid& pyramid) {
    if (pyramid.codes().empty())
        return;
    std::vector<float> all;
    for (const LevelTokens& level : pyramid.levels)
        all.insert(all.end(), level.vectors.begin(), level.vectors.end());
    if (all.size() == pyramid.latents.size())
        pyramid.latents = std::move(all);
}

Reconstruction measured(const Reconstruction& base, TokenSequence sequence,
                        std::vector<ImageRgbF32> pictures, const TaskContext& context) {
    Reconstruction result;
    result.input = base.input;
    result.pyramid = base.pyramid;
    result.pyramid.levels = std::move(sequence.levels);
    result.pyramid.masked = std::move(sequence.masked);
    rebuildLatents(result.pyramid);
    const bool hasCodes = !base.pyramid.codes().empty();
    const ImageRgb8 finest = toRgb8(pictures.back());
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        throwIfStopped(context);
        LevelReconstruction level;
        level.level = base.levels[i].level;
        level.values = base.levels[i].values;
        if (hasCodes)
            level.bits = base.levels[i].bits;
        level.picture = std::move(pictures[i]);
        if (i > 0)
            level.residual = residualOf(level.picture, result.levels.back().picture);
        measureLevel(level, result.input, finest);
        result.levels.push_back(std::move(level));
    }
    return result;
}

} // namespace

Result<TokenSequence> applyEdits(const TokenPyramid& base, const std::vector<TokenEdit>& edits,
                                 const std::vector<float>& codebook) {
    Surgeon surgeon(base, codebook);
    for (const TokenEdit& edit : edits)
        if (const auto applied = surgeon.apply(edit); !applied)
            return failure(applied);
    return surgeon.finish();
}

Result<Reconstruction> reconstructEdited(Tokenizer& model, const Reconstruction& base,
                                         const std::vector<TokenEdit>& edits,
                                         const TaskContext& context) {
    return guarded([&]() -> Result<Reconstruction> {
        context.report({0, 2, "Decoding"});
        std::vector<float> codebook;
        if (std::ranges::any_of(edits,
                                [](const TokenEdit& edit) { return edit.kind == Kind::Codes; })) {
            auto vectors = model.codebookVectors(context);
            if (!vectors)
                return failure(vectors);
            codebook = std::move(*vectors);
        }
        auto sequence = applyEdits(base.pyramid, edits, codebook);
        if (!sequence)
            return failure(sequence);
        auto pictures = model.decodeTokens(*sequence, {true, {}}, context);
        if (!pictures)
            return failure(pictures);
        if (pictures->size() != base.levels.size())
            return failure(ErrorCode::BadData, "The model decoded " +
                                                   std::to_string(pictures->size()) +
                                                   " levels, the pyramid has " +
                                                   std::to_string(base.levels.size()) + ".");
        context.report({1, 2, "Measuring"});
        return measured(base, std::move(*sequence), std::move(*pictures), context);
    });
}

Result<std::vector<float>> vectorsAt(const std::vector<LevelTokens>& levels,
                                     const std::vector<TokenAt>& tokens) {
    std::vector<float> vectors;
    for (const TokenAt& at : tokens) {
        if (const auto valid = checkPlace(levels, at); !valid)
            return failure(valid);
        const auto own = vectorOf(levels[static_cast<std::size_t>(at.level)], at.token);
        vectors.insert(vectors.end(), own.begin(), own.end());
    }
    return vectors;
}

std::vector<std::int64_t> codesAt(const std::vector<LevelTokens>& levels,
                                  const std::vector<TokenAt>& tokens) {
    std::vector<std::int64_t> codes;
    for (const TokenAt& at : tokens) {
        if (!checkPlace(levels, at))
            return {};
        const auto& own = levels[static_cast<std::size_t>(at.level)].codes;
        const auto token = static_cast<std::size_t>(at.token);
        if (token >= own.size() || own[token] == kNoCode)
            return {};
        codes.push_back(own[token]);
    }
    return codes;
}

} // namespace hierascope::runtime
