// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/common/token_layer.h"

#include <QColor>
#include <QImage>
#include <QRectF>
#include <QString>

class QPainter;

namespace hierascope::widgets {

class Theme;

/// Black or white, whichever reads better on a colour: at least 4.5 : 1 on any.
QColor inkOn(const QColor& background);

/// The strip behind words over a picture; text in `ColorRole::Text` reads on it over any picture.
QColor stripColor(const Theme& theme);

/// Where a picture lies and how its device paints it.
struct PictureFrame {
    QRectF picture;     ///< the whole picture, logical pixels
    QRect clip;         ///< what has to be painted, logical pixels
    double ratio = 1.0; ///< device pixels per logical pixel

    /// A rectangle in shares of the picture, on whole device pixels.
    QRectF area(const QRectF& share) const;
};

/// Draws the part of a picture that the clip shows; pixels are squares unless `isSmooth`.
void paintPicture(QPainter& painter, const QImage& image, const PictureFrame& frame, bool isSmooth);

/// Writes red, green and blue into every pixel in sight.
void paintPixelValues(QPainter& painter, const QImage& image, const PictureFrame& frame);

/// Colours, grid (from 4 device pixels a cell) and the outline of the selected tokens.
void paintTokens(QPainter& painter, const TokenLayer& layer, const PictureFrame& frame,
                 const Theme& theme);

/// Dashed outlines of areas in shares of the picture.
void paintAreas(QPainter& painter, const std::vector<QRectF>& shares, const PictureFrame& frame,
                const Theme& theme);

/// A rubber band or the outline of the token under the keyboard.
void paintBand(QPainter& painter, const QRectF& rect, const Theme& theme);

/// Words over a picture: a badge in the colour of its subject and a text, cut where it is long.
struct PictureCaption {
    QString badge; ///< "A", "B" or empty
    QColor badgeColor;
    QString text;
    bool isAtRight = false;
};

/// @return the strip that was painted, empty without words
QRectF paintCaption(QPainter& painter, const PictureCaption& caption, const QRectF& area,
                    const Theme& theme);

} // namespace hierascope::widgets
