// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/pyramid_content.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "core/runtime/difference.h"
#include "core/runtime/hierarchy_pictures.h"
#include "core/runtime/recipe_picture.h"
#include "core/runtime/token_colors.h"

#include <QCoreApplication>
#include <QLocale>

namespace hierascope::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PyramidContent)
};

constexpr float kSmallestLimit = 0.02F; // of a map
constexpr float kStill = 1.0F / 512.0F; // less shows in no 8-bit picture

LevelPictures picturesOf(const runtime::LevelReconstruction& level) {
    LevelPictures pictures;
    pictures.picture = imageFromRgbF32(level.picture);
    pictures.residualMap = signedMap(level.residual);
    pictures.signedError = signedMap(level.error);
    pictures.absoluteError = absoluteMap(level.error);
    pictures.finestReduced = imageFromRgbF32(level.commutation.finestReduced);
    pictures.inputReduced = imageFromRgbF32(level.commutation.inputReduced);
    return pictures;
}

} // namespace

const ScalarMap* mapOf(const LevelPictures& level, Picture picture) {
    switch (picture) {
    case Picture::Residual:
        return &level.residualMap;
    case Picture::AbsoluteError:
        return &level.absoluteError;
    case Picture::SignedError:
        return &level.signedError;
    case Picture::Moved:
        return &level.moved;
    case Picture::Reconstruction:
    case Picture::Original:
    case Picture::Commutation:
    case Picture::Hierarchies:
        break;
    }
    return nullptr;
}

PyramidContent makePyramidContent(runtime::Reconstruction reconstruction) {
    PyramidContent content;
    content.input = imageFromRgb8(reconstruction.input);
    std::vector<ScalarMap> residuals;
    std::vector<ScalarMap> errors;
    for (runtime::LevelReconstruction& level : reconstruction.levels) {
        content.levelInfos.push_back(level.level);
        content.levels.push_back(picturesOf(level));
        residuals.push_back(content.levels.back().residualMap);
        errors.push_back(content.levels.back().signedError);
        level.residual = {}; // the maps hold what is shown of these
        level.error = {};
        level.commutation.finestReduced = {};
        level.commutation.inputReduced = {};
    }
    content.residualLimit = limitOf(residuals);
    content.errorLimit = limitOf(errors, runtime::kErrorShare);
    const auto colors = runtime::tokenColors(reconstruction.pyramid);
    for (std::size_t i = 0; i < content.levels.size(); ++i) {
        LevelPictures& level = content.levels[i];
        level.residual =
            imageFromMap(level.residualMap, ColorMap::Diverging, content.residualLimit);
        if (colors)
            level.tokenColors = imageFromRgb8((*colors)[i]);
    }
    if (const auto hierarchies = runtime::hierarchyPictures(reconstruction.pyramid)) {
        for (const runtime::HierarchyPicture& made : *hierarchies)
            content.hierarchies.push_back({made.rows, made.columns, made.norm,
                                           imageFromRgb8(made.own), imageFromRgb8(made.sum)});
    }
    reconstruction.pyramid.hierarchies.clear(); // the pictures hold what is shown of them
    content.reconstruction = std::move(reconstruction);
    return content;
}

PyramidContent makeEditedContent(runtime::Reconstruction reconstruction,
                                 const PyramidContent& unedited, const QByteArray& edits) {
    PyramidContent content = makePyramidContent(std::move(reconstruction));
    content.edits = edits;
    content.hierarchies = unedited.hierarchies; // of the encoder, which saw no edit
    std::vector<ScalarMap> moved;
    for (std::size_t i = 0; i < content.levels.size(); ++i) {
        ImageRgbF32 change = content.reconstruction.levels[i].picture;
        const auto& before = unedited.reconstruction.levels[i].picture.planes;
        double squares = 0.0;
        for (std::size_t j = 0; j < std::min(change.planes.size(), before.size()); ++j) {
            change.planes[j] -= before[j];
            squares += double(change.planes[j]) * double(change.planes[j]);
        }
        content.levels[i].moved = signedMap(change);
        content.levels[i].movedBy =
            std::sqrt(squares / double(std::max<std::size_t>(change.planes.size(), 1)));
        moved.push_back(content.levels[i].moved);
        // The limit is of the pixels that moved: often a single token's few among many.
        std::erase_if(moved.back().values, [](float value) { return std::abs(value) < kStill; });
    }
    const bool isStill =
        std::ranges::all_of(moved, [](const ScalarMap& map) { return map.isEmpty(); });
    content.movedLimit = isStill ? kSmallestLimit : limitOf(moved);
    return content;
}

