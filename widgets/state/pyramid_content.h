// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/runtime/tokenizer.h"

#include <QImage>
#include <QString>

namespace hierascope::widgets {

/// The pictures of one level, ready to be painted.
struct LevelPictures {
    QImage picture;
    QImage residual; ///< null at the coarsest level
};

/// A reconstruction with its pictures: all that the Pyramid view shows.
struct PyramidContent {
    runtime::Reconstruction reconstruction;
    std::vector<runtime::LevelInfo> levelInfos;
    QImage input;
    std::vector<LevelPictures> levels;
    float residualLimit = 1.0F; ///< absolute value at the ends of the residual map
};

/// The level of A minus the level of B, the smaller one enlarged to the larger.
struct DifferencePicture {
    int width = 0;
    int height = 0;
    std::vector<float> values; ///< [height, width] mean over the channels, in [-1, 1]
};

/// Draws the pictures of a reconstruction; made for a worker thread.
PyramidContent makePyramidContent(runtime::Reconstruction reconstruction);

/// What a cache should reckon for the content.
std::size_t bytesOf(const PyramidContent& content);

/// "Scale 8 × 8".
QString levelTitle(const runtime::LevelInfo& level);
/// "64 tokens".
QString tokensText(const runtime::LevelInfo& level);
/// "22.98 dB"; a dash where it is not defined.
QString decibelText(double psnr);
/// "0.713"; a dash where it is not defined.
QString ssimText(const std::optional<double>& ssim, int digits);

} // namespace hierascope::widgets
