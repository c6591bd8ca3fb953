// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_tokenizer.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <thread>

namespace hierascope::testing {

namespace {

constexpr int kPatch = 8;
constexpr int kSide = 128;

/// The mean of every block of `from`, `side` blocks in each direction.
ImageRgbF32 averaged(const ImageRgbF32& from, int side) {
    ImageRgbF32 to(side, side);
    const int block = from.width / side;
    for (std::size_t plane = 0; plane < 3; ++plane) {
        for (int y = 0; y < from.height; ++y) {
            for (int x = 0; x < from.width; ++x) {
                const auto source =
                    (plane * std::size_t(from.height) + std::size_t(y)) * std::size_t(from.width) +
                    std::size_t(x);
                const auto target =
                    (plane * std::size_t(side) + std::size_t(y / block)) * std::size_t(side) +
                    std::size_t(x / block);
                to.planes[target] += from.planes[source] / float(block * block);
            }
        }
    }
    return to;
}

ImageRgbF32 minusEnlarged(const ImageRgbF32& fine, const ImageRgbF32& coarse) {
    ImageRgbF32 difference = fine;
    const int factor = fine.width / coarse.width;
    for (std::size_t i = 0; i < fine.planes.size(); ++i) {
        const int pixels = fine.width * fine.height;
        const int plane = int(i) / pixels;
        const int y = int(i) % pixels / fine.width / factor;
        const int x = int(i) % fine.width / factor;
        difference.planes[i] -=
            coarse.planes[std::size_t((plane * coarse.height + y) * coarse.width + x)];
    }
    return difference;
}

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
    m_info.latentChannels = 16;
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

Result<runtime::TokenPyramid> FakeTokenizer::encode(const ImageRgb8&, const runtime::EncodeOptions&,
                                                    const TaskContext& context) {
    if (context.stopRequested())
        return cancelled();
    runtime::TokenPyramid pyramid;
    pyramid.latentChannels = m_info.latentChannels;
    for (const runtime::LevelInfo& level : m_info.levels)
        pyramid.levels.push_back({level, {}, {}, {}});
    return pyramid;
}

Result<ImageRgbF32> FakeTokenizer::decode(const std::vector<float>&, const runtime::DecodeOptions&,
                                          const TaskContext&) {
    return failure(ErrorCode::Failed, "The fake tokenizer decodes nothing.");
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
    const ImageRgbF32 full = toRgbF32(done.input);
    std::int64_t values = 0;
    for (const runtime::LevelInfo& info : m_info.levels) {
        runtime::LevelReconstruction level;
        level.level = info;
        level.picture = averaged(full, info.width);
        if (!done.levels.empty())
            level.residual = minusEnlarged(level.picture, done.levels.back().picture);
        values += info.tokens() * m_info.latentChannels;
        level.values = values;
        level.psnr = 18.0 + 1.7 * double(done.levels.size());
        level.psnrFull = level.psnr - 2.0;
        if (info.width >= 11)
            level.ssim = level.ssimFull = 0.5 + 0.07 * double(done.levels.size());
        done.levels.push_back(std::move(level));
    }
    return done;
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
