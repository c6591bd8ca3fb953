// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/picture_halves.h"

#include <QColor>
#include <QImage>
#include <QRectF>
#include <QString>

class QPainter;

namespace hierascope::widgets {

class Theme;

/// Paints a picture at true pixels where it is enlarged, and smoothly where it is reduced.
class PicturePainter {
public:
    void setImage(const QImage& image) { m_halves.setImage(image); }
    const QImage& image() const { return m_halves.image(); }
    /// Tells when a reduced copy is ready and the picture looks better than it was painted.
    const PictureHalves& halves() const { return m_halves; }

    /// @param place where the whole picture lies, logical pixels
    /// @param clip  what of it is to be painted
    void paint(QPainter& painter, const QRectF& place, const QRectF& clip);

private:
    PictureHalves m_halves;
};

/// Draws what `clip` shows of a picture at `place`; the rest costs nothing.
void paintPart(QPainter& painter, const QImage& image, const QRectF& place, const QRectF& clip,
               bool isSmooth);

/// Black or white, whichever reads better on a colour: at least 4.5 : 1 on any.
QColor inkOn(const QColor& background);

/// Writes red, green and blue into every pixel that `clip` touches.
void paintPixelValues(QPainter& painter, const QImage& image, const QRectF& place,
                      const QRectF& clip);

/// What lies behind words over a picture; `ColorRole::Text` reads on it over any picture.
QColor stripColor(const Theme& theme);

/// A strip in the upper left corner that is readable on any picture: a badge and a text.
void paintCaption(QPainter& painter, const QRectF& inside, const QString& badge,
                  const QColor& badgeColor, const QString& text, const Theme& theme);

} // namespace hierascope::widgets
