// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include <QImage>
#include <QRectF>

class QPainter;

namespace hierascope::widgets {

class Theme;

/// The tokens of a level as they lie over its picture; without rows or columns there are none.
struct TokenLayer {
    int rows = 0;
    int columns = 0;
    bool hasGrid = false; ///< draw the lines between the tokens
    QImage colors;        ///< [rows, columns] in place of the picture, null: none
    std::vector<std::int64_t>
        codes; ///< [rows * columns], written where there is room; below 0: none; may be empty
    std::set<std::int64_t> selected;     ///< row-major
    std::vector<QRectF> areas;           ///< of tokens selected at other levels, in shares
    std::optional<std::int64_t> current; ///< where the keyboard stands

    bool isEmpty() const { return rows <= 0 || columns <= 0; }
    /// The place of a token in shares of the picture.
    QRectF share(std::int64_t token) const;
    /// The token at a point in shares of the picture, none outside.
    std::optional<std::int64_t> tokenAt(const QPointF& share) const;
    /// The tokens that a rectangle in shares of the picture touches.
    std::vector<std::int64_t> tokensIn(const QRectF& shares) const;
};

/// Draws the layer over a picture that lies at `place`.
void paintTokens(QPainter& painter, const TokenLayer& layer, const QRectF& place,
                 const Theme& theme);

} // namespace hierascope::widgets
