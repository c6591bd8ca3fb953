// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <vector>

#include <QImage>
#include <QRectF>

namespace hierascope::widgets {

/// The tokens over a picture: a grid of cells, counted row by row from 0.
struct TokenLayer {
    int rows = 0; ///< 0: no tokens
    int columns = 0;
    QImage colors;        ///< one pixel a token, null for none
    double opacity = 0.7; ///< of the colours, 1 hides the picture
    bool hasGrid = true;
    std::set<qint64> selected;

    bool isEmpty() const { return rows <= 0 || columns <= 0; }
    bool operator==(const TokenLayer&) const = default;

    /// The cell of a token in shares of the picture.
    QRectF share(qint64 token) const;
    /// The token at a point in shares of the picture, none outside.
    std::optional<qint64> tokenAt(const QPointF& share) const;
    /// The tokens that a rectangle in shares touches, in order.
    std::vector<qint64> tokensIn(const QRectF& shares) const;
};

} // namespace hierascope::widgets
