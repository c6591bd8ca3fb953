// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/latent_edit.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "widgets/state/view_state.h"

#include <QCoreApplication>
#include <QFile>

namespace hierascope::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LatentEdit)
};

using Change = ViewState::Change;
using Indices = PointSet::Indices;

void choose(ViewState& state, LatentChoice next, Change change, const QString& text) {
    ViewChoice choice = state.choice();
    choice.latents = std::move(next);
    state.choose(choice, change, text);
}

QString pathOf(const runtime::LatentImage& image) {
    return QFile::decodeName(image.path.c_str());
}

/// The grid that a point lies in; none where the point is in no picture.
std::optional<std::pair<int, int>> gridOf(const runtime::LatentPoints& points,
                                          const runtime::LatentPoint& point) {
    if (point.level < 0)
        return points.mapRows > 0 ? std::optional(std::pair(points.mapRows, points.mapColumns))
                                  : std::nullopt;
    if (std::size_t(point.level) >= points.levels.size())
        return std::nullopt;
    const runtime::LevelInfo& level = points.levels[std::size_t(point.level)];
    return std::pair(level.rows, level.columns);
}

/// The place in the pyramid: the level of the same grid, for the base map and hierarchies, too.
std::optional<TokenRef> placeOf(const ViewState& state, const runtime::LatentPoints& points,
                                const runtime::LatentPoint& point) {
    const auto grid = gridOf(points, point);
    if (!grid || point.token < 0)
        return std::nullopt;
    const auto& levels = state.levelInfos(Side::A);
    for (std::size_t i = levels.size(); i-- > 0;)
        if (levels[i].rows == grid->first && levels[i].columns == grid->second &&
            (point.level < 0 || levels.size() != points.levels.size() ||
             std::size_t(point.level) == i))
            return TokenRef{int(i), grid->first, grid->second, point.token};
    return std::nullopt;
}

/// What of a selection lies in the image that the pyramid shows.
Selection placesOf(const ViewState& state, const LatentState& latents, const Indices& chosen) {
    Selection places;
    const LatentState::Points& points = latents.at(Side::A).points;
    for (const std::int32_t index : chosen) {
        const runtime::LatentPoint& point = points->points[std::size_t(index)];
        if (point.image < 0 ||
            pathOf(points->images[std::size_t(point.image)]) != state.choice().a.image)
            continue;
        if (const auto place = placeOf(state, *points, point))
            places.insert(*place);
    }
    return places;
}

void choosePoints(ViewState& state, const LatentState& latents, Indices chosen) {
    ViewChoice next = state.choice();
    next.selection = placesOf(state, latents, chosen);
    next.latents.selection = PointSet(std::move(chosen));
    state.choose(next, Change::MapPoints, Words::tr("Points"));
}

} // namespace

void setQuestion(ViewState& state, const LatentQuestion& question, const QString& what) {
    LatentChoice next = state.choice().latents;
    const bool isOfLevels =
        question.source == LatentSource::Levels || question.source == LatentSource::Hierarchies;
    if (question.source != next.question.source && next.color == MapColor::Class && isOfLevels)
        next.color = MapColor::Level; // what such a map is made for
    next.question = question;
    next.selection = {}; // the points are others
    choose(state, std::move(next), Change::Latents, what);
}

void setMapping(ViewState& state, const LatentMapping& mapping, const QString& what) {
    LatentChoice next = state.choice().latents;
    next.mapping = mapping;
    choose(state, std::move(next), Change::Latents, what);
}

void setMapLook(ViewState& state, MapLook look) {
    LatentChoice next = state.choice().latents;
    next.look = look;
    choose(state, std::move(next), Change::MapLook, Words::tr("Look of the Map"));
}

void setMapColor(ViewState& state, MapColor color) {
    LatentChoice next = state.choice().latents;
    next.color = color;
    choose(state, std::move(next), Change::MapLook, Words::tr("Colours of the Map"));
}

void setMapCompare(ViewState& state, MapCompare compare) {
    LatentChoice next = state.choice().latents;
    next.compare = compare;
    choose(state, std::move(next), Change::MapLook, Words::tr("Comparison of Maps"));
}

void setMapLabels(ViewState& state, bool hasLabels) {
    LatentChoice next = state.choice().latents;
    next.hasLabels = hasLabels;
    choose(state, std::move(next), Change::MapLook, Words::tr("Labels"));
}

