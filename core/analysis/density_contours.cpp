// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/density_contours.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "core/analysis/density.h"
#include "core/analysis/density_field.h"

namespace hierascope::analysis {

namespace {

/// Empty room around the points, in parts of the longer side.
constexpr double kMargin = 0.08;
/// Lines that enclose fewer cells are left out.
constexpr double kLeastCells = 6.0;

void frame(const PointTable& points, std::int64_t side, DensityPicture& picture) {
    std::array<double, 2> low = {static_cast<double>(points.row(0)[0]),
                                 static_cast<double>(points.row(0)[1])};
    std::array<double, 2> high = low;
    for (std::int64_t i = 0; i < points.count; ++i)
        for (std::size_t a = 0; a < 2; ++a) {
            low[a] = std::min(low[a], static_cast<double>(points.row(i)[a]));
            high[a] = std::max(high[a], static_cast<double>(points.row(i)[a]));
        }
    const double margin = kMargin * std::max(high[0] - low[0], high[1] - low[1]);
    const double width = high[0] - low[0] + 2.0 * margin;
    const double height = high[1] - low[1] + 2.0 * margin;
    picture.step = std::max(width, height) / static_cast<double>(side - 1);
    picture.columns = static_cast<std::int64_t>(std::ceil(width / picture.step)) + 1;
    picture.rows = static_cast<std::int64_t>(std::ceil(height / picture.step)) + 1;
    picture.left = low[0] - margin;
    picture.top = low[1] - margin;
}

/// Moves a point on the picture's cells to where the density has the level.
cv::Point2d refined(const DensityPicture& picture, const cv::Point& cell, float level) {
    const auto valueAt = [&](std::int64_t row, std::int64_t column) {
        row = std::clamp<std::int64_t>(row, 0, picture.rows - 1);
        column = std::clamp<std::int64_t>(column, 0, picture.columns - 1);
        return static_cast<double>(
            picture.values[static_cast<std::size_t>(row * picture.columns + column)]);
    };
    const double alongX = 0.5 * (valueAt(cell.y, cell.x + 1) - valueAt(cell.y, cell.x - 1));
    const double alongY = 0.5 * (valueAt(cell.y + 1, cell.x) - valueAt(cell.y - 1, cell.x));
    const double square = alongX * alongX + alongY * alongY;
    if (!(square > 0.0))
        return cell;
    const double missing = static_cast<double>(level) - valueAt(cell.y, cell.x);
    const double way = std::clamp(missing / std::sqrt(square), -1.0, 1.0) / std::sqrt(square);
    return {cell.x + way * alongX, cell.y + way * alongY};
}

void addContours(DensityPicture& picture, float level, float height) {
    cv::Mat inside(static_cast<int>(picture.rows), static_cast<int>(picture.columns), CV_8U);
    for (std::int64_t i = 0; i < picture.rows * picture.columns; ++i)
        inside.data[i] = picture.values[static_cast<std::size_t>(i)] >= height ? 255 : 0;
    std::vector<std::vector<cv::Point>> lines;
    cv::findContours(inside, lines, cv::RETR_LIST, cv::CHAIN_APPROX_NONE);
    for (const std::vector<cv::Point>& line : lines) {
        if (cv::contourArea(line) < kLeastCells)
            continue;
        DensityContour contour;
        contour.level = level;
        for (const cv::Point& cell : line) {
            const cv::Point2d at = refined(picture, cell, height);
            contour.points.push_back(static_cast<float>(picture.left + at.x * picture.step));
            contour.points.push_back(static_cast<float>(picture.top + at.y * picture.step));
        }
        picture.contours.push_back(std::move(contour));
    }
}

} // namespace

Result<DensityPicture> pictureDensity(const PointTable& points, std::int64_t side,
                                      std::span<const float> levels, const Workers& workers) {
    const Result<DensityKernel> kernel = scottKernel(points);
    if (!kernel)
        return failure(kernel);
    const DensityField field(points, *kernel, workers);
    DensityPicture picture;
    frame(points, std::max<std::int64_t>(side, 8), picture);
    picture.values.resize(static_cast<std::size_t>(picture.rows * picture.columns));
    workers.each(picture.rows, [&](std::int64_t row) {
        for (std::int64_t column = 0; column < picture.columns; ++column) {
            const std::array place = {picture.left + static_cast<double>(column) * picture.step,
                                      picture.top + static_cast<double>(row) * picture.step};
            picture.values[static_cast<std::size_t>(row * picture.columns + column)] =
                static_cast<float>(field.at(place.data()));
        }
    });
    const float most = *std::max_element(picture.values.begin(), picture.values.end());
    std::vector<float> ascending(levels.begin(), levels.end());
    std::sort(ascending.begin(), ascending.end());
    for (const float level : ascending)
        addContours(picture, level, level * most);
    return picture;
}

} // namespace hierascope::analysis
