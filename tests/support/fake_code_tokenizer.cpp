// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_code_tokenizer.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "tests/support/fake_tokenizer.h"

namespace hierascope::testing {

namespace {

constexpr int kSide = 64;

/// A code's colour, each channel in [-1, 1].
float colorOf(std::int64_t code, int channel) {
    return std::sin(float(code) * (0.37F + 0.21F * float(channel)) + float(channel));
}

/// What one level adds: its tokens as a grid of colours, smooth between their middles.
void addLevel(ImageRgbF32& picture, const runtime::LevelInfo& level, const std::int64_t* codes,
              std::int64_t known, float weight) {
    const auto at = [&](int row, int column, int channel) {
        const int token = std::clamp(row, 0, level.rows - 1) * level.columns +
                          std::clamp(column, 0, level.columns - 1);
        return token < known ? colorOf(codes[token], channel) : 0.0F;
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
    return FakeTokenizer(m_info.path).preprocess(image);
}

Result<runtime::TokenPyramid>
FakeCodeTokenizer::encode(const ImageRgb8&, const runtime::EncodeOptions&, const TaskContext&) {
    return failure(ErrorCode::Failed, "The fake tokenizer of codes encodes nothing.");
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
        addLevel(picture, level, next, left, weight);
        next += level.tokens();
        left -= level.tokens();
        weight *= 0.86F;
    }
    return picture;
}

Result<runtime::Reconstruction> FakeCodeTokenizer::reconstruct(const ImageRgb8&,
                                                               const runtime::EncodeOptions&,
                                                               const TaskContext&) {
    return failure(ErrorCode::Failed, "The fake tokenizer of codes reconstructs nothing.");
}

Result<std::shared_ptr<runtime::Tokenizer>> openAnyFakeTokenizer(const std::filesystem::path& model,
                                                                 const TaskContext& context) {
    if (model.filename() == "codes")
        return std::make_shared<FakeCodeTokenizer>(model);
    return openFakeTokenizer(model, context);
}

} // namespace hierascope::testing
