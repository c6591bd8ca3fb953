// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_tokenizer.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <thread>

#include "tests/support/fake_attention.h"
#include "tests/support/fake_pictures.h"

namespace hierascope::testing {

namespace {

constexpr int kPatch = 8;
constexpr int kSide = 128;
constexpr int kVectorWidth = 16;
constexpr float kContrastOfFinest = 0.95F;
constexpr float kContrastLostPerLevel = 0.04F;

Result<void> pretendToWork(std::chrono::milliseconds time, const TaskContext& context) {
    constexpr std::chrono::milliseconds kStep{5};
    for (std::chrono::milliseconds passed{0}; passed < time; passed += kStep) {
        if (context.stopRequested())
            return cancelled();
        context.report({passed.count(), time.count(), "decoding"});
        std::this_thread::sleep_for(kStep);
    }
    return {};
}

} // namespace

FakeTokenizer::FakeTokenizer(const std::filesystem::path& model, std::chrono::milliseconds delay)
    : m_delay(delay) {
    m_info.name = model.filename().string();
    m_info.path = model;
    m_info.family = "hieratok";
    m_info.summary = "5 scales, scale-causal, 6.4 M parameters";
    m_info.parameters = 6400000;
    m_info.imageSize = kSide;
    m_info.latentChannels = kVectorWidth;
    m_info.latentRows = m_info.latentColumns = kSide / kPatch;
    m_info.sha256 = std::string(64, 'a');
    m_info.device = "cpu";
    m_info.facts = {{"Attention", "scale-causal"}, {"Trained", "60,000 steps, CPU 4.6 h"}};
    for (const int side : {1, 2, 4, 8, 16})
        m_info.levels.push_back({std::to_string(side) + "x" + std::to_string(side), side, side,
                                 side * kPatch, side * kPatch});
}

ImageRgb8 FakeTokenizer::preprocess(const ImageRgb8& image) const {
    ImageRgb8 input(kSide, kSide);
    const int crop = std::min(image.width, image.height);
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const int fromX = (image.width - crop) / 2 + x * crop / kSide;
            const int fromY = (image.height - crop) / 2 + y * crop / kSide;
            std::copy_n(image.pixels.begin() + 3 * (fromY * image.width + fromX), 3,
                        input.pixels.begin() + 3 * (y * kSide + x));
        }
    }
    return input;
}

ImageRgbF32 FakeTokenizer::seenBy(const ImageRgb8& image,
                                  const runtime::EncodeOptions& options) const {
    ImageRgbF32 seen = toRgbF32(preprocess(image));
    if (options.sample)
        addNoise(seen.planes, 0.05F, options.seed);
    return seen;
}

Result<runtime::TokenPyramid> FakeTokenizer::encode(const ImageRgb8& image,
                                                    const runtime::EncodeOptions& options,
                                                    const TaskContext& context) {
    if (context.stopRequested())
        return cancelled();
    runtime::TokenPyramid pyramid;
    pyramid.latentChannels = m_info.latentChannels;
    pyramid.latentRows = m_info.latentRows;
    pyramid.latentColumns = m_info.latentColumns;
    const ImageRgbF32 seen = seenBy(image, options);
    pyramid.latents = vectorsOf(averaged(seen, m_info.latentColumns), kVectorWidth);
    const std::vector<float> mean =
        vectorsOf(averaged(seenBy(image, {}), m_info.latentColumns), kVectorWidth);
    for (std::size_t channel = 0; channel < kVectorWidth; ++channel) {
        for (std::size_t at = channel; at < mean.size(); at += kVectorWidth) {
            pyramid.mean.push_back(mean[at]);
            pyramid.logvar.push_back(-2.0F - 0.1F * float(channel));
        }
    }
    for (const runtime::LevelInfo& level : m_info.levels) {
        pyramid.levels.push_back({level, 0, {}, {}});
        if (options.tokenVectors) {
            pyramid.levels.back().vectorWidth = kVectorWidth;
            pyramid.levels.back().vectors = vectorsOf(averaged(seen, level.columns), kVectorWidth);
        }
    }
    return pyramid;
}

/// The first three channels of each token, averaged to the level's tokens, are its colour.
Result<ImageRgbF32> FakeTokenizer::decode(const std::vector<float>& latents,
                                          const runtime::DecodeOptions& options,
                                          const TaskContext&) {
    const std::size_t base = kSide / kPatch;
    if (latents.size() != base * base * kVectorWidth)
        return failure(ErrorCode::BadData, "The fake tokenizer decodes maps of its own size.");
    const std::size_t level =
        std::size_t(options.keepLevels.value_or(std::int64_t(m_info.levels.size()))) - 1;
    const std::size_t side = std::size_t(m_info.levels.at(level).columns);
    const std::size_t block = base / side;
    ImageRgbF32 picture(int(side) * kPatch, int(side) * kPatch);
    const std::size_t plane = picture.planes.size() / 3;
    for (std::size_t i = 0; i < picture.planes.size(); ++i) {
        const std::size_t channel = i / plane;
        const std::size_t row = i % plane / (side * kPatch) / kPatch;
        const std::size_t column = i % (side * kPatch) / kPatch;
        float sum = 0.0F;
        for (std::size_t y = row * block; y < (row + 1) * block; ++y)
            for (std::size_t x = column * block; x < (column + 1) * block; ++x)
                sum += latents[(y * base + x) * kVectorWidth + channel];
        picture.planes[i] = 0.5F + 0.5F * sum / float(block * block);
    }
    return picture;
}