DifferencePicture makeDifferencePicture(const ImageRgbF32& a, const ImageRgbF32& b) {
    const runtime::PictureDifference difference = runtime::differenceOf(a, b);
    DifferencePicture made;
    made.values = signedMap(difference.picture);
    made.limit = limitOf({&made.values, 1});
    made.picture = imageFromMap(made.values, ColorMap::Diverging, made.limit);
    made.psnr = difference.psnr;
    return made;
}

std::size_t bytesOf(const PyramidContent& content) {
    const auto floats = [](const auto& values) { return values.size() * sizeof(float); };
    std::size_t bytes = std::size_t(content.input.sizeInBytes());
    for (const LevelPictures& level : content.levels) {
        for (const QImage* image : {&level.picture, &level.residual, &level.tokenColors,
                                    &level.finestReduced, &level.inputReduced})
            bytes += std::size_t(image->sizeInBytes());
        for (const ScalarMap* map :
             {&level.residualMap, &level.signedError, &level.absoluteError, &level.moved})
            bytes += floats(map->values);
    }
    const runtime::Reconstruction& made = content.reconstruction;
    for (const runtime::LevelReconstruction& level : made.levels)
        bytes += floats(level.picture.planes);
    for (const runtime::LevelTokens& tokens : made.pyramid.levels)
        bytes += floats(tokens.vectors);
    return bytes + floats(made.pyramid.latents) + floats(made.pyramid.mean) +
           floats(made.pyramid.logvar);
}

const runtime::LevelReconstruction* levelOfGrid(const PyramidContent& content,
                                                const runtime::LevelInfo& level) {
    for (const runtime::LevelReconstruction& own : content.reconstruction.levels)
        if (own.level.rows == level.rows && own.level.columns == level.columns &&
            own.level.name == level.name)
            return &own;
    return nullptr;
}

std::optional<int> prefixOf(const runtime::LevelInfo& level) {
    constexpr std::string_view kStart = "first-";
    if (!level.name.starts_with(kStart))
        return std::nullopt;
    bool isNumber = false;
    const int prefix = QString::fromStdString(level.name.substr(kStart.size())).toInt(&isNumber);
    return isNumber ? std::optional(prefix) : std::nullopt;
}

QString levelTitle(const runtime::LevelInfo& level) {
    if (const auto prefix = prefixOf(level))
        return *prefix == 1 ? Words::tr("First token") : Words::tr("First %1 tokens").arg(*prefix);
    return Words::tr("Scale %1 × %2").arg(level.rows).arg(level.columns);
}

QString tokensText(const runtime::LevelInfo& level) {
    if (level.tokens() == 1)
        return Words::tr("1 token");
    return Words::tr("%1 tokens").arg(QLocale().toString(qlonglong{level.tokens()}));
}

QString decibelText(double psnr) {
    if (!std::isfinite(psnr))
        return psnr > 0.0 ? Words::tr("∞ dB") : Words::tr("–");
    return Words::tr("%1 dB").arg(QLocale().toString(psnr, 'f', 2));
}

QString signedText(double value, int digits) {
    if (!std::isfinite(value))
        return Words::tr("–");
    const QString number = QLocale().toString(std::abs(value), 'f', digits);
    return (value < 0.0 ? QStringLiteral("−") : QStringLiteral("+")) + number;
}

QString ssimText(const std::optional<double>& ssim, int digits) {
    return ssim ? QLocale().toString(*ssim, 'f', digits) : Words::tr("–");
}

} // namespace hierascope::widgets
