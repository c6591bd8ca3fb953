// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    void setImage(const QImage& image);
    const QImage& image() const { return m_image; }

    /// @param place where the whole picture lies, logical pixels
    /// @param clip  what of it is to be painted
    void paint(QPainter& painter, const QRectF& place, const QRectF& clip);

private:
    QImage m_image;
    QImage m_reduced; ///< the picture at the size of the screen, made again when that changes
};

/// Writes red, green and blue into every pixel that `clip` touches.
void paintPixelValues(QPainter& painter, const QImage& image, const QRectF& place,
                      const QRectF& clip);

/// A strip in the upper left corner that is readable on any picture: a badge and a text.
void paintCaption(QPainter& painter, const QRectF& inside, const QString& badge,
                  const QColor& badgeColor, const QString& text, const Theme& theme);

} // namespace hierascope::widgets
