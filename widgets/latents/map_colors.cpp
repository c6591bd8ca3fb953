// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/map_colors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>

#include "widgets/common/pictures.h"
#include "widgets/common/theme.h"
#include "widgets/state/pyramid_content.h"

#include <QCoreApplication>

namespace hierascope::widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MapColors)
};

using Points = runtime::LatentPoints;

// Okabe and Ito (2008), the black one left out; the order tells the first few well apart.
constexpr std::array<QRgb, 7> kOkabeIto = {0xff56b4e9, 0xffe69f00, 0xff009e73, 0xffcc79a7,
                                           0xff0072b2, 0xffd55e00, 0xfff0e442};
constexpr int kMostCategories = 1000;
constexpr int kOrderedColors = 256;

/// Finds the category of each point, and what the categories are called.
void colorCategories(MapColoring& coloring, const Points& points, int categories,
                     const std::function<int(const runtime::LatentPoint&)>& categoryOf,
                     const std::function<QString(int)>& nameOf,
                     const std::function<QRgb(int)>& colorOf = categoryColor) {
    std::vector<std::int64_t> counts(std::size_t(std::max(categories, 0)));
    const int shown = std::min(categories, kMostCategories);
    coloring.indices.reserve(points.points.size());
    for (const runtime::LatentPoint& point : points.points) {
        const int category = categoryOf(point);
        const bool isOne = category >= 0 && category < categories;
        coloring.indices.push_back(isOne ? std::uint16_t(1 + category % std::max(shown, 1))
                                         : std::uint16_t(0));
        if (isOne)
            ++counts[std::size_t(category)];
    }
    for (int i = 0; i < shown; ++i) {
        coloring.palette.push_back(colorOf(i));
        if (counts[std::size_t(i)] > 0)
            coloring.entries.push_back({nameOf(i), colorOf(i), counts[std::size_t(i)]});
    }
    coloring.isThere = !coloring.entries.empty();
}

/// Values that are not finite have no colour; the ends leave one in a hundred out on each side.
void colorValues(MapColoring& coloring, std::size_t count,
                 const std::function<double(std::size_t)>& valueOf) {
    coloring.isOrdered = true;
    std::vector<double> values(count);
    std::vector<double> finite;
    for (std::size_t i = 0; i < count; ++i) {
        values[i] = valueOf(i);
        if (std::isfinite(values[i]))
            finite.push_back(values[i]);
    }
    coloring.isThere = !finite.empty();
    if (!finite.empty()) {
        std::ranges::sort(finite);
        coloring.low = finite[finite.size() / 100];
        coloring.high = finite[finite.size() - 1 - finite.size() / 100];
    }
    const double width = std::max(coloring.high - coloring.low, 1e-12);
    for (const double value : values) {
        const double share = std::clamp((value - coloring.low) / width, 0.0, 1.0);
        coloring.indices.push_back(
            std::isfinite(value) ? std::uint16_t(1 + std::lround(share * (kOrderedColors - 1)))
                                 : std::uint16_t(0));
    }
    for (int i = 0; i < kOrderedColors; ++i)
        coloring.palette.push_back(
            mappedColor(ColorMap::Magnitude, float(i) / float(kOrderedColors - 1)));
}

double valueAt(const std::vector<float>* values, std::size_t index) {
    return values != nullptr && index < values->size() ? double((*values)[index])
                                                       : std::numeric_limits<double>::quiet_NaN();
}

QString levelNameOf(const Points& points, int level) {
    return level == 0 ? Words::tr("Base map") : levelTitle(points.levels[std::size_t(level - 1)]);
}

} // namespace

QRgb categoryColor(int index) {
    if (index < int(kOkabeIto.size()))
        return kOkabeIto[std::size_t(index)];
    const int further = index - int(kOkabeIto.size());
    const double hue = std::fmod(0.83 + further * 0.61803398875, 1.0);
    constexpr std::array<int, 3> lightness = {172, 118, 205};
    constexpr std::array<int, 3> saturation = {150, 190, 120};
    return QColor::fromHsl(int(hue * 359.0), saturation[std::size_t(further % 3)],
                           lightness[std::size_t(further % 3)])
        .rgb();
}

MapColoring colorMap(const LatentState::Shown& shown, MapColor by, const Theme& theme) {
    MapColoring coloring;
    coloring.by = by;
    coloring.palette.push_back(theme.color(ColorRole::Secondary).rgb());
    if (!shown.points)
        return coloring;
    const Points& points = *shown.points;
    switch (by) {
    case MapColor::Class:
        colorCategories(
            coloring, points, int(points.classes.size()),
            [](const auto& point) { return point.label; },
            [&](int i) { return QString::fromStdString(points.classes[std::size_t(i)]); });
        break;
    case MapColor::Level:
        colorCategories(
            coloring, points, int(points.levels.size()) + 1,
            [](const auto& point) { return point.level + 1; },
            [&](int i) { return levelNameOf(points, i); },
            [last = float(std::max<std::size_t>(points.levels.size(), 1))](int i) {
                return mappedColor(ColorMap::Magnitude, 0.2F + 0.8F * float(i) / last);
            });
        break;
    case MapColor::Code: {
        int codes = 0;
        for (const runtime::LatentPoint& point : points.points)
            codes = std::max(codes, point.code + 1);
        colorCategories(
            coloring, points, codes, [](const auto& point) { return point.code; },
            [](int i) { return QString::number(i); });
        break;
    }
    case MapColor::Image:
        colorCategories(
            coloring, points, int(points.images.size()),
            [](const auto& point) { return point.image; },
            [&](int i) { return QString::fromStdString(points.images[std::size_t(i)].name); });
        break;
    case MapColor::Psnr:
        colorValues(coloring, points.points.size(), [&](std::size_t i) {
            const std::int32_t image = points.points[i].image;
            const double psnr = image < 0 ? -1.0 : points.images[std::size_t(image)].psnr;
            return psnr < 0.0 ? std::numeric_limits<double>::quiet_NaN() : psnr;
        });
        break;
    case MapColor::Density:
        colorValues(coloring, points.points.size(), [&](std::size_t i) {
            return valueAt(shown.uniformity ? &shown.uniformity->density : nullptr, i);
        });
        break;
    case MapColor::Trust:
        colorValues(coloring, points.points.size(),
                    [&](std::size_t i) { return valueAt(shown.trust.get(), i); });
        break;
    }
    return coloring;
}

QString colorName(MapColor by) {
    switch (by) {
    case MapColor::Class:
        return Words::tr("Class");
    case MapColor::Level:
        return Words::tr("Level");
    case MapColor::Density:
        return Words::tr("Density");
    case MapColor::Code:
        return Words::tr("Code");
    case MapColor::Trust:
        return Words::tr("Trust");
    case MapColor::Psnr:
        return Words::tr("PSNR");
    case MapColor::Image:
        return Words::tr("Image");
    }
    return {};
}

} // namespace hierascope::widgets
