// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/pyramid_content.h"

#include <cmath>
#include <utility>

#include "widgets/common/pictures.h"

#include <QCoreApplication>
#include <QLocale>

namespace hierascope::widgets {

namespace {

QString translate(const char* text) {
    return QCoreApplication::translate("PyramidContent", text);
}

} // namespace

PyramidContent makePyramidContent(runtime::Reconstruction reconstruction) {
    PyramidContent content;
    content.input = imageFromRgb8(reconstruction.input);
    std::vector<ImageRgbF32> residuals;
    for (const runtime::LevelReconstruction& level : reconstruction.levels)
        residuals.push_back(level.residual);
    content.residualLimit = residualLimit(residuals);
    for (const runtime::LevelReconstruction& level : reconstruction.levels) {
        content.levelInfos.push_back(level.level);
        content.levels.push_back({imageFromRgbF32(level.picture),
                                  imageFromResidual(level.residual, content.residualLimit)});
    }
    content.reconstruction = std::move(reconstruction);
    return content;
}

std::size_t bytesOf(const PyramidContent& content) {
    std::size_t bytes = std::size_t(content.input.sizeInBytes());
    for (const LevelPictures& level : content.levels)
        bytes += std::size_t(level.picture.sizeInBytes() + level.residual.sizeInBytes());
    const runtime::Reconstruction& made = content.reconstruction;
    const auto floats = [](const auto& values) { return values.size() * sizeof(float); };
    for (const runtime::LevelReconstruction& level : made.levels)
        bytes += floats(level.picture.planes) + floats(level.residual.planes);
    for (const runtime::LevelTokens& tokens : made.pyramid.levels)
        bytes += floats(tokens.vectors);
    return bytes + floats(made.pyramid.latents) + floats(made.pyramid.mean) +
           floats(made.pyramid.logvar);
}

QString levelTitle(const runtime::LevelInfo& level) {
    return translate("Scale %1 × %2").arg(level.rows).arg(level.columns);
}

QString tokensText(const runtime::LevelInfo& level) {
    if (level.tokens() == 1)
        return translate("1 token");
    return translate("%1 tokens").arg(QLocale().toString(qlonglong{level.tokens()}));
}

QString decibelText(double psnr) {
    if (!std::isfinite(psnr))
        return psnr > 0.0 ? translate("∞ dB") : translate("–");
    return translate("%1 dB").arg(QLocale().toString(psnr, 'f', 2));
}

QString ssimText(const std::optional<double>& ssim, int digits) {
    return ssim ? QLocale().toString(*ssim, 'f', digits) : translate("–");
}

} // namespace hierascope::widgets
