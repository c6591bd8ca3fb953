// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/token_layer.h"

#include <algorithm>
#include <cmath>

namespace hierascope::widgets {

QRectF TokenLayer::share(qint64 token) const {
    const double width = 1.0 / columns;
    const double height = 1.0 / rows;
    return {double(token % columns) * width, double(token / columns) * height, width, height};
}

std::optional<qint64> TokenLayer::tokenAt(const QPointF& share) const {
    const auto column = qint64(std::floor(share.x() * columns));
    const auto row = qint64(std::floor(share.y() * rows));
    if (column < 0 || row < 0 || column >= columns || row >= rows)
        return std::nullopt;
    return row * columns + column;
}

std::vector<qint64> TokenLayer::tokensIn(const QRectF& shares) const {
    std::vector<qint64> tokens;
    const QRectF inside = shares.normalized().intersected(QRectF(0, 0, 1, 1));
    if (isEmpty() || inside.isEmpty())
        return tokens;
    const int left = int(std::floor(inside.left() * columns));
    const int top = int(std::floor(inside.top() * rows));
    const int right = std::min(columns, int(std::ceil(inside.right() * columns)));
    const int bottom = std::min(rows, int(std::ceil(inside.bottom() * rows)));
    for (int row = top; row < bottom; ++row)
        for (int column = left; column < right; ++column)
            tokens.push_back(qint64{row} * columns + column);
    return tokens;
}

} // namespace hierascope::widgets
