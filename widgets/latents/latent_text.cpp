// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/latent_text.h"

#include <algorithm>
#include <cmath>

#include "widgets/state/pyramid_content.h"

#include <QCoreApplication>
#include <QLocale>

namespace hierascope::widgets {

namespace {

using Phase = LatentState::Phase;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LatentText)
};

const QString kGap = QStringLiteral(" · ");

std::int64_t tokensOfLevels(const runtime::LatentPoints& points) {
    const std::vector<int>& chosen = points.request.levels;
    std::int64_t tokens = 0;
    for (std::size_t i = 0; i < points.levels.size(); ++i)
        if (chosen.empty() || std::ranges::find(chosen, int(i)) != chosen.end())
            tokens += points.levels[i].tokens();
    return tokens;
}

QString placeText(const runtime::LatentPoints& points, const runtime::LatentPoint& point) {
    const bool isLevel = point.level >= 0 && std::size_t(point.level) < points.levels.size();
    const runtime::LevelInfo* level = isLevel ? &points.levels[std::size_t(point.level)] : nullptr;
    const int columns = level != nullptr ? level->columns : points.mapColumns;
    QStringList parts;
    if (level != nullptr)
        parts << levelTitle(*level);
    else if (point.image >= 0)
        parts << Words::tr("Base map");
    if (point.token >= 0 && columns > 0 && point.image >= 0)
        parts << Words::tr("row %1, column %2")
                     .arg(point.token / columns + 1)
                     .arg(point.token % columns + 1);
    if (point.code >= 0)
        parts << Words::tr("code %1").arg(point.code);
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString countText(std::int64_t count) {
    return QLocale().toString(qlonglong(count));
}

QString figureText(double value, int digits) {
    return std::isfinite(value) ? QLocale().toString(value, 'f', digits) : QStringLiteral("–");
}

QString sourceName(LatentSource source) {
    switch (source) {
    case LatentSource::RandomVectors:
        return Words::tr("One random vector per image");
    case LatentSource::BaseMap:
        return Words::tr("All vectors of the latent map");
    case LatentSource::Levels:
        return Words::tr("Tokens of levels");
    case LatentSource::Hierarchies:
        return Words::tr("Image tokens of the encoder");
    case LatentSource::Codebook:
        return Words::tr("Codebook vectors");
    }
    return {};
}

std::int64_t pointsOfAll(const runtime::LatentPoints& points) {
    const auto images = std::int64_t(points.images.size());
    const std::int64_t perMap = std::int64_t{points.mapRows} * points.mapColumns;
    std::int64_t all = points.count();
    switch (points.request.source) {
    case runtime::PointSource::BaseMap:
        all = images * (perMap > 0 ? perMap : tokensOfLevels(points));
        break;
    case runtime::PointSource::Levels:
    case runtime::PointSource::Hierarchies:
        all = images * tokensOfLevels(points);
        break;
    case runtime::PointSource::Codebook:
        break;
    }
    return std::max(all, points.count());
}

QString badgeText(const LatentState::Shown& shown, const LatentChoice& choice) {
    if (!shown.points)
        return {};
    const runtime::LatentPoints& points = *shown.points;
    QStringList parts;
    if (points.request.perImage == 1)
        parts << Words::tr("%1 vectors of %2 images, one each")
                     .arg(countText(points.count()), countText(std::int64_t(points.images.size())));
    else
        parts << Words::tr("%1 of %2 tokens")
                     .arg(countText(points.count()), countText(pointsOfAll(points)));
    if (!points.isComplete)
        parts << Words::tr("stopped early");
    if (!points.skipped.empty())
        parts << Words::tr("images skipped: %1").arg(points.skipped.size());
    if (choice.mapping.method == LatentMapping::Method::Pca)
        return (parts << Words::tr("PCA")).join(kGap);
    parts << Words::tr("perplexity %1").arg(QLocale().toString(choice.mapping.perplexity, 'g', 4))
          << Words::tr("seed %1").arg(choice.mapping.seed);
    if (shown.frame)
        parts << Words::tr("iteration %1 of %2")
                     .arg(countText(shown.frame->iteration),
                          countText(std::max(shown.frame->iteration, choice.mapping.iterations)));
    if (shown.frame && shown.frame->kl >= 0.0)
        parts << Words::tr("KL %1").arg(figureText(shown.frame->kl));
    return parts.join(kGap);
}

QStringList pointLines(const LatentState::Shown& shown, std::int32_t index) {
    if (!shown.points || index < 0 || index >= shown.points->count())
        return {};
    const runtime::LatentPoints& points = *shown.points;
    const runtime::LatentPoint& point = points.points[std::size_t(index)];
    QStringList lines;
    if (point.image >= 0)
        lines << QString::fromStdString(points.images[std::size_t(point.image)].name);
    if (const QString place = placeText(points, point); !place.isEmpty())
        lines << place;
    if (point.label >= 0 && std::size_t(point.label) < points.classes.size())
        lines << QString::fromStdString(points.classes[std::size_t(point.label)]);
    QStringList numbers;
    const auto at = std::size_t(index);
    if (shown.uniformity && at < shown.uniformity->density.size())
        numbers << Words::tr("density %1")
                       .arg(QLocale().toString(double(shown.uniformity->density[at]), 'g', 3));
    if (shown.trust && at < shown.trust->size())
        numbers << Words::tr("trust %1").arg(figureText(double((*shown.trust)[at]), 2));
    if (!numbers.isEmpty())
        lines << numbers.join(kGap);
    return lines;
}

QString busyText(const LatentState::Shown& shown) {
    switch (shown.phase) {
    case Phase::Opening:
        return Words::tr("Opening the model");
    case Phase::Gathering:
        return Words::tr("Encoding images");
    case Phase::Starting:
        return Words::tr("Finding the neighbours of every point");
    default:
        return {};
    }
}

} // namespace hierascope::widgets