Result<runtime::Reconstruction> FakeTokenizer::reconstruct(const ImageRgb8& image,
                                                           const runtime::EncodeOptions& options,
                                                           const TaskContext& context) {
    if (const Result<void> worked = pretendToWork(m_delay, context); !worked)
        return failure(worked);
    Result<runtime::TokenPyramid> pyramid = encode(image, options, context);
    if (!pyramid)
        return failure(pyramid);
    runtime::Reconstruction done;
    done.input = preprocess(image);
    done.pyramid = std::move(*pyramid);
    const ImageRgbF32 seen = seenBy(image, options);
    for (const runtime::LevelInfo& info : m_info.levels)
        addLevel(info, seen, done);
    return done;
}

std::vector<runtime::AttentionPart> FakeTokenizer::attentionParts() const {
    return fakeAttentionParts();
}

Result<std::shared_ptr<runtime::AttentionRecord>>
FakeTokenizer::recordAttention(const ImageRgb8&, runtime::AttentionRequest::Part part,
                               const TaskContext& context) {
    if (const Result<void> worked = pretendToWork(m_delay, context); !worked)
        return failure(worked);
    return makeFakeAttention(m_info.levels, part);
}

Result<std::vector<ImageRgbF32>> FakeTokenizer::decodeTokens(const runtime::TokenSequence& sequence,
                                                             const runtime::SequenceOptions&,
                                                             const TaskContext& context) {
    if (context.stopRequested())
        return cancelled();
    if (!sequence.masked.empty())
        return failure(ErrorCode::Usage, "Family 'hieratok' has no mask token.");
    return decodeFakeTokens(sequence, m_info.name.find("leak") != std::string::npos);
}

std::vector<std::uint8_t> FakeTokenizer::declaredDependency() const {
    const std::size_t count = m_info.levels.size();
    std::vector<std::uint8_t> declared(count * count, 0);
    for (std::size_t row = 0; row < count; ++row)
        std::fill_n(declared.begin() + std::ptrdiff_t(row * count), row + 1, std::uint8_t{1});
    return declared;
}

void FakeTokenizer::addLevel(const runtime::LevelInfo& info, const ImageRgbF32& seen,
                             runtime::Reconstruction& done) const {
    const std::size_t index = done.levels.size();
    const auto lost = kContrastLostPerLevel * float(m_info.levels.size() - 1 - index);
    runtime::LevelReconstruction level;
    level.level = info;
    level.picture = withContrast(averaged(seen, info.width), kContrastOfFinest - lost);
    if (index > 0)
        level.residual = minusEnlarged(level.picture, done.levels.back().picture);
    level.values = info.tokens() * m_info.latentChannels +
                   (index > 0 ? done.levels.back().values : std::int64_t{0});
    level.psnr = 18.0 + 1.7 * double(index);
    level.psnrFull = level.psnr - 2.0;
    if (info.width >= 11)
        level.ssim = level.ssimFull = 0.5 + 0.07 * double(index);

    const ImageRgbF32 full = toRgbF32(done.input);
    level.error = minusEnlarged(full, level.picture);
    for (float& value : level.error.planes)
        value = -value;
    runtime::Commutation& commutation = level.commutation;
    commutation.finestReduced = averaged(withContrast(seen, kContrastOfFinest), info.width);
    commutation.inputReduced = averaged(full, info.width);
    commutation.psnrDecoded = psnrBetween(level.picture, commutation.finestReduced);
    commutation.psnrFinest = psnrBetween(commutation.finestReduced, commutation.inputReduced);
    done.levels.push_back(std::move(level));
}

Result<std::shared_ptr<runtime::Tokenizer>> openFakeTokenizer(const std::filesystem::path& model,
                                                              const TaskContext& context) {
    if (context.stopRequested())
        return cancelled();
    const std::string name = model.filename().string();
    if (name.find("missing") != std::string::npos)
        return failure(ErrorCode::NoInput,
                       "File '" + (model / "config.json").string() + "' does not exist.");
    if (name.find("broken") != std::string::npos)
        return failure(ErrorCode::BadData, "Config '" + (model / "config.json").string() +
                                               "': field 'patch_size' is 0, expected 1 or more.");
    return std::make_shared<FakeTokenizer>(model);
}

Result<ImageRgb8> readFakeImage(const std::filesystem::path& file, const TaskContext& context) {
    if (context.stopRequested())
        return cancelled();
    const std::string name = file.filename().string();
    if (name.find("broken") != std::string::npos || name.find("cut-off") != std::string::npos)
        return failure(ErrorCode::BadData,
                       "Image '" + file.string() + "': the file ends after 24 bytes.");
    ImageRgb8 image(192, 160);
    const double phase = double(std::hash<std::string>{}(name) % 100) / 10.0;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            for (int channel = 0; channel < 3; ++channel)
                image.pixels[std::size_t(3 * (y * image.width + x) + channel)] =
                    std::uint8_t(127.5 + 127.0 * std::sin(phase + channel + 0.05 * x) *
                                             std::cos(0.04 * y * (channel + 1)));
    return image;
}

} // namespace hierascope::testing