void selectPoints(ViewState& state, const LatentState& latents, const PointSet& points,
                  PointsMode mode) {
    if (!latents.at(Side::A).points)
        return;
    const Indices& before = selectedPoints(latents, Side::A);
    const Indices& met = points.indices();
    Indices next;
    if (mode == PointsMode::Add)
        std::ranges::set_union(before, met, std::back_inserter(next));
    else if (mode == PointsMode::Subtract)
        std::ranges::set_difference(before, met, std::back_inserter(next));
    else
        next = met;
    const auto count = latents.at(Side::A).points->count();
    std::erase_if(next, [count](std::int32_t index) { return index < 0 || index >= count; });
    choosePoints(state, latents, std::move(next));
}

void invertPoints(ViewState& state, const LatentState& latents) {
    const LatentState::Points& points = latents.at(Side::A).points;
    if (!points)
        return;
    const Indices& before = selectedPoints(latents, Side::A);
    Indices next;
    next.reserve(std::size_t(points->count()) - before.size());
    auto skip = before.begin();
    for (std::int32_t index = 0; index < points->count(); ++index) {
        if (skip != before.end() && *skip == index)
            ++skip;
        else
            next.push_back(index);
    }
    choosePoints(state, latents, std::move(next));
}

void clearPoints(ViewState& state) {
    ViewChoice next = state.choice();
    if (next.latents.selection.isEmpty())
        return;
    next.latents.selection = {};
    next.selection.clear();
    state.choose(next, Change::MapPoints, Words::tr("Points"));
}

const Indices& selectedPoints(const LatentState& latents, Side side) {
    static const Indices kNone;
    const Indices& chosen = latents.choice().selection.indices();
    const LatentState::Points& points = latents.at(side).points;
    if (!points || chosen.empty() || chosen.back() >= points->count())
        return kNone;
    return side == Side::A || latents.hasSamePoints() ? chosen : kNone;
}

std::vector<std::int32_t> imagesOf(const runtime::LatentPoints& points, const Indices& chosen) {
    std::set<std::int32_t> images;
    for (const std::int32_t index : chosen)
        if (const std::int32_t image = points.points[std::size_t(index)].image; image >= 0)
            images.insert(image);
    return {images.begin(), images.end()};
}

PointSet pointsAt(const ViewState& state, const LatentState& latents) {
    const LatentState::Points& points = latents.at(Side::A).points;
    const Selection& selection = state.choice().selection;
    if (!points || selection.empty())
        return {};
    std::vector<bool> isShown(points->images.size());
    for (std::size_t i = 0; i < isShown.size(); ++i)
        isShown[i] = pathOf(points->images[i]) == state.choice().a.image;
    Indices met;
    for (std::size_t i = 0; i < points->points.size(); ++i) {
        const runtime::LatentPoint& point = points->points[i];
        if (point.image < 0 || !isShown[std::size_t(point.image)])
            continue;
        if (const auto place = placeOf(state, *points, point); place && selection.contains(*place))
            met.push_back(std::int32_t(i));
    }
    return PointSet(std::move(met));
}

bool pickPoint(ViewState& state, const LatentState& latents, const MapPoint& point) {
    const LatentState::Points& points = latents.at(point.side).points;
    if (!points || point.index < 0 || point.index >= points->count())
        return false;
    const runtime::LatentPoint& what = points->points[std::size_t(point.index)];
    const bool hasFile = what.image >= 0 && !points->images[std::size_t(what.image)].path.empty();
    ViewChoice next = state.choice();
    if (point.side == Side::A || latents.hasSamePoints())
        next.latents.selection = PointSet({point.index});
    next.selection.clear();
    if (hasFile)
        next.a.image = pathOf(points->images[std::size_t(what.image)]);
    if (const auto place = placeOf(state, *points, what); place && hasFile) {
        next.selection.insert(*place);
        next.level = place->level;
    }
    state.choose(next, Change::MapPoints, Words::tr("Point"));
    return hasFile;
}

QRectF shareOf(const runtime::LatentPoints& points, const runtime::LatentPoint& point) {
    const auto grid = gridOf(points, point);
    if (!grid || point.token < 0 || grid->first <= 0 || grid->second <= 0 ||
        point.token >= std::int64_t{grid->first} * grid->second)
        return {0.0, 0.0, 1.0, 1.0};
    return TokenRef{0, grid->first, grid->second, point.token}.share();
}

} // namespace hierascope::widgets
