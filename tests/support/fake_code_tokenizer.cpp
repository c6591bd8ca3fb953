// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_code_tokenizer.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "tests/support/fake_pictures.h"
#include "tests/support/fake_tokenizer.h"

namespace hierascope::testing {

namespace {

constexpr int kSide = 64;
constexpr int kWidth = 3;
constexpr std::int64_t kShades = 32; // of each level

/// A code's colour, each channel in [-1, 1].
float colorOf(std::int64_t code, int channel) {
    return std::sin(float(code) * (0.37F + 0.21F * float(channel)) + float(channel));
}

/// The mean brightness of a token's place, in `kShades` steps.
std::int64_t shadeOf(const ImageRgbF32& seen, const runtime::LevelInfo& level, int row,
                     int column) {
    const int high = kSide / level.rows;
    const int wide = kSide / level.columns;
    float sum = 0.0F;
    for (int channel = 0; channel < 3; ++channel)
        for (int y = row * high; y < (row + 1) * high; ++y)
            for (int x = column * wide; x < (column + 1) * wide; ++x)
                sum += seen.planes[std::size_t((channel * kSide + y) * kSide + x)];
    const float mean = sum / float(3 * high * wide);
    return std::clamp(std::int64_t(mean * float(kShades)), std::int64_t{0}, kShades - 1);
}

/// What one level adds: its tokens as a grid of colours, smooth between their middles.
///
/// @param colors (token, channel) -> [-1, 1]
template <typename Colors>
void addLevel(ImageRgbF32& picture, const runtime::LevelInfo& level, Colors colors, float weight) {
    const auto at = [&](int row, int column, int channel) {
        const int token = std::clamp(row, 0, level.rows - 1) * level.columns +
                          std::clamp(column, 0, level.columns - 1);
        return colors(token, channel);
    };
    for (int y = 0; y < kSide; ++y) {
        const float row = (float(y) + 0.5F) / kSide * float(level.rows) - 0.5F;
        const int top = int(std::floor(row));
        for (int x = 0; x < kSide; ++x) {
            const float column = (float(x) + 0.5F) / kSide * float(level.columns) - 0.5F;
            const int left = int(std::floor(column));
            for (int channel = 0; channel < 3; ++channel) {
                const float upper = std::lerp(at(top, left, channel), at(top, left + 1, channel),
                                              column - float(left));
                const float lower = std::lerp(at(top + 1, left, channel),
                                              at(top + 1, left + 1, channel), column - float(left));
                picture.planes[std::size_t((channel * kSide + y) * kSide + x)] +=
                    weight * std::lerp(upper, lower, row - float(top));
            }
        }
    }
}

} // namespace

FakeCodeTokenizer::FakeCodeTokenizer(const std::filesystem::path& model) {
    m_info.name = model.filename().string();
    m_info.path = model;
    m_info.family = "restok";
    m_info.summary = "128 tokens, 1024 codes, 5.0 M parameters";
    m_info.parameters = 5000000;
    m_info.imageSize = kSide;
    m_info.codebookSize = 1024;
    m_info.isPrefixed = true;
    m_info.sha256 = std::string(64, 'b');
    m_info.device = "cpu";
    const int grids[][2] = {{1, 1}, {1, 1}, {1, 2}, {2, 2}, {2, 4}, {4, 4}, {4, 8}, {8, 8}};
    for (const auto& grid : grids)
        m_info.levels.push_back({std::to_string(grid[0]) + "x" + std::to_string(grid[1]), grid[0],
                                 grid[1], kSide, kSide});
}

ImageRgb8 FakeCodeTokenizer::preprocess(const ImageRgb8& image) const {
    return toRgb8(averaged(toRgbF32(FakeTokenizer(m_info.path).preprocess(image)), kSide));
}

Result<runtime::TokenPyramid> FakeCodeTokenizer::encode(const ImageRgb8& image,
                                                        const runtime::EncodeOptions&,
                                                        const TaskContext& context) {
    if (context.stopRequested())
        return cancelled();
    const ImageRgbF32 seen = toRgbF32(preprocess(image));
    runtime::TokenPyramid pyramid;
    pyramid.latentChannels = kWidth;
    for (std::size_t index = 0; index < m_info.levels.size(); ++index) {
        runtime::LevelTokens tokens{m_info.levels[index], kWidth, {}, {}};
        for (int row = 0; row < tokens.level.rows; ++row)
            for (int column = 0; column < tokens.level.columns; ++column)
                tokens.codes.push_back(std::int64_t(index) * kShades +
                                       shadeOf(seen, tokens.level, row, column));
        for (const std::int64_t code : tokens.codes)
            for (int channel = 0; channel < kWidth; ++channel)
                tokens.vectors.push_back(colorOf(code, channel));
        pyramid.levels.push_back(std::move(tokens));
    }
    return pyramid;
}

Result<ImageRgbF32> FakeCodeTokenizer::decode(const std::vector<float>&,
                                              const runtime::DecodeOptions&, const TaskContext&) {
    return failure(ErrorCode::Failed, "The fake tokenizer of codes decodes codes only.");
}

Result<ImageRgbF32> FakeCodeTokenizer::decodeCodes(const std::vector<std::int64_t>& codes,
                                                   const runtime::DecodeOptions& options,
                                                   const TaskContext& context) {
    if (context.stopRequested())
        return cancelled();
    for (std::size_t i = 0; i < codes.size(); ++i)
        if (codes[i] < 0 || codes[i] >= m_info.codebookSize)
            return failure(ErrorCode::Usage, "Tokenizer '" + m_info.name + "': code " +
                                                 std::to_string(codes[i]) + " at position " +
                                                 std::to_string(i) + ", expected 0 to 1023.");
    ImageRgbF32 picture(kSide, kSide);
    std::ranges::fill(picture.planes, 0.5F);
    std::int64_t left = std::min(options.keepTokens.value_or(128), std::int64_t(codes.size()));
    const std::int64_t* next = codes.data();
    float weight = 0.22F;
    for (const runtime::LevelInfo& level : m_info.levels) {
        if (left <= 0)
            break;
        addLevel(
            picture, level,
            [&](int token, int channel) {
                return token < left ? colorOf(next[token], channel) : 0.0F;
            },
            weight);
        next += level.tokens();
        left -= level.tokens();
        weight *= 0.86F;
    }
    return picture;
}

Result<runtime::Reconstruction>
FakeCodeTokenizer::reconstruct(const ImageRgb8& image, const runtime::EncodeOptions& options,
                               const TaskContext& context) {
    auto pyramid = encode(image, options, context);
    if (!pyramid)
        return failure(pyramid);
    runtime::Reconstruction done;
    done.input = preprocess(image);
    const ImageRgbF32 input = toRgbF32(done.input);
    auto pictures = decodeTokens({pyramid->levels, {}}, {true, {}}, context);
    if (!pictures)
        return failure(pictures);
    done.pyramid = std::move(*pyramid);
    std::int64_t values = 0;
    for (std::size_t i = 0; i < m_info.levels.size(); ++i) {
        runtime::LevelReconstruction level;
        level.level = m_info.levels[i];
        level.picture = std::move((*pictures)[i]);
        if (i > 0)
            level.residual = minusEnlarged(level.picture, done.levels.back().picture);
        level.error = minusEnlarged(level.picture, input);
        level.psnr = level.psnrFull = psnrBetween(level.picture, input);
        level.values = values += level.level.tokens();
        level.commutation = {level.picture, input, 0.0, 0.0};
        done.levels.push_back(std::move(level));
    }
    return done;
}

Result<std::vector<ImageRgbF32>>
FakeCodeTokenizer::decodeTokens(const runtime::TokenSequence& sequence,
                                const runtime::SequenceOptions& options,
                                const TaskContext& context) {
    if (context.stopRequested())
        return cancelled();
    std::vector<ImageRgbF32> pictures;
    ImageRgbF32 picture(kSide, kSide);
    std::ranges::fill(picture.planes, 0.5F);
    float weight = 0.22F;
    std::size_t position = 0;
    for (const runtime::LevelTokens& tokens : sequence.levels) {
        std::vector<float> vectors = tokens.vectors;
        for (std::size_t token = 0; token * kWidth < vectors.size(); ++token, ++position)
            if (!sequence.masked.empty() && sequence.masked[position] != 0)
                std::fill_n(vectors.begin() + std::ptrdiff_t(token * kWidth), kWidth, 0.0F);
        addLevel(
            picture, tokens.level,
            [&](int token, int channel) { return vectors[std::size_t(token * kWidth + channel)]; },
            weight);
        weight *= 0.86F;
        if (options.everyLevel)
            pictures.push_back(picture);
    }
    if (!options.everyLevel)
        pictures.push_back(std::move(picture));
    return pictures;
}

Result<std::vector<float>> FakeCodeTokenizer::codebookVectors(const TaskContext& context) {
    if (context.stopRequested())
        return cancelled();
    std::vector<float> vectors;
    for (std::int64_t code = 0; code < m_info.codebookSize; ++code)
        for (int channel = 0; channel < kWidth; ++channel)
            vectors.push_back(colorOf(code, channel));
    return vectors;
}

Result<std::shared_ptr<runtime::Tokenizer>> openAnyFakeTokenizer(const std::filesystem::path& model,
                                                                 const TaskContext& context) {
    if (model.filename().string().starts_with("codes"))
        return std::make_shared<FakeCodeTokenizer>(model);
    return openFakeTokenizer(model, context);
}

} // namespace hierascope::testing
